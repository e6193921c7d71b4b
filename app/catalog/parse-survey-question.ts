/** One question of a survey from what its author wrote. Pure. */
import type { List, RootContent } from "mdast";
import type { LeafDirective } from "mdast-util-directive";
import { quoteForMessage } from "./findings.ts";
import { buildChoiceId, checkDistinct } from "./question-source.ts";
import type { SurveyQuestion } from "./questions.ts";
import { foldText, hasBoxes, lineOf, readFlag, sliceItem, sliceNodes, type Complain, type WrittenQuestion } from "./split-questions.ts";

const SCALE_MOST = 10;
const LINES_MOST = 20;

/** Null with at least one finding. */
export function parseSurveyQuestion(source: string, written: WrittenQuestion, complain: Complain): SurveyQuestion | null {
  const answers = written.nodes.filter(isAnswer);
  const [answer, second] = answers;
  if (!answer) {
    complain(written.line, `The question "${quoteForMessage(written.title)}" can't be answered.`, "Below it write options (`- [ ] …`), `::scale{from=1 to=5}`, or `::text` for free words.");
    return null;
  }
  if (second) {
    complain(lineOf(second), "The question has two ways to answer.", "Leave one, and make a question of its own for the other.");
    return null;
  }
  const after = written.nodes[written.nodes.indexOf(answer) + 1];
  if (after) complain(lineOf(after), "This stands below the answers, and would not be shown.", "Move it above them.");
  for (const name of ["points", "case", "shuffle"] as const) {
    if (written.settings[name] !== undefined) complain(written.settingsLine, `Questions of a survey have no \`${name}\`.`, "Remove it: there are no right answers.");
  }
  const base = { id: written.id, title: written.title, prompt: sliceNodes(source, written.nodes.slice(0, written.nodes.indexOf(answer))) };
  if (answer.type === "list") return parseOptions(source, answer, written, { ...base, required: readFlag("required", true, written, complain) }, complain);
  if (answer.type !== "leafDirective") return null;
  if (written.settings.type !== undefined) complain(written.settingsLine, "Only options have a `type`.", "Remove it: how the question is answered follows from what stands below it.");
  return answer.name === "scale"
    ? parseScale(answer, { ...base, required: readFlag("required", true, written, complain) }, complain)
    : { ...base, type: "free-text", required: readFlag("required", false, written, complain), lines: readNumber(answer, "lines", 4, 1, LINES_MOST, complain) };
}

function isAnswer(node: RootContent): boolean {
  return (node.type === "list" && hasBoxes(node) !== "none") || (node.type === "leafDirective" && (node.name === "scale" || node.name === "text"));
}

type Base = Pick<SurveyQuestion, "id" | "title" | "prompt" | "required">;

function parseOptions(source: string, list: List, written: WrittenQuestion, base: Base, complain: Complain): SurveyQuestion | null {
  const { type } = written.settings;
  if (type !== undefined && type !== "several" && type !== "choice") complain(written.settingsLine, `There is no type \`${quoteForMessage(type)}\` in a survey.`, "Write `type=several` when more than one option may be chosen.");
  const options = list.children.map((item) => {
    const { text, quotes } = sliceItem(source, item);
    const line = lineOf(item);
    if (item.checked === null || item.checked === undefined) complain(line, `The option "${quoteForMessage(foldText(text))}" has no box.`, "Begin it with `- [ ] `.");
    if (item.checked === true) complain(line, "A survey has no right answers.", "Write `- [ ]` without an x, or make it a quiz.");
    if (quotes !== "") complain(line, "Options of a survey have no feedback.", "Remove the quote, or make it part of the option.");
    return { id: buildChoiceId(text), text, line };
  });
  checkDistinct(options, "options", complain);
  if (options.length < 2) {
    complain(lineOf(list), "A choice needs at least two options.", "Add another `- [ ] …`.");
    return null;
  }
  return { ...base, type: type === "several" ? "several" : "choice", options: options.map(({ id, text }) => ({ id, text })) };
}

function parseScale(node: LeafDirective, base: Base, complain: Complain): SurveyQuestion | null {
  const from = readNumber(node, "from", 1, 0, SCALE_MOST, complain);
  const to = readNumber(node, "to", 5, 1, SCALE_MOST, complain);
  if (to <= from) {
    complain(lineOf(node), `The scale ends at ${to}, where it begins with ${from}.`, "Write the smaller number first: `::scale{from=1 to=5}`.");
    return null;
  }
  return { ...base, type: "scale", from, to, low: node.attributes?.["low"] ?? "", high: node.attributes?.["high"] ?? "" };
}

function readNumber(node: LeafDirective, name: string, usual: number, least: number, most: number, complain: Complain): number {
  const value = node.attributes?.[name];
  if (value === undefined || value === null) return usual;
  const number = Number(value);
  if (value.trim() !== "" && Number.isInteger(number) && number >= least && number <= most) return number;
  complain(lineOf(node), `\`${name}\` is "${quoteForMessage(value)}", where a whole number from ${least} to ${most} is expected.`, `Write a number such as \`${name}=${usual}\`.`);
  return usual;
}
