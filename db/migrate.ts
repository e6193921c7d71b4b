import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { DatabaseProblem } from "./database-problem.ts";

export { DatabaseProblem };

const MIGRATIONS = join(dirname(fileURLToPath(import.meta.url)), "migrations");

/**
 * Brings a database to this program's schema: refuses a newer or damaged one, keeps a copy beside the file before
 * anything changes, migrates in one transaction, and checks that no row lost its owner.
 *
 * @throws DatabaseProblem
 */
export function migrateDatabase(connection: Sqlite.Database, file: string, migrationsFolder = MIGRATIONS): void {
  const known = readKnownMigrations(migrationsFolder);
  const applied = readAppliedMigrations(connection, file);
  if (applied.some((when) => when > (known.at(-1) ?? 0))) {
    throw new DatabaseProblem(
      `The database ${file} was made by a newer version of Rung. Start that version, or restore a backup from before the update.`,
    );
  }
  if (applied.length === known.length) return;
  if (applied.length > 0 && file !== ":memory:") keepCopy(connection, file);

  // SQLite rebuilds a table by dropping it: with foreign keys on, that would delete the rows that point at it,
  // and inside a transaction the pragma is ignored. So it is off around the whole, and the keys are checked after.
  connection.pragma("foreign_keys = OFF");
  try {
    migrate(drizzle(connection), { migrationsFolder });
    const orphans = connection.pragma("foreign_key_check") as unknown[];
    if (orphans.length > 0) throw new DatabaseProblem(`Updating ${file} left ${orphans.length} rows without their owner. Restore the copy beside it and report this.`);
  } finally {
    connection.pragma("foreign_keys = ON");
  }
}

/** Creation times of the migrations that this program carries, oldest first. */
export function readKnownMigrations(folder = MIGRATIONS): number[] {
  const journal = JSON.parse(readFileSync(join(folder, "meta", "_journal.json"), "utf8")) as { entries: { when: number }[] };
  return journal.entries.map((entry) => entry.when);
}

/** Creation times of the migrations that a database has seen, oldest first; none when it is empty. */
export function readAppliedMigrations(connection: Sqlite.Database, file: string): number[] {
  try {
    const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
    if (!table) return [];
    return connection.prepare("select created_at from __drizzle_migrations order by created_at").pluck().all().map(Number);
  } catch (error) {
    throw new DatabaseProblem(`The file ${file} cannot be read as a database (${(error as Error).message}). Restore a backup.`, { cause: error });
  }
}

function keepCopy(connection: Sqlite.Database, file: string): void {
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const target = `${file}.before-update-${stamp}`;
  if (existsSync(target)) return;
  connection.prepare("VACUUM INTO ?").run(target);
}
