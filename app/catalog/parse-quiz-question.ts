/** One question of a quiz from what its author wrote. The shape of the answers tells the type. Pure. */
import type { Paragraph, RootContent } from "mdast";
import { quoteForMessage } from "./findings.ts";
import { findNearestWord } from "./nearest-word.ts";
import { parseChoiceAnswers } from "./parse-choice-answers.ts";
import { hasGaps, parseGaps } from "./parse-gaps.ts";
import { parseLineAnswers } from "./parse-line-answers.ts";
import { isPairList, parsePairList, parsePairTable } from "./parse-matching.ts";
import { parseOrdering } from "./parse-ordering.ts";
import type { QuestionSource } from "./question-source.ts";
import type { QuizQuestion, QuizQuestionType } from "./questions.ts";
import { isAnswerLine } from "./read-answer-lines.ts";
import { hasBoxes, lineOf, readFlag, sliceNodes, sliceQuote, type Complain, type WrittenQuestion } from "./split-questions.ts";

export const QUIZ_QUESTION_TYPES = ["single", "multiple", "numeric", "text", "ordering", "matching", "fill-in"] as const satisfies readonly QuizQuestionType[];

/** Null with at least one finding. */
export function parseQuizQuestion(source: string, written: WrittenQuestion, complain: Complain): QuizQuestion | null {
  const nodes = splitParagraphs(source, written.nodes);
  const at = nodes.findIndex(isAnswer);
  const quotes = countQuotesAtEnd(nodes);
  const body = nodes.slice(0, nodes.length - quotes);
  const last = body.at(-1);
  const type = readType(written, complain);
  const inPrompt = (answers: readonly RootContent[]) => sliceNodes(source, body.filter((node) => !answers.includes(node)));
  const build = (answers: readonly RootContent[], explaining: readonly RootContent[] = nodes.slice(nodes.length - quotes)): QuestionSource => ({
    source, written, complain,
    base: {
      id: written.id, title: written.title, prompt: inPrompt([...answers, ...explaining]), points: readPoints(written, complain), pool: written.pool,
      explanation: explaining.map((node) => sliceQuote(source, node)).join("\n\n"), shuffle: readFlag("shuffle", true, written, complain),
    },
  });

  let question: QuizQuestion | null;
  if (at >= 0) {
    const first = nodes[at];
    if (first?.type === "list") {
      refuseMore(nodes.slice(at + 1, nodes.length - quotes), complain);
      question = parseChoiceAnswers(first, type, build([first]));
    } else {
      const { answers, explanation } = takeLines(source, nodes.slice(at), complain);
      question = parseLineAnswers(answers, build(answers, explanation));
    }
  } else if (type === "fill-in" || (type === null && hasGaps(sliceNodes(source, body)))) question = parseGaps(build([]));
  else if (last?.type === "list" && (last.ordered || type === "ordering")) question = parseOrdering(last, build([last]));
  else if (last?.type === "list" && isPairList(source, last)) question = parsePairList(last, build([last]));
  else if (last?.type === "table") question = parsePairTable(last, build([last]));
  else {
    complain(written.line, `The question "${quoteForMessage(written.title)}" has no answers that can be checked.`, "Below it write options (`- [x] …`), a number (`= 42`), a text (`= \"ping\"`), an ordered list, pairs (`- left :: right`), or a gap (`[[word]]`).");
    return null;
  }
  if (question && type !== null && question.type !== type) {
    complain(written.settingsLine, `The question says \`type=${type}\`, but its answers are those of \`${question.type}\`.`, "Change the answers, or leave `type` out: it follows from them.");
    return null;
  }
  return question;
}

function isAnswer(node: RootContent): boolean {
  return (node.type === "list" && hasBoxes(node) !== "none") || isAnswerParagraph(node);
}

/** Those that `splitParagraphs` made of answer lines. */
const answerParagraphs = new WeakSet<RootContent>();

function isAnswerParagraph(node: RootContent): boolean {
  return answerParagraphs.has(node);
}

/** Answer lines become paragraphs of their own, one each, wherever the author left no empty line between them. */
function splitParagraphs(source: string, nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (node.type !== "paragraph" || !node.position) return [node];
    const start = (node.position.start.offset ?? 0) - (node.position.start.column - 1);
    const lines = source.slice(start, node.position.end.offset ?? 0).split("\n");
    const firstAnswer = lines.findIndex(isAnswerLine);
    if (firstAnswer < 0) return [node];
    let offset = start;
    const parts: Paragraph[] = [];
    for (const [index, line] of lines.entries()) {
      const place = (node.position.start.line ?? 1) + index;
      const isNew = index === 0 || index >= firstAnswer;
      const end = { line: place, column: line.length + 1, offset: offset + line.length };
      const before = parts.at(-1);
      if (isNew) {
        const part: Paragraph = { type: "paragraph", children: [], position: { start: { line: place, column: 1, offset }, end } };
        if (index >= firstAnswer) answerParagraphs.add(part);
        parts.push(part);
      } else if (before?.position) before.position.end = end;
      offset += line.length + 1;
    }
    return parts;
  });
}

function countQuotesAtEnd(nodes: readonly RootContent[]): number {
  const count = [...nodes].reverse().findIndex((node) => node.type !== "blockquote");
  return count < 0 ? 0 : count;
}

/** Answer lines to the end, each foreseen mistake with the quote below it; the quote below the last of all is the explanation. */
function takeLines(source: string, nodes: readonly RootContent[], complain: Complain): { answers: RootContent[]; explanation: RootContent[] } {
  const answers: RootContent[] = [];
  const explanation: RootContent[] = [];
  let before: RootContent | null = null;
  for (const node of nodes) {
    const answersMistake = node.type === "blockquote" && before !== null && isAnswerParagraph(before) && sliceNodes(source, [before]).startsWith("!");
    if (isAnswerParagraph(node)) {
      if (explanation.length > 0) complain(lineOf(node), "This answer stands below the explanation.", "Write all answers together, and the explanation below the last one.");
      answers.push(node);
    } else if (answersMistake) answers.push(node);
    else if (node.type === "blockquote") explanation.push(node);
    else refuseMore([node], complain);
    before = node;
  }
  return { answers, explanation };
}

function refuseMore(nodes: readonly RootContent[], complain: Complain): void {
  const [first] = nodes;
  if (first) complain(lineOf(first), "This stands below the answers, and would not be shown.", "Move it above them, or put `> ` before it to make it the explanation of the right answer.");
}

function readType(written: WrittenQuestion, complain: Complain): QuizQuestionType | null {
  const value = written.settings.type;
  if (value === undefined) return null;
  const type = QUIZ_QUESTION_TYPES.find((one) => one === value);
  if (type) return type;
  const nearest = findNearestWord(value, QUIZ_QUESTION_TYPES);
  complain(written.settingsLine, `There is no type of question \`${quoteForMessage(value)}\`.`, nearest ? `Did you mean \`${nearest}\`?` : `There are ${QUIZ_QUESTION_TYPES.map((one) => `\`${one}\``).join(", ")}.`);
  return null;
}

function readPoints(written: WrittenQuestion, complain: Complain): number {
  const value = written.settings.points;
  if (value === undefined) return 1;
  const points = Number(value);
  if (value.trim() !== "" && points > 0 && points <= 1_000) return points;
  complain(written.settingsLine, `\`points\` is "${quoteForMessage(value)}", which is no number of points.`, "Write a number above 0, such as `points=2`.");
  return 1;
}
