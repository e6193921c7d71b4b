import Sqlite from "better-sqlite3";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema.ts";
import { DatabaseProblem, migrateDatabase } from "./migrate.ts";
import { createWriteQueue } from "./write-queue.ts";

/** What every query takes as its first argument: the database or a transaction. */
export type Queryable = BetterSQLite3Database<typeof schema>;

export interface Database extends Queryable {
  /**
   * Runs `act` in one `BEGIN IMMEDIATE … COMMIT`; writes wait for each other in a queue. All queries inside use
   * `tx`. Rolls back and rethrows when `act` throws. When it resolves, the rows are on the disk (`synchronous=FULL`).
   */
  write<T>(act: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Bytes to a new file, consistent while others write. */
  backup(file: string): Promise<void>;
  /** True when the database answers a query. */
  isHealthy(): boolean;
  close(): void;
}

/**
 * Opens (and makes, and migrates) the database of an installation.
 *
 * Two connections: one reads, one writes, so that a reader never sees half of a write although both live in one
 * thread and acts await between their statements. `:memory:` has one for both; it is for tests.
 *
 * @throws DatabaseProblem with a sentence for the person when the file is newer than this program or damaged.
 */
export function openDatabase(file: string): Database {
  const writer = connect(file);
  migrateDatabase(writer, file);
  const reader = file === ":memory:" ? writer : connect(file, { readonly: true });
  const write = createWriteQueue(writer, drizzle(writer, { schema }));
  return Object.assign(drizzle(reader, { schema }), {
    write,
    backup: async (target: string) => {
      await writer.backup(target);
    },
    isHealthy: () => reader.prepare("select 1").pluck().get() === 1,
    close: () => {
      if (reader !== writer) reader.close();
      writer.close();
    },
  });
}

function connect(file: string, options: Sqlite.Options = {}): Sqlite.Database {
  try {
    return configure(new Sqlite(file, options), options);
  } catch (error) {
    throw new DatabaseProblem(`The file ${file} cannot be opened as a database (${(error as Error).message}). Check its path and rights, or restore a backup.`, { cause: error });
  }
}

function configure(connection: Sqlite.Database, options: Sqlite.Options): Sqlite.Database {
  if (!options.readonly) connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  return connection;
}
