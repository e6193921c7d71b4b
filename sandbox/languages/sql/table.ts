/** Results as text: cells as they come out of the isolate, and tables as people read them. Pure. */

/**
 * A result. A cell is one letter of its type and then its value: `n` NULL, `i12` whole number, `r1.5` other number, `tabc` text,
 * `b00ff` blob. So 1, 1.0 and '1' stay apart.
 */
export interface Table {
  columns: string[];
  rows: string[][];
}

/** Reports keep 4,096 characters of a value; a table cut in its middle would be none. */
const MOST_CHARACTERS = 3_900;
const MOST_ROWS = 20;
const MOST_COLUMNS = 16;
const LONGEST_CELL = 60;

/** A value as SQL would write it, where it could be taken for another one: the text NULL is shown as 'NULL', the text 6 as '6'. */
export function showCell(cell: string): string {
  const value = cell.slice(1);
  switch (cell.charAt(0)) {
    case "n": return "NULL";
    case "r": return /^-?\d+$/.test(value) ? `${value}.0` : value;
    case "t": return value === "" || /^\s|\s$|^(?:NULL|[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|x?'.*|[+-]?Infinity)$/is.test(value) ? `'${value.replaceAll("'", "''")}'` : value;
    case "b": return `x'${value}'`;
    default: return value;
  }
}

/** What kind of value it is, in words. */
export function nameCell(cell: string): string {
  return { n: "NULL", i: "a whole number", r: "a decimal number", t: "text", b: "a blob" }[cell.charAt(0)] ?? "a value";
}

/**
 * A pipe table as in GitHub's markdown, with at most 20 rows around row `around` (from 0); a last line says what was left out.
 * Everything in it is hostile text, but no cell can end its cell, its row or the table.
 */
export function showTable({ columns, rows }: Table, around = 0): string {
  const shownColumns = columns.slice(0, columns.length > MOST_COLUMNS ? MOST_COLUMNS - 1 : MOST_COLUMNS);
  const more = columns.length - shownColumns.length;
  const line = (cells: readonly string[]): string => `| ${[...cells, ...(more > 0 ? ["…"] : [])].join(" | ")} |`;
  const head = [line(shownColumns.map(clean)), `|${" --- |".repeat(shownColumns.length + (more > 0 ? 1 : 0))}`];
  const text = (row: readonly string[]): string => line(row.slice(0, shownColumns.length).map((cell) => clean(showCell(cell))));

  // Outwards from the row that matters, as long as there is room.
  let left = MOST_CHARACTERS - head.join("\n").length - 200;
  let from = Math.min(Math.max(0, around), Math.max(0, rows.length - 1));
  let to = from;
  const lines: string[] = [];
  const take = (index: number, put: (line: string) => void): boolean => {
    const row = rows[index];
    if (row === undefined || to - from >= MOST_ROWS) return false;
    const shown = text(row);
    if (shown.length + 1 > left && lines.length > 0) return false;
    left -= shown.length + 1;
    put(shown);
    return true;
  };
  for (let grows = true; grows;) {
    grows = false;
    if (take(to, (shown) => lines.push(shown))) {
      to += 1;
      grows = true;
    }
    if (take(from - 1, (shown) => lines.unshift(shown))) {
      from -= 1;
      grows = true;
    }
  }
  const left_ = [
    ...(from > 0 ? [`${count(from, "row")} before these`] : []),
    ...(rows.length > to ? [`${count(rows.length - to, "row")} after`] : []),
    ...(more > 0 ? [count(more, "column")] : []),
  ];
  return [...head, ...lines, ...(left_.length > 0 ? ["", `Left out: ${left_.join(", ")}.`] : [])].join("\n");
}

/** One line without an end of the cell in it, at most 60 characters. */
function clean(text: string): string {
  const characters = Array.from(text.slice(0, LONGEST_CELL * 3));
  const cut = characters.length > LONGEST_CELL || text.length > LONGEST_CELL * 3 ? `${characters.slice(0, LONGEST_CELL - 1).join("")}…` : characters.join("");
  return cut.replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, "⏎").replaceAll("\t", "⇥").replace(/[\\|]/g, "\\$&");
}

export function count(n: number, noun: string): string {
  return `${n.toLocaleString("en-US")} ${noun}${n === 1 ? "" : "s"}`;
}
