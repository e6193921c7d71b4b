/** Gaps in text or code: `[[answer|another]]`. Pure. */
import { quoteForMessage } from "./findings.ts";
import { readExact, type QuestionSource } from "./question-source.ts";
import { FIRST_GAP, MOST_GAPS, type FillInQuestion } from "./questions.ts";

/** Not a shell's `[[ -f x ]]` nor the `[[:digit:]]` of a pattern; `\|` and `\]` are those characters themselves. */
const GAP = /\[\[(?![\s:])((?:\\[^\n]|[^\]\\\n])*)(?<!\s)\]\]/g;

export function hasGaps(text: string): boolean {
  return text.search(GAP) >= 0;
}

export function parseGaps(given: QuestionSource): FillInQuestion | null {
  const { base, written, complain } = given;
  const gaps: { accepted: string[] }[] = [];
  let faulty = false;
  const prompt = base.prompt.replace(GAP, (whole: string, inside: string) => {
    const accepted = inside.split(/(?<!\\)\|/).map((answer) => answer.replace(/\\([|\]\\])/g, "$1").trim());
    if (accepted.some((answer) => answer === "")) {
      complain(written.line, `The gap \`${quoteForMessage(whole)}\` accepts an empty answer.`, "Write a word on both sides of `|`, or remove the `|`.");
      faulty = true;
    }
    gaps.push({ accepted: [...new Set(accepted)] });
    return String.fromCharCode(FIRST_GAP + Math.min(gaps.length, MOST_GAPS) - 1);
  });
  if (gaps.length === 0) {
    complain(written.line, "The question has no gap.", "Put a word that is to be filled in between double brackets: `[[word]]`.");
    return null;
  }
  if (gaps.length > MOST_GAPS) {
    complain(written.line, `The question has ${gaps.length} gaps; the most is ${MOST_GAPS}.`, "Make several questions of it.");
    return null;
  }
  return faulty ? null : { ...base, prompt, type: "fill-in", gaps, isCaseExact: readExact(given) };
}
