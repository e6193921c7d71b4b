/** A text cut at its headings, for search. Pure. */
import type { Root, RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import { createHeadingIds } from "./heading-ids.ts";
import { isTooTangled, parseMarkdown } from "./parse-markdown.ts";

export interface TextSection {
  /** Id of the heading on the page; empty before the first one. */
  id: string;
  heading: string;
  /** Words without markup, code included. */
  body: string;
}

/** HTML is not shown, so that an author's comment is nobody's to find. */
const SHOWN = { includeHtml: false };

/** The sections of an author's text in reading order; those without a word are left out. */
export function listTextSections(source: string): TextSection[] {
  if (isTooTangled(source)) return [{ id: "", heading: "", body: source }];
  const headingId = createHeadingIds();
  const sections: TextSection[] = [{ id: "", heading: "", body: "" }];
  for (const node of (parseMarkdown(source) as Root).children) {
    if (node.type === "heading") {
      const heading = toString(node, SHOWN);
      sections.push({ id: headingId(heading), heading, body: "" });
      continue;
    }
    const last = sections.at(-1);
    if (last) last.body += `${last.body === "" ? "" : "\n"}${readWords(node)}`;
  }
  return sections.filter(({ heading, body }) => heading !== "" || body.trim() !== "");
}

/** Parts of a list or a table stand apart: their words would run into each other. */
function readWords(node: RootContent): string {
  if (node.type === "html") return "";
  if ("children" in node && node.type !== "paragraph") return node.children.map((child) => readWords(child as RootContent)).join(node.type === "tableRow" ? " " : "\n");
  return toString(node, SHOWN);
}
