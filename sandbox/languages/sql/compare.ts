/** Whether two results are the same as far as the lab asks, and what differs first. Pure. */
import type { DataSet } from "./data-set.ts";
import { count, nameCell, showCell, showTable } from "./table.ts";
import type { Table } from "./table.ts";

export interface Difference {
  message: string;
  expected: string;
  actual: string;
}

export type Rules = Pick<DataSet, "ordered" | "names" | "types">;

/** Sums depend on the order in which a plan adds; a real that is this near is the same. */
const TOLERANCE = 1e-12;
/** Rows without an equal one on the other side that are compared with each other one by one. */
const MOST_NEAR = 200;

/** null when `actual` is what `expected` says it must be. */
export function compareTables(expected: Table, actual: Table, rules: Rules): Difference | null {
  const shown: Table = { columns: expected.columns.map((name, index) => nameExpected(name, index, rules)), rows: expected.rows };
  const differ = (message: string, expectedRow = 0, actualRow = expectedRow): Difference =>
    ({ message, expected: showTable(shown, expectedRow), actual: showTable(actual, actualRow) });

  const columns = compareColumns(shown, actual, rules);
  if (columns !== null) return differ(columns);
  return rules.ordered ? compareInOrder(shown, actual, rules, differ) : compareAsBags(shown, actual, rules, differ);
}

/**
 * A column that the reference gave no name is called by its expression, and that would be part of the solution. Only plain
 * names are shown, unless the lab asks for names: then its author has chosen them.
 */
function nameExpected(name: string, index: number, { names }: Rules): string {
  return names || /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(name) ? name : `column ${index + 1}`;
}

function compareColumns(expected: Table, actual: Table, { names }: Rules): string | null {
  const key = (name: string): string => name.toLowerCase();
  const list = (of: readonly string[], without: readonly string[]): string => {
    const known = new Set(without.map(key));
    const left = of.filter((name) => !known.has(key(name))).map((name) => quote(name));
    return left.length > 6 ? `${left.slice(0, 6).join(", ")} and ${left.length - 6} more` : left.join(", ");
  };
  if (actual.columns.length !== expected.columns.length) {
    const [missing, extra] = [list(expected.columns, actual.columns), list(actual.columns, expected.columns)];
    const said = [...(missing !== "" && actual.columns.length < expected.columns.length ? [`Missing: ${missing}.`] : []), ...(extra !== "" && actual.columns.length > expected.columns.length ? [`Too many: ${extra}.`] : [])];
    return [`The result has ${count(actual.columns.length, "column")}, and ${expected.columns.length === 1 ? "1 is" : `${expected.columns.length} are`} expected.`, ...said].join(" ");
  }
  if (!names) return null;
  const wrong = expected.columns.findIndex((name, index) => key(name) !== key(actual.columns[index] as string));
  return wrong < 0 ? null : `Column ${wrong + 1} is called ${quote(actual.columns[wrong] as string)}, and ${quote(expected.columns[wrong] as string)} is expected.`;
}

type Differ = (message: string, expectedRow?: number, actualRow?: number) => Difference;

function compareInOrder(expected: Table, actual: Table, rules: Rules, differ: Differ): Difference | null {
  const shorter = Math.min(expected.rows.length, actual.rows.length);
  let first = 0;
  while (first < shorter && equalRows(expected.rows[first] as string[], actual.rows[first] as string[], rules)) first += 1;
  const counts = compareCounts(expected, actual);
  if (first === shorter) return counts === null ? null : differ(counts, first);
  const { missing, extra } = subtract(expected, actual, rules);
  if (missing.length === 0 && extra.length === 0) return differ(`The rows are right, but not in the order that is asked for: row ${first + 1} is the first that is not at its place.`, first);
  if (counts !== null) return differ(`${counts} Row ${first + 1} is the first that differs.`, first);
  return differ(describeRow(expected, actual, first, first, rules), first);
}

function compareAsBags(expected: Table, actual: Table, rules: Rules, differ: Differ): Difference | null {
  const { missing, extra } = subtract(expected, actual, rules);
  const [firstMissing, firstExtra] = [missing[0], extra[0]];
  if (firstMissing === undefined && firstExtra === undefined) return null;
  const counts = compareCounts(expected, actual);
  if (counts !== null) return differ(`${counts}${firstExtra === undefined ? "" : ` Row ${firstExtra + 1} should not be there.`}`, firstMissing ?? 0, firstExtra ?? 0);
  // As many rows as there should be, so as many wrong as missing.
  if (missing.length === 1 && firstMissing !== undefined && firstExtra !== undefined) return differ(describeRow(expected, actual, firstMissing, firstExtra, rules), firstMissing, firstExtra);
  return differ(`${count(missing.length, "row")} differ: row ${(firstExtra ?? 0) + 1} is the first that should not be there.`, firstMissing ?? 0, firstExtra ?? 0);
}

function compareCounts(expected: Table, actual: Table): string | null {
  const more = actual.rows.length - expected.rows.length;
  if (more === 0) return null;
  return `${count(Math.abs(more), "row")} ${more > 0 ? "too many" : Math.abs(more) === 1 ? "is missing" : "are missing"}: ${actual.rows.length.toLocaleString("en-US")} instead of ${expected.rows.length.toLocaleString("en-US")}.`;
}

function describeRow(expected: Table, actual: Table, expectedRow: number, actualRow: number, rules: Rules): string {
  const [want, got] = [expected.rows[expectedRow] as string[], actual.rows[actualRow] as string[]];
  const wrong = want.flatMap((cell, index) => (equalCells(cell, got[index] as string, rules) ? [] : [index]));
  const at = wrong[0];
  if (at === undefined || (wrong.length > 1 && wrong.length === want.length)) return `Row ${actualRow + 1} differs.`;
  const [wanted, given] = [want[at] as string, got[at] as string];
  const place = `Row ${actualRow + 1} differs in ${wrong.slice(0, 3).map((index) => quote(expected.columns[index] as string)).join(", ")}`;
  if (wanted.charAt(0) !== given.charAt(0) && !(isNumber(wanted) && isNumber(given) && !rules.types)) return `${place}: ${nameCell(given)} where ${nameCell(wanted)} is expected.`;
  const [wantedText, givenText] = [showCell(wanted), showCell(given)];
  let same = 0;
  while (same < wantedText.length && wantedText[same] === givenText[same]) same += 1;
  return same >= 50 ? `${place}, from character ${same + 1} on.` : `${place}.`;
}

/** Rows of each side that the other side lacks, as indices in their order. */
function subtract(expected: Table, actual: Table, rules: Rules): { missing: number[]; extra: number[] } {
  const open = new Map<string, number[]>();
  expected.rows.forEach((row, index) => {
    const key = keyOf(row, rules);
    const list = open.get(key);
    if (list === undefined) open.set(key, [index]);
    else list.push(index);
  });
  for (const list of open.values()) list.reverse();
  let extra: number[] = [];
  actual.rows.forEach((row, index) => {
    if (open.get(keyOf(row, rules))?.pop() === undefined) extra.push(index);
  });
  let missing = [...open.values()].flat().sort((a, b) => a - b);
  // Rounding for the key can part two numbers that are as good as equal.
  if (missing.length <= MOST_NEAR && extra.length <= MOST_NEAR) {
    extra = extra.filter((index) => {
      const near = missing.find((other) => equalRows(expected.rows[other] as string[], actual.rows[index] as string[], rules));
      missing = missing.filter((other) => other !== near);
      return near === undefined;
    });
  }
  return { missing, extra };
}

const keyOf = (row: readonly string[], rules: Rules): string => JSON.stringify(row.map((cell) => (isNumber(cell) ? numberKey(cell, rules) : cell)));
function numberKey(cell: string, { types }: Rules): string {
  const kind = cell.charAt(0);
  const text = kind === "i" ? cell.slice(1) : String(Number(Number(cell.slice(1)).toPrecision(12)));
  return `${types ? kind : ""}#${text === "-0" ? "0" : text}`;
}

const isNumber = (cell: string): boolean => cell.startsWith("i") || cell.startsWith("r");
const equalRows = (a: readonly string[], b: readonly string[], rules: Rules): boolean => a.every((cell, index) => equalCells(cell, b[index] as string, rules));

export function equalCells(a: string, b: string, { types }: Pick<Rules, "types">): boolean {
  if (a === b) return true;
  if (!isNumber(a) || !isNumber(b) || (a.startsWith("i") && b.startsWith("i"))) return false;
  if (types && a.charAt(0) !== b.charAt(0)) return false;
  const [x, y] = [Number(a.slice(1)), Number(b.slice(1))];
  return x === y || Math.abs(x - y) <= TOLERANCE * Math.max(1, Math.abs(x), Math.abs(y));
}

const quote = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name).replace(/\s+/g, " ");
