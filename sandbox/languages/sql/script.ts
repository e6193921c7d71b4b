/** One script on one data set, in the isolate: the tables are made, the script runs, and what it came to is read. */
import type { Connection, Place, Statement } from "./connection.ts";
import { Refused, SqlError, TooLarge } from "./connection.ts";
import { findErrorLine, firstWords, hasOpenComment } from "./sql-text.ts";
import type { Table } from "./table.ts";

export interface SqlRequest {
  setup: string;
  /** Run one after the other. */
  scripts: string[];
  check: string | null;
  /** SQLite's clock, which stands still. */
  nowMs: number;
  /** Of SQLite's random numbers. */
  seed: string;
  /** SQLite may use this much. */
  memoryMb: number;
}

export type Problem =
  /** The data set itself has a mistake. */
  | "setup"
  | "script"
  /** A statement that is not available here. */
  | "refused"
  /** The script holds no statement; with `message`, because a comment is left open. */
  | "empty"
  /** No statement gives columns. */
  | "nothing"
  | "transaction"
  | "check"
  | "size"
  | "memory"
  /** SQLite itself broke: nothing of this isolate is of use any more. */
  | "broken";

export interface SqlAnswer {
  /** What is compared. */
  table?: Table;
  /** What the script's statements gave, in their order, cut short. `total`: rows there were. */
  shown: { table: Table; total: number }[];
  problem?: Problem;
  message?: string;
  /** Which script has the mistake, from 0, and its line, from 1. */
  script?: number;
  line?: number;
  /** Tables of the data set that are views now. */
  views?: string[];
}

const MOST_ROWS = 10_000;
const MOST_CHARACTERS = 1_000_000;
const MOST_SHOWN = 8;
const ROWS_SHOWN = 20;

export function answer(open: (place: Place) => Connection, request: SqlRequest): SqlAnswer {
  let database: Connection | null = null;
  const shown: SqlAnswer["shown"] = [];
  let part: Problem = "setup";
  try {
    database = open(request.check === null ? "memory" : "file");
    database.each(request.setup, (statement) => void statement.read(MOST_ROWS, MOST_CHARACTERS));
    const tables = request.check === null ? new Set<string>() : listTables(database, "table");
    part = "script";
    const last = runScripts(database, request.scripts, shown);
    if (typeof last === "string") return { shown, ...(last === "" ? { problem: "empty" } : { problem: "empty", message: last }) };
    if (request.check === null) return last === null ? { shown, problem: "nothing" } : { shown, table: last };

    part = "check";
    if (isInTransaction(database)) return { shown, problem: "transaction" };
    // A connection of its own reads what the script has left in the file: nothing temporary, no setting.
    database.reopen();
    const views = [...listTables(database, "view")].filter((name) => tables.has(name));
    let result: Table | null = null;
    database.each(request.check, (statement) => {
      result = statement.read(MOST_ROWS, MOST_CHARACTERS) ?? result;
    });
    return result === null ? { shown, problem: "check", message: "it gives no result" } : { shown, table: result, views };
  } catch (error) {
    return { shown, ...explain(error, part, request.scripts) };
  } finally {
    try {
      database?.close();
    } catch {
      // A database that can't be closed goes with its isolate.
    }
  }
}

/** The last result, null when there was none; a text when there is no statement at all: why. */
function runScripts(database: Connection, scripts: readonly string[], shown: SqlAnswer["shown"]): Table | null | string {
  let last: Table | null = null;
  let statements = 0;
  scripts.forEach((script, index) => {
    const run = (statement: Statement): void => {
      refuse(statement);
      const table = statement.read(MOST_ROWS, MOST_CHARACTERS);
      if (table === null) return;
      last = table;
      if (shown.length < MOST_SHOWN) shown.push({ table: { columns: table.columns, rows: table.rows.slice(0, ROWS_SHOWN) }, total: table.rows.length });
    };
    try {
      if (script.includes("\0")) throw new Refused("The script holds a character NUL, at which SQLite stops reading.", "reading", "", script.slice(0, script.indexOf("\0")));
      statements += database.each(script, run);
    } catch (error) {
      throw new ScriptError(error, index);
    }
  });
  return statements > 0 ? last : scripts.some(hasOpenComment) ? "A comment that begins with /* is never closed." : "";
}

class ScriptError extends Error {
  readonly reason: unknown;
  readonly index: number;
  constructor(reason: unknown, index: number) {
    super("script");
    this.reason = reason;
    this.index = index;
  }
}

/** Files would be shared between the data sets of a run, and nothing else here makes any. */
function refuse(statement: Statement): void {
  const [first, ...others] = firstWords(statement.text);
  if (first === "ATTACH" || first === "DETACH") throw new Refused(`${first} is not available here: a script works on the tables that are there.`, "running", statement.text, statement.before);
  if (first === "VACUUM" && others.includes("INTO")) throw new Refused("VACUUM INTO is not available here: a script can't write files.", "running", statement.text, statement.before);
}

/** Names in lower case. The parsed schema is asked: in the stored one, the script may have written what it likes. */
function listTables(database: Connection, type: "table" | "view"): Set<string> {
  const names = new Set<string>();
  database.each("PRAGMA main.table_list", (statement) => {
    for (const row of statement.read(MOST_ROWS, MOST_CHARACTERS)?.rows ?? []) if (row[0] === "tmain" && row[2] === `t${type}`) names.add((row[1] ?? "").slice(1).toLowerCase());
  });
  return names;
}

function isInTransaction(database: Connection): boolean {
  try {
    database.each("BEGIN; ROLLBACK", (statement) => void statement.read(0, 0));
    return false;
  } catch {
    return true;
  }
}

function explain(error: unknown, part: Problem, scripts: readonly string[]): Omit<SqlAnswer, "shown"> {
  const index = error instanceof ScriptError ? error.index : 0;
  const reason = error instanceof ScriptError ? error.reason : error;
  if (reason instanceof TooLarge) return { problem: part === "setup" ? "setup" : "size", message: reason.message };
  // The file of the database lies in V8's memory, and that has come to its end.
  if (reason instanceof RangeError && /allocation failed|typed array length/i.test(reason.message)) return { problem: part === "setup" ? "setup" : "memory", message: "out of memory" };
  if (!(reason instanceof SqlError)) return { problem: "broken", message: reason instanceof Error ? reason.message : "" };
  if (reason.message === "out of memory") return { problem: part === "setup" ? "setup" : "memory", message: reason.message };
  if (part !== "script") return { problem: part, message: reason.message };
  return { problem: reason instanceof Refused ? "refused" : "script", message: reason.message, script: index, line: findErrorLine(reason, scripts[index] ?? "") };
}
