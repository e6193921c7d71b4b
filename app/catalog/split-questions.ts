/** Cuts the text of a quiz or a survey into its questions: `## ` begins one, `# ` begins a pool. Pure. */
import type { BlockContent, Heading, List, ListItem, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { buildId } from "./build-rubric.ts";
import type { MarkdownText } from "./catalog.ts";
import { buildFault, quoteForMessage, type Finding } from "./findings.ts";
import { findNearestWord } from "./nearest-word.ts";
import { isTooTangled, parseMarkdown } from "./parse-markdown.ts";
import { ID_PATTERN } from "./schema.ts";

/** Says what is wrong at a line of the text (1-based in the text, not the file). */
export type Complain = (line: number, message: string, fix: string) => void;

/** Settings of a line `::question{…}`; all are text as written. */
export type QuestionSettings = Readonly<Partial<Record<(typeof SETTINGS)[number], string>>>;
const SETTINGS = ["id", "type", "points", "case", "shuffle", "required"] as const;

export interface WrittenQuestion {
  id: string;
  title: string;
  line: number;
  settings: QuestionSettings;
  settingsLine: number;
  /** The name of its pool, or null. */
  pool: string | null;
  /** Everything below the heading but the settings. */
  nodes: readonly RootContent[];
}

export interface WrittenPool {
  name: string;
  line: number;
  /** As written; null when it is missing. */
  draw: string | null;
}

export interface SplitText {
  /** What stands before the first question. */
  intro: MarkdownText;
  /** The text that the nodes were read from: their offsets are in it. */
  source: string;
  questions: readonly WrittenQuestion[];
  pools: readonly WrittenPool[];
  findings: Finding[];
  complain: Complain;
}

export function splitQuestions(file: string, written: MarkdownText): SplitText {
  const findings: Finding[] = [];
  const complain: Complain = (line, message, fix) => findings.push(buildFault({ file, line: line + written.firstLine - 1, message, fix }));
  // Characters of private use stand for gaps later on, so an author's own must not be there.
  const source = written.source.replace(/\r\n?/g, "\n").replace(/[\uE000-\uF8FF]/g, "\uFFFD");
  if (isTooTangled(source)) {
    complain(1, "The text has too many things inside each other to be read as questions.", "Look for long rows of `>`, `*` or brackets, and for lists that are indented very far.");
    return { intro: { source: "", firstLine: written.firstLine }, source, questions: [], pools: [], findings, complain };
  }

  const pools: WrittenPool[] = [];
  const questions: (WrittenQuestion & { nodes: RootContent[] })[] = [];
  let introEnd = source.length;
  let pool: WrittenPool | null = null;
  let question: (WrittenQuestion & { nodes: RootContent[] }) | null = null;
  for (const node of parseMarkdown(source).children) {
    const line = node.position?.start.line ?? 1;
    if (node.type === "heading" && node.depth <= 2) {
      introEnd = Math.min(introEnd, startOf(node));
      if (!source.slice(startOf(node)).startsWith("#")) complain(line, "A line of `---` or `===` right below a text makes a heading of it.", "Leave an empty line between them; a question's heading begins with `## `.");
      const title = sliceInside(source, node);
      if (title === "") complain(line, "The heading is empty.", "Write the question, or its name, behind `## `.");
      question = null;
      if (node.depth === 1) {
        pool = { name: toString(node).trim(), line, draw: null };
        if (pools.some((other) => other.name === pool?.name)) complain(line, `Two pools are called "${quoteForMessage(pool.name)}".`, "Give each its own name.");
        pools.push(pool);
      } else {
        question = { id: buildId(toString(node)), title, line, settings: {}, settingsLine: line, pool: pool?.name ?? null, nodes: [] };
        questions.push(question);
      }
    } else if (node.type === "leafDirective" && node.name === "question" && question) {
      if (question.settingsLine !== question.line) complain(line, "The question has two lines `::question`.", "Write all of its settings in one.");
      question.settings = readSettings(node.attributes ?? {}, line, complain);
      question.settingsLine = line;
      if (question.settings.id !== undefined) question.id = question.settings.id;
    } else if (node.type === "leafDirective" && node.name === "pool") {
      if (!pool || question) complain(line, "`::pool` stands only below the heading of a pool.", "Begin a pool with `# Its name`, and write `::pool{draw=2}` below it.");
      else pool.draw = node.attributes?.["draw"] ?? null;
    } else if (question) question.nodes.push(node);
    else if (pool) complain(line, "This text stands between a pool and its questions, and would not be shown.", "Move it before the first heading, or into a question.");
  }
  checkIds(questions, complain);
  return { intro: { source: source.slice(0, introEnd).trimEnd(), firstLine: written.firstLine }, source, questions, pools, findings, complain };
}

function readSettings(attributes: Readonly<Record<string, string | null | undefined>>, line: number, complain: Complain): QuestionSettings {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const known = SETTINGS.find((one) => one === name);
    if (known) settings[known] = value ?? "";
    else {
      const nearest = findNearestWord(name, SETTINGS);
      complain(line, `A question has no setting \`${quoteForMessage(name)}\`.`, nearest ? `Did you mean \`${nearest}\`?` : `There are ${SETTINGS.map((one) => `\`${one}\``).join(", ")}.`);
    }
  }
  if (settings["id"] !== undefined && !ID_PATTERN.test(settings["id"])) {
    complain(line, `\`${quoteForMessage(settings["id"])}\` can't be the id of a question.`, "Use lower-case letters, digits and single hyphens, such as `::question{#which-port}`.");
    delete settings["id"];
  }
  return settings;
}

function checkIds(questions: readonly WrittenQuestion[], complain: Complain): void {
  for (const [index, { id, settingsLine, settings }] of questions.entries()) {
    const same = questions.slice(0, index).find((other) => other.id === id);
    if (!same) continue;
    if (settings.id === undefined) complain(settingsLine, "An earlier question has the same heading, so both would have one id.", `Give this one its own: \`::question{#${id}-2}\`.`);
    else complain(settingsLine, `An earlier question has the id \`${id}\` too.`, "Give each its own.");
  }
}

/** `true` and `false` of a setting; the usual value when it is left out or is something else, which is a finding. */
export function readFlag(name: "shuffle" | "required", usual: boolean, question: WrittenQuestion, complain: Complain): boolean {
  const value = question.settings[name];
  if (value === undefined) return usual;
  if (value !== "true" && value !== "false") complain(question.settingsLine, `\`${name}\` is "${quoteForMessage(value)}", where \`true\` or \`false\` is expected.`, `Write \`${name}=false\` or \`${name}=true\`.`);
  return value === "true" ? true : value === "false" ? false : usual;
}

export function lineOf(node: { position?: { start: { line: number } } | undefined } | undefined): number {
  return node?.position?.start.line ?? 1;
}

function startOf(node: { position?: { start: { offset?: number | undefined } } | undefined }): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: { position?: { end: { offset?: number | undefined } } | undefined }): number {
  return node.position?.end.offset ?? 0;
}

/** Nodes of the top level as Markdown again, with what stands between them. */
export function sliceNodes(source: string, nodes: readonly RootContent[]): string {
  return nodes.map((node) => source.slice(startOf(node) - ((node.position?.start.column ?? 1) - 1), endOf(node))).join("\n\n").trim();
}

/** The words of a heading or a paragraph as Markdown, on one line. */
export function sliceInside(source: string, node: Heading | { children: readonly RootContent[] }): string {
  const [first] = node.children;
  const last = node.children.at(-1);
  return first && last ? source.slice(startOf(first), endOf(last)).replace(/\s+/g, " ").trim() : "";
}

/** The text of a list's item as Markdown of its own, and the quotes in it apart. */
export function sliceItem(source: string, item: ListItem): { text: string; quotes: string } {
  const marker = /^(?:[-+*]|\d{1,9}[.)])[ \t]+/.exec(source.slice(startOf(item)))?.[0].length ?? 2;
  const indent = (item.position?.start.column ?? 1) - 1 + marker;
  const texts = item.children.filter((child) => child.type !== "blockquote");
  const quotes = item.children.filter((child) => child.type === "blockquote");
  return {
    text: texts.map((child) => dedent(source.slice(startOfText(child), endOf(child)), indent)).join("\n\n").trim(),
    quotes: quotes.map((child) => unquote(dedent(source.slice(startOf(child), endOf(child)), indent))).join("\n\n").trim(),
  };
}

/** A quote's text as Markdown of its own. */
export function sliceQuote(source: string, node: RootContent): string {
  return unquote(source.slice(startOf(node), endOf(node)));
}

/** Behind the box of a task, which the parser leaves in when a picture or code follows. */
function startOfText(node: BlockContent | ListItem["children"][number]): number {
  const [first] = node.type === "paragraph" ? node.children : [];
  return startOf(first ?? node);
}

function dedent(text: string, columns: number): string {
  return text.replace(/\n( +)/g, (_, spaces: string) => `\n${" ".repeat(Math.max(0, spaces.length - columns))}`);
}

function unquote(text: string): string {
  return text.replace(/^ {0,3}> ?/gm, "").trim();
}

/** Whether every item is a task (`- [ ] …`), or none. */
export function hasBoxes(list: List): "all" | "some" | "none" {
  const boxes = list.children.filter((item) => item.checked === true || item.checked === false).length;
  return boxes === 0 ? "none" : boxes === list.children.length ? "all" : "some";
}

/** What two texts have in common when an author means the same. */
export function foldText(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
