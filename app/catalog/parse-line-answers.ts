/** Questions that are answered by typing a number or a text: their `=` and `!=` lines. Pure. */
import type { RootContent } from "mdast";
import { quoteForMessage } from "./findings.ts";
import { readExact, type QuestionSource } from "./question-source.ts";
import type { NumericQuestion, TextQuestion } from "./questions.ts";
import { readAnswerLine, type AnswerLine } from "./read-answer-lines.ts";
import { lineOf, sliceNodes, sliceQuote } from "./split-questions.ts";

type FedLine = AnswerLine & { feedback: string };
type NumberLine = FedLine & { value: Extract<AnswerLine["value"], { kind: "number" }> };
type TextLine = FedLine & { value: Extract<AnswerLine["value"], { kind: "text" }> };

/** @param nodes paragraphs of one answer line each, and quotes below foreseen mistakes */
export function parseLineAnswers(nodes: readonly RootContent[], given: QuestionSource): NumericQuestion | TextQuestion | null {
  const { source, complain, base } = given;
  const lines: FedLine[] = [];
  let faulty = false;
  for (const node of nodes) {
    const before = lines.at(-1);
    if (node.type === "blockquote") {
      if (before) before.feedback = sliceQuote(source, node);
      continue;
    }
    const line = readAnswerLine(sliceNodes(source, [node]), lineOf(node), complain);
    if (line) lines.push({ ...line, feedback: "" });
    else faulty = true;
  }
  if (faulty) return null;
  const numbers = lines.filter((line): line is NumberLine => line.value.kind === "number");
  const texts = lines.filter((line): line is TextLine => line.value.kind === "text");
  const [first] = lines;
  const odd = texts[0] && numbers[0] ? (texts[0].line > numbers[0].line ? texts[0] : numbers[0]) : null;
  if (odd) {
    complain(odd.line, "The question accepts numbers and texts at once.", "Write all answers as numbers, or all between quotes.");
    return null;
  }
  if (!lines.some((line) => line.isRight)) {
    complain(first?.line ?? given.written.line, "No answer is right: there are foreseen mistakes only.", "Add a line `= …` with the right answer.");
    return null;
  }
  for (const line of lines) {
    if (!line.isRight && line.feedback === "") complain(line.line, "This foreseen mistake has no words for the learner.", "Write below it `> …`: what they may have mixed up.");
  }
  return numbers.length > 0 ? buildNumeric(numbers, base, given) : buildText(texts, base, given);
}

function buildNumeric(lines: readonly NumberLine[], base: QuestionSource["base"], { complain }: QuestionSource): NumericQuestion {
  const units = new Set(lines.map(({ value }) => value.unit).filter((unit) => unit !== null));
  const [unit = null] = units;
  const last = lines.at(-1);
  if (units.size > 1 && last) complain(last.line, `The answers have different units: ${[...units].map((one) => `\`${quoteForMessage(one)}\``).join(", ")}.`, "Use one unit: learners type only the number.");
  const accepted = lines.filter(({ isRight }) => isRight).map(({ value }) => ({ value: value.value, tolerance: value.tolerance }));
  for (const { isRight, line, value } of lines) {
    if (!isRight && accepted.some((right) => Math.abs(right.value - value.value) <= right.tolerance)) complain(line, "This foreseen mistake is one of the right answers.", "Change one of them, or make the tolerance smaller.");
  }
  return { ...base, type: "numeric", accepted, unit, foreseen: lines.filter(({ isRight }) => !isRight).map(({ value, feedback }) => ({ value: value.value, tolerance: value.tolerance, feedback })) };
}

function buildText(lines: readonly TextLine[], base: QuestionSource["base"], given: QuestionSource): TextQuestion {
  const isCaseExact = readExact(given);
  const fold = (text: string) => (isCaseExact ? text : text.toLowerCase()).replace(/\s+/g, " ");
  for (const [index, { line, value }] of lines.entries()) {
    if (lines.findIndex((other) => fold(other.value.text) === fold(value.text)) < index) given.complain(line, `The answer "${quoteForMessage(value.text)}" stands here twice.`, "Remove one. Capital letters and spaces do not count unless the question says `case=exact`.");
  }
  return {
    ...base, type: "text", isCaseExact,
    accepted: lines.filter(({ isRight }) => isRight).map(({ value }) => value.text),
    foreseen: lines.filter(({ isRight }) => !isRight).map(({ value, feedback }) => ({ text: value.text, feedback })),
  };
}
