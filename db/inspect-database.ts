import { existsSync, statSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { DatabaseProblem, explainDatabaseError } from "./database-problem.ts";
import { readAppliedMigrations, readKnownMigrations } from "./migrate.ts";

export interface DatabaseReport {
  file: string;
  bytes: number;
  /** Damage that SQLite found, in its words; none when sound. */
  damage: string[];
  /** Rows that point at rows which are not there. */
  orphans: number;
  /** Steps of the schema that the file has, and that this program has. */
  appliedMigrations: number;
  knownMigrations: number;
  /** True when the file has a step that this program does not know. */
  isNewer: boolean;
}

/**
 * Reads a database through without changing or migrating it. Takes as long as reading the whole file.
 * @throws DatabaseProblem when it is not there or no database at all
 */
export function inspectDatabase(file: string): DatabaseReport {
  return readOnly(file, (connection) => {
    const found = (connection.pragma("integrity_check") as { integrity_check: string }[]).map((row) => row.integrity_check);
    const applied = readAppliedMigrations(connection, file);
    const known = readKnownMigrations();
    return {
      file,
      bytes: statSync(file).size,
      damage: found.filter((line) => line !== "ok"),
      orphans: (connection.pragma("foreign_key_check") as unknown[]).length,
      appliedMigrations: applied.length,
      knownMigrations: known.length,
      isNewer: applied.some((when) => when > (known.at(-1) ?? 0)),
    };
  });
}

/**
 * Writes a consistent copy to a new file, also while a server writes, and reads the copy through.
 * @returns bytes of the copy
 * @throws DatabaseProblem when there is no database, the target exists, or the copy is not sound
 */
export async function backupDatabase(file: string, target: string): Promise<number> {
  if (existsSync(target)) throw new DatabaseProblem(`${target} exists already: a backup never overwrites a file. Choose another name.`);
  await readOnly(file, (connection) => connection.backup(target));
  endJournal(target);
  const { damage } = inspectDatabase(target);
  if (damage.length > 0) throw new DatabaseProblem(`The copy ${target} is not sound (${damage[0]}). Check ${file} with \`rung db check\`.`);
  return statSync(target).size;
}

/** A copy of a database in use says that it has a journal beside it; a backup is one file. */
function endJournal(file: string): void {
  const connection = new Sqlite(file);
  connection.pragma("journal_mode = DELETE");
  connection.close();
}

function readOnly<T>(file: string, act: (connection: Sqlite.Database) => T): T {
  if (!existsSync(file)) throw new DatabaseProblem(`There is no database at ${file}. DATABASE_FILE names it; starting the site makes it.`);
  let connection: Sqlite.Database | null = null;
  const close = () => connection?.close();
  try {
    connection = new Sqlite(file, { readonly: true });
    const result = act(connection);
    if (result instanceof Promise) return result.finally(close) as T;
    close();
    return result;
  } catch (error) {
    close();
    throw explainDatabaseError(file, error);
  }
}

/** The oldest SQLite that knows all that queries are written in (`RETURNING`). */
export const SQLITE_FLOOR = "3.35.0";

/** Version of the SQLite that this program has in it, e.g. `3.51.1`. */
export function readSqliteVersion(): string {
  const connection = new Sqlite(":memory:");
  const version = connection.prepare("select sqlite_version()").pluck().get() as string;
  connection.close();
  return version;
}
