/** What the readers of each type of question share. Pure. */
import { hashContent } from "./content-hash.server.ts";
import { quoteForMessage } from "./findings.ts";
import type { Choice } from "./questions.ts";
import { foldText, type Complain, type WrittenQuestion } from "./split-questions.ts";

/** A question, and what every type of it has. */
export interface QuestionSource {
  source: string;
  written: WrittenQuestion;
  complain: Complain;
  base: { id: string; title: string; prompt: string; points: number; pool: string | null; explanation: string; shuffle: boolean };
}

/** An id that comes from the text, so that it says nothing of its place among the others. */
export function buildChoiceId(text: string, side = ""): string {
  return `${side}${hashContent(`${side}:${foldText(text)}`).slice(0, 10)}`;
}

/** Says which of the texts are there twice. */
export function checkDistinct(choices: readonly (Choice & { line: number })[], what: string, complain: Complain): void {
  for (const [index, { id, line, text }] of choices.entries()) {
    if (choices.findIndex((other) => other.id === id) < index) complain(line, `Two ${what} are the same: "${quoteForMessage(foldText(text))}".`, "Change one of them, or remove it.");
  }
}

/** `case=exact` of a question that is answered by typing. */
export function readExact({ written, complain }: QuestionSource): boolean {
  const value = written.settings.case;
  if (value !== undefined && value !== "exact" && value !== "any") complain(written.settingsLine, `\`case\` is "${quoteForMessage(value)}", where \`exact\` or \`any\` is expected.`, "Write `case=exact` when capital letters count.");
  return value === "exact";
}
