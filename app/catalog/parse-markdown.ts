/** The Markdown that authors write: GFM, math and directives. One parser for checking and for rendering. */
import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective).freeze();

export function parseMarkdown(source: string): Root {
  return parser.parse(source);
}

/**
 * Whether a text would hold the parser up for seconds: its work grows with the square of how deep blocks lie in each
 * other and of how many `*` and `_` one paragraph has. No text for people comes near these numbers.
 */
export function isTooTangled(source: string): boolean {
  let fence: string | null = null;
  let marks = 0;
  for (const line of source.split("\n")) {
    const mark = FENCE.exec(line)?.[1];
    if (mark && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
    const markers = CONTAINERS.exec(line)?.[0] ?? "";
    // Quotes and lists go on inside a fence too, when the fence is theirs.
    if (markers.length > 2 * TANGLE.depth || (markers.match(/>|[-+*]|[.)]/g)?.length ?? 0) > TANGLE.depth) return true;
    if (fence !== null || line.trim() === "") marks = 0;
    else marks += line.match(/\*+|_+|~+/g)?.length ?? 0;
    if (marks > TANGLE.marks) return true;
  }
  return false;
}

const TANGLE = { depth: 60, marks: 1_500 } as const;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** What opens quotes and lists, and the room before it. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+/;

/** Names of `:::name` blocks. */
export const CALLOUTS = ["note", "tip", "warning", "danger", "example", "try"] as const;
export type CalloutName = (typeof CALLOUTS)[number];

export function isCallout(name: string): name is CalloutName {
  return CALLOUTS.some((callout) => callout === name);
}
