/** The tables of an SQL lab's data set, as the sandbox tells of them. Pure. */
import { parseTableText, type TableText } from "../submissions/table-text.ts";
import type { NameToComplete } from "../../ui/code-editor/editor-types.ts";

export interface SqlColumn {
  name: string;
  type: string;
  /** It must have a value. */
  required: boolean;
  isKey: boolean;
}

export interface SqlTable {
  name: string;
  columns: SqlColumn[];
  /** The first rows, as text; a value that could be taken for another is in quotes. */
  rows: TableText;
}

/** More tables than this are not shown: nobody reads them beside a task. */
export const MOST_TABLES = 12;
/** The sandbox shows eight results of a run: two for each table. */
export const TABLES_A_RUN = 4;
const ROWS = 3;

/** Asks for the names of all tables. */
export const NAMES_SCRIPT = `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid LIMIT ${MOST_TABLES};`;

/** Asks for columns and first rows of tables, in their order. */
export function buildTablesScript(names: readonly string[]): string {
  return names
    .flatMap((name) => [`SELECT name, type, "notnull", pk FROM pragma_table_info(${quoteText(name)});`, `SELECT * FROM ${quoteName(name)} LIMIT ${ROWS};`])
    .join("\n");
}

/** Reads the printed results of `NAMES_SCRIPT`. */
export function readTableNames(printed: string): string[] {
  const [names] = splitTables(printed);
  return (names?.rows ?? []).map(([name]) => unquote(name ?? ""));
}

/** Reads the printed results of `buildTablesScript` for the same names. */
export function readTables(names: readonly string[], printed: string): SqlTable[] {
  const tables = splitTables(printed);
  return names.flatMap((name, index) => {
    const [columns, rows] = [tables[index * 2], tables[index * 2 + 1]];
    if (!columns || !rows) return [];
    return [{ name, columns: columns.rows.map(([column = "", type = "", required, key]) => ({ name: unquote(column), type: unquote(type), required: required === "1", isKey: key !== "0" })), rows: { ...rows, note: "" } }];
  });
}

/** What the editor may complete. */
export function listSqlNames(tables: readonly SqlTable[]): NameToComplete[] {
  return tables.flatMap(({ name, columns }): NameToComplete[] => [
    { name, kind: "table", detail: "" },
    ...columns.map((column): NameToComplete => ({ name: column.name, kind: "column", detail: `${name} · ${column.type.toLowerCase()}` })),
  ]);
}

/** Results stand one below the other, each beginning with its head and its rule. */
function splitTables(printed: string): TableText[] {
  return printed
    .split(/\n(?=\|[^\n]*\n\|(?: --- \|)+)/)
    .map((part) => parseTableText(part.trim()))
    .filter((table) => table !== null);
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
/** The sandbox puts quotes around text that could be taken for something else. */
function unquote(cell: string): string {
  return /^'.*'$/s.test(cell) ? cell.slice(1, -1).replaceAll("''", "'") : cell;
}
