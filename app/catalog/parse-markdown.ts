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

/** Names of `:::name` blocks, with the title they have when the author gives none. */
export const CALLOUTS = {
  note: "Note",
  tip: "Tip",
  warning: "Warning",
  danger: "Danger",
  example: "Example",
} as const;
export type CalloutName = keyof typeof CALLOUTS;

export function isCallout(name: string): name is CalloutName {
  return Object.hasOwn(CALLOUTS, name);
}
