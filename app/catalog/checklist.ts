/** The checklist of a task: the `- [ ]` items of its text, in their order. Pure. */
import type { List, ListItem } from "mdast";
import { toString } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import type { ChecklistItem, MarkdownText } from "./catalog.ts";
import { buildSlug } from "./heading-ids.ts";
import { isTooTangled, parseMarkdown } from "./parse-markdown.ts";

export interface ParsedChecklist {
  items: ChecklistItem[];
  /** The text without its checklist; every other line stands where it stood. */
  instructions: MarkdownText;
  /** Lines of the file with an item that is written as checked already. */
  checkedLines: number[];
  /** Lines of the file with an item without words. */
  emptyLines: number[];
}

const MARK = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t]*/;
const LONGEST_ID = 80;

/** Items get ids from their words, so that moving one keeps what learners have ticked. */
export function parseChecklist(text: MarkdownText): ParsedChecklist {
  const parsed: ParsedChecklist = { items: [], instructions: text, checkedLines: [], emptyLines: [] };
  if (isTooTangled(text.source)) return parsed;
  const lines = text.source.split("\n");
  const kept: (string | null)[] = [...lines];
  const taken = new Set<string>();

  visit(parseMarkdown(text.source), "list", (list: List) => {
    if (!list.children.some(isChecklistItem)) return undefined;
    for (const item of list.children) {
      const first = item.position?.start.line ?? 1;
      const last = item.position?.end.line ?? first;
      if (!isChecklistItem(item)) continue;
      for (let line = first; line <= last; line++) kept[line - 1] = null;
      const line = text.firstLine + first - 1;
      if (item.checked) parsed.checkedLines.push(line);
      const words = toString(item);
      if (words.trim() === "") {
        parsed.emptyLines.push(line);
        continue;
      }
      parsed.items.push({ id: makeId(words, taken), text: { source: dedent(lines.slice(first - 1, last)), firstLine: line } });
    }
    return SKIP;
  });
  if (parsed.items.length === 0) return parsed;
  return { ...parsed, instructions: { source: kept.map((line) => line ?? "").join("\n"), firstLine: text.firstLine } };
}

function isChecklistItem(item: ListItem): boolean {
  return typeof item.checked === "boolean";
}

/** An item's own text: without its mark, its other lines moved to the left as far as they go together. */
function dedent([first = "", ...rest]: readonly string[]): string {
  const indents = rest.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents, 12);
  return [first.replace(MARK, ""), ...rest.map((line) => line.slice(least))].join("\n").trimEnd();
}

function makeId(words: string, taken: Set<string>): string {
  const slug = buildSlug(words).slice(0, LONGEST_ID);
  let id = slug;
  for (let count = 1; taken.has(id); count++) id = `${slug}-${count}`;
  taken.add(id);
  return id;
}
