/** How much there is to read in a text: words, code, pictures, formulas. Pure. */
import type { Node, Parent } from "unist";
import { toString } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { isTooTangled, parseMarkdown } from "./parse-markdown.ts";

export interface TextMeasures {
  words: number;
  codeLines: number;
  pictures: number;
  /** Formulas on lines of their own. */
  formulas: number;
  /** What `:::try{minutes=10}` blocks say that they take. */
  tryMinutes: number;
  /** Paragraphs as plain text without code and formulas, for the reading level. */
  prose: readonly string[];
}

const NOTHING: TextMeasures = { words: 0, codeLines: 0, pictures: 0, formulas: 0, tryMinutes: 0, prose: [] };
const known = new Map<string, TextMeasures>();
const KNOWN_MOST = 2_000;

/** Nothing is measured of a text that is too tangled to be read as Markdown. */
export function measureText(source: string): TextMeasures {
  const earlier = known.get(source);
  if (earlier) return earlier;
  const measures = isTooTangled(source) ? NOTHING : measure(source);
  if (known.size >= KNOWN_MOST) known.clear();
  known.set(source, measures);
  return measures;
}

/** Many texts as one. */
export function addMeasures(all: readonly TextMeasures[]): TextMeasures {
  const sum = (pick: (one: TextMeasures) => number) => all.reduce((total, one) => total + pick(one), 0);
  return { words: sum((one) => one.words), codeLines: sum((one) => one.codeLines), pictures: sum((one) => one.pictures), formulas: sum((one) => one.formulas), tryMinutes: sum((one) => one.tryMinutes), prose: all.flatMap((one) => one.prose) };
}

function measure(source: string): TextMeasures {
  let codeLines = 0;
  let pictures = 0;
  let formulas = 0;
  let words = 0;
  let tryMinutes = 0;
  const prose: string[] = [];
  visit(parseMarkdown(source), (node) => {
    switch (node.type) {
      case "code":
        codeLines += node.value.split("\n").length;
        return SKIP;
      case "math":
        formulas += 1;
        return SKIP;
      case "image":
        pictures += 1;
        return SKIP;
      case "containerDirective":
        if (node.name === "try") tryMinutes += readMinutes(node.attributes?.["minutes"]);
        return undefined;
      case "heading":
      case "tableCell":
        words += countWords(toString(node, { includeImageAlt: false }));
        return undefined;
      case "paragraph": {
        words += countWords(toString(node, { includeImageAlt: false }));
        const plain = plainText(node);
        if (plain !== "") prose.push(plain);
        return undefined;
      }
      default:
        return undefined;
    }
  });
  return { words, codeLines, pictures, formulas, tryMinutes, prose };
}

const LONGEST_TRY_MINUTES = 600;

function readMinutes(written: string | null | undefined): number {
  const minutes = Number(written ?? 0);
  return minutes > 0 ? Math.min(minutes, LONGEST_TRY_MINUTES) : 0;
}

/** Words between spaces that have a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A paragraph without what nobody reads aloud: commands and formulas stand as one word. */
function plainText(paragraph: Node): string {
  const parts: string[] = [];
  visit(paragraph as Parent, (node: Node & { value?: unknown }) => {
    if (node.type === "inlineCode" || node.type === "inlineMath") parts.push("it");
    else if (node.type === "text" && typeof node.value === "string") parts.push(node.value);
  });
  return parts.join("").replace(/\s+/gu, " ").trim();
}
