/** A value that is a table as text: what the SQL judge prints, in GFM's form, so that a terminal can show it too. */
export interface TableText {
  columns: string[];
  rows: string[][];
  /** Lines after the table, e.g. how many rows are not shown. */
  note: string;
}

const RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;

/** Reads `| a | b |` lines with a rule below the first; null when the text is no such table. `\|` in a cell is a bar, `\\` a backslash. */
export function parseTableText(text: string): TableText | null {
  const lines = text.trimEnd().split("\n");
  const [head = "", rule = ""] = lines;
  if (!head.startsWith("|") || !RULE.test(rule.trim())) return null;
  const columns = splitCells(head);
  const end = lines.findIndex((line, index) => index > 1 && !line.startsWith("|"));
  const body = lines.slice(2, end === -1 ? undefined : end);
  return { columns, rows: body.map(splitCells), note: end === -1 ? "" : lines.slice(end).join("\n").trim() };
}

function splitCells(line: string): string[] {
  const cells = [...line.trim().matchAll(/\|((?:\\.|[^\\|])*)(?=\|)/g)].map(([, cell = ""]) => cell.trim().replace(/\\([\\|])/g, "$1"));
  return cells;
}

/** Which cells of `table` are not the same in `other`, at the same row and column: `differs[row][column]`. */
export function markDifferences(table: TableText, other: TableText): boolean[][] {
  return table.rows.map((row, at) => row.map((cell, column) => other.rows[at]?.[column] !== cell));
}
