/** What the Tab and Enter keys do to text in the plain editor. Pure: text and selection in, replacement out. */

const INDENT = "  ";

export interface Selection {
  text: string;
  /** Offsets, `start` at most `end`. */
  start: number;
  end: number;
}

/** Replace `from`…`to` by `insert`, then select `start`…`end`. */
export interface Replacement {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

/** Tab: spaces at the cursor, or one step more for each selected line. */
export function indent({ text, start, end }: Selection): Replacement {
  if (!text.slice(start, end).includes("\n")) {
    const at = start + INDENT.length;
    return { from: start, to: end, insert: INDENT, start: at, end: at };
  }
  return changeLines({ text, start, end }, (line) => (line === "" ? line : INDENT + line));
}

/** Shift+Tab: one step less for each selected line; null when there is nothing to take away. */
export function outdent(selection: Selection): Replacement | null {
  const change = changeLines(selection, (line) => line.replace(/^(?: {1,2}|\t)/, ""));
  return change.insert === selection.text.slice(change.from, change.to) ? null : change;
}

/** Enter: a new line that begins as far in as the one it leaves. */
export function breakLine({ text, start, end }: Selection): Replacement {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lead = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? "";
  const at = start + 1 + lead.length;
  return { from: start, to: end, insert: `\n${lead}`, start: at, end: at };
}

function changeLines({ text, start, end }: Selection, change: (line: string) => string): Replacement {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  // A selection that ends at the start of a line does not mean that line.
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  const next = text.indexOf("\n", last);
  const to = next < 0 ? text.length : next;
  const before = text.slice(from, to).split("\n");
  const after = before.map(change);
  const insert = after.join("\n");
  const firstShift = (after[0] ?? "").length - (before[0] ?? "").length;
  return { from, to, insert, start: Math.max(from, start + firstShift), end: Math.max(from, end + insert.length - (to - from)) };
}
