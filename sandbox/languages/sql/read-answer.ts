/** Reads what comes out of an isolate. It is text that hostile SQL may have had a hand in, so every field is looked at. Pure. */
import type { Problem, SqlAnswer } from "./script.ts";
import type { Table } from "./table.ts";

const PROBLEMS: ReadonlySet<string> = new Set(["setup", "script", "refused", "empty", "nothing", "transaction", "check", "size", "memory", "broken"] satisfies Problem[]);
const MOST_CELLS = 2_000_000;

/** Throws when it is no answer. */
export function readAnswer(answer: Partial<Record<keyof SqlAnswer, unknown>>): SqlAnswer {
  const { table, shown, problem, message, script, line, views } = answer;
  if (!Array.isArray(shown)) throw new Error("an answer of SQLite's isolate without results");
  const read: SqlAnswer = {
    shown: shown.slice(0, 20).map((one: unknown) => {
      const { table: part, total } = (one ?? {}) as Record<string, unknown>;
      return { table: readTable(part), total: typeof total === "number" ? total : 0 };
    }),
  };
  if (table !== undefined) return { ...read, table: readTable(table), views: Array.isArray(views) ? views.map(String) : [] };
  if (typeof problem !== "string" || !PROBLEMS.has(problem)) throw new Error("an answer of SQLite's isolate with neither result nor problem");
  return {
    ...read,
    problem: problem as Problem,
    ...(typeof message === "string" ? { message: message.slice(0, 1_000) } : {}),
    ...(typeof script === "number" ? { script } : {}),
    ...(typeof line === "number" ? { line } : {}),
  };
}

function readTable(value: unknown): Table {
  const { columns, rows } = (value ?? {}) as Record<string, unknown>;
  if (!isTexts(columns) || !Array.isArray(rows) || rows.length * columns.length > MOST_CELLS) throw new Error("a result that is no table");
  for (const row of rows as unknown[]) if (!isTexts(row) || row.length !== columns.length) throw new Error("a row that is none");
  return { columns, rows: rows as string[][] };
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
