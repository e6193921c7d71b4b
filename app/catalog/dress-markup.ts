/** The last changes to rendered text, on the sanitised tree: links, headings, tables, pictures. Pure. */
import type { Element, ElementContent, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { createHeadingIds, HEADING_PREFIX } from "./heading-ids.ts";
import { classifyLink, splitFragment } from "./link-targets.ts";
import type { TextWords } from "./text-words.ts";

/** A heading of a text. */
export interface OutlineEntry {
  /** Without `#`. */
  id: string;
  /** 2 to 6: the page's own title is 1. */
  depth: number;
  text: string;
}

/** Stands for the address of a file of the course until it is known for a page. */
export type MarkLink = (href: string, kind: "link" | "image") => string;

export interface Dressed {
  outline: OutlineEntry[];
  /** Words of the text, without code. */
  words: number;
}

/** @param words those that are added, in the language of the text */
export function dressMarkup(tree: Root, words: Pick<TextWords, "table" | "done" | "toDo">, markLink: MarkLink): Dressed {
  const outline: OutlineEntry[] = [];
  const headingId = createHeadingIds();
  let tables = 0;

  visit(tree, "element", (node, index, parent) => {
    switch (node.tagName) {
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        dressHeading(node, headingId, outline);
        break;
      case "a":
        dressLink(node, markLink);
        break;
      case "img":
        dressImage(node, markLink);
        break;
      case "input":
        dressCheckbox(node, words);
        break;
      case "td":
      case "th":
        dressCell(node);
        break;
      case "table":
        if (parent && index !== undefined) {
          tables += 1;
          parent.children[index] = wrapTable(node, `${words.table} ${tables}`);
          // Into the table itself next: its cells are still to be dressed.
          visit(node, "element", (cell) => {
            if (cell.tagName === "td" || cell.tagName === "th") dressCell(cell);
            else if (cell.tagName === "a") dressLink(cell, markLink);
            else if (cell.tagName === "img") dressImage(cell, markLink);
          });
          return SKIP;
        }
        break;
      default:
    }
    return undefined;
  });
  return { outline, words: countWords(tree) };
}

function dressHeading(node: Element, headingId: (text: string) => string, outline: OutlineEntry[]): void {
  if (node.properties["id"] === "footnote-label") return;
  // The title of the page is its h1.
  if (node.tagName === "h1") node.tagName = "h2";
  const text = toString(node).trim();
  const id = headingId(text);
  node.properties["id"] = id;
  outline.push({ id, depth: Number(node.tagName.slice(1)), text });
}

function dressLink(node: Element, markLink: MarkLink): void {
  const href = node.properties["href"];
  if (typeof href !== "string") return;
  switch (classifyLink(href)) {
    case "external":
      node.properties["rel"] = ["noopener"];
      node.properties["className"] = ["external-link"];
      break;
    case "fragment":
      node.properties["href"] = formatFragment(href.slice(1));
      break;
    case "relative": {
      const { path, fragment } = splitFragment(href);
      node.properties["href"] = markLink(path, "link") + (fragment === null ? "" : formatFragment(fragment));
      break;
    }
    case "refused":
      delete node.properties["href"];
      break;
    case "mail":
    case "site":
      break;
  }
}

/** Ids on the page have a prefix that authors do not write. */
function formatFragment(fragment: string): string {
  return fragment.startsWith(HEADING_PREFIX) || fragment === "footnote-label" ? `#${fragment}` : `#${HEADING_PREFIX}${fragment}`;
}

function dressImage(node: Element, markLink: MarkLink): void {
  const { src, alt, title } = node.properties;
  const text = typeof alt === "string" ? alt : "";
  if (typeof src !== "string" || classifyLink(src) !== "relative") {
    // Pictures of other sites would tell them who reads what; their words stay.
    node.tagName = "span";
    node.properties = { className: ["missing-image"] };
    node.children = [{ type: "text", value: text }];
    return;
  }
  node.properties = { src: markLink(src, "image"), alt: text, loading: "lazy", decoding: "async" };
  if (typeof title === "string") node.properties["title"] = title;
}

/** A checkbox that can't be used is not a control but a mark. */
function dressCheckbox(node: Element, words: Pick<TextWords, "done" | "toDo">): void {
  const done = node.properties["checked"] === true;
  node.tagName = "span";
  node.properties = { className: done ? ["task-box", "task-box-done"] : ["task-box"], role: "img", ariaLabel: done ? words.done : words.toDo };
}

function dressCell(node: Element): void {
  const { align } = node.properties;
  delete node.properties["align"];
  if (align === "center" || align === "right") node.properties["className"] = [`align-${align}`];
  if (node.tagName === "th") node.properties["scope"] = "col";
}

/** Wide tables scroll by themselves, also by keyboard. Regions of one page need different names. */
function wrapTable(table: Element, numbered: string): Element {
  const headers: string[] = [];
  visit(table, "element", (node) => {
    if (node.tagName === "th") headers.push(toString(node).trim());
  });
  const name = headers.filter((text) => text !== "").join(", ").slice(0, 80);
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["table-scroll"], role: "region", ariaLabel: name === "" ? numbered : `${numbered}: ${name}`, tabIndex: 0 },
    children: [table],
  };
}

function countWords(tree: Root): number {
  let words = 0;
  const visitText = (nodes: readonly (ElementContent | Root["children"][number])[]) => {
    for (const node of nodes) {
      if (node.type === "text") words += node.value.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
      else if (node.type === "element" && node.tagName !== "pre") visitText(node.children);
    }
  };
  visitText(tree.children);
  return words;
}
