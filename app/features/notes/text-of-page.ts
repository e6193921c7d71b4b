/** Marked passages in the text of a page. Nothing in the page is changed: the browser paints them (CSS Custom Highlight API). */
import { cutPassage, findPassage, type Passage } from "./note-rules.ts";

const PAINT = "rung-notes";

interface TextPiece {
  node: Text;
  /** Where the node begins in the whole text. */
  start: number;
}

/** The words of an element as one text, without what scripts put there. */
function readPieces(element: HTMLElement): { text: string; pieces: TextPiece[] } {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest("button, .copy-button") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const pieces: TextPiece[] = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node: node as Text, start: text.length });
    text += node.nodeValue ?? "";
  }
  return { text, pieces };
}

/** What is selected inside `element`, or null. */
export function readSelection(element: HTMLElement): Passage | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const { text, pieces } = readPieces(element);
  const touched = pieces.filter(({ node }) => range.intersectsNode(node));
  const [first] = touched;
  const last = touched.at(-1);
  if (!first || !last) return null;
  const start = first.start + (first.node === range.startContainer ? range.startOffset : 0);
  const end = last.start + (last.node === range.endContainer ? range.endOffset : last.node.length);
  return cutPassage(text, start, end);
}

/** The place of a passage in the page; null when its words are gone. */
export function findRange(element: HTMLElement, passage: Passage): Range | null {
  const { text, pieces } = readPieces(element);
  const at = findPassage(text, passage);
  if (at === null) return null;
  const range = document.createRange();
  const begin = pieces.findLast(({ start }) => start <= at);
  const end = pieces.findLast(({ start }) => start < at + passage.quote.length);
  if (!begin || !end) return null;
  range.setStart(begin.node, at - begin.start);
  range.setEnd(end.node, at + passage.quote.length - end.start);
  return range;
}

/** Paints these passages, in the place of those painted before. Where the browser can't, the list of notes still has them. */
export function paintPassages(element: HTMLElement | null, passages: readonly Passage[]): void {
  if (!("highlights" in CSS)) return;
  const ranges = element ? passages.flatMap((passage) => findRange(element, passage) ?? []) : [];
  if (ranges.length === 0) CSS.highlights.delete(PAINT);
  else CSS.highlights.set(PAINT, new Highlight(...ranges));
}

/** Brings a passage into view and selects it, which screen readers and searching people both notice. False: its words are gone. */
export function showPassage(element: HTMLElement, passage: Passage): boolean {
  const range = findRange(element, passage);
  if (!range) return false;
  const target = range.startContainer.parentElement;
  target?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return true;
}
