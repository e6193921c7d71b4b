import { statSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { createCheckpoints } from "./checkpoints.ts";
import { DatabaseProblem, explainDatabaseError } from "./database-problem.ts";
import { createLogSync, NO_LOG } from "./log-sync.ts";
import { migrateDatabase } from "./migrate.ts";
import * as schema from "./schema.ts";
import { createWriteQueue, type WriteOptions } from "./write-queue.ts";

const CHECKED_AT_START_BYTES = 512 * 1024 * 1024;
/** The length of the log at which SQLite stops everything for a checkpoint of its own, where ours don't come. */
const LONGEST_LOG_PAGES = 8_192;

/** What every query takes as its first argument: the database or a transaction. */
export type Queryable = BetterSQLite3Database<typeof schema>;

export interface Database extends Queryable {
  /**
   * Runs `act` in one `BEGIN IMMEDIATE … COMMIT`; writes wait for each other in a queue. All queries inside use
   * `tx`. Rolls back and rethrows when `act` throws. When it resolves, the rows are on the disk, unless `options` asks
   * for less; others may read them some milliseconds earlier.
   */
  write<T>(act: (tx: Queryable) => Promise<T>, options?: WriteOptions<T>): Promise<T>;
  /** Bytes to a new file, consistent while others write. */
  backup(file: string): Promise<void>;
  /** True when the database answers a query, and the disk keeps what is written. */
  isHealthy(): boolean;
  close(): void;
}

/**
 * Opens (and makes, and migrates) the database of an installation.
 *
 * Two connections: one reads, one writes, so that a reader never sees half of a write although both live in one
 * thread and acts await between their statements. `:memory:`, and the bytes of a whole database, which are opened in
 * memory too, have one for both; they are for tests.
 *
 * @throws DatabaseProblem with a sentence for the person when the file is newer than this program or damaged.
 */
export function openDatabase(source: string | Buffer): Database {
  const { writer, reader } = connectBoth(source);
  const file = typeof source === "string" && source !== ":memory:" ? source : null;
  const log = file ? createLogSync(`${file}-wal`) : NO_LOG;
  const { write, pause } = createWriteQueue(writer, drizzle(writer, { schema }), { log, committed: () => checkpoints?.committed() });
  const checkpoints = file ? createCheckpoints(file, pause) : null;
  return Object.assign(drizzle(reader, { schema }), {
    write,
    backup: async (target: string) => {
      await writer.backup(target);
    },
    isHealthy: () => log.failure() === null && answers(reader),
    close: () => {
      void checkpoints?.close();
      log.close();
      if (reader !== writer) reader.close();
      writer.close();
    },
  });
}

function connectBoth(source: string | Buffer): { writer: Sqlite.Database; reader: Sqlite.Database } {
  const file = typeof source === "string" ? source : ":memory:";
  const opened: Sqlite.Database[] = [];
  const connect = (options: Sqlite.Options = {}) => {
    const connection = new Sqlite(source, options);
    opened.push(connection);
    return configure(connection, options);
  };
  try {
    const writer = connect();
    if (file !== ":memory:") refuseDamage(writer, file);
    migrateDatabase(writer, file);
    // From here on the log is synced beside the program: see `createLogSync`.
    if (file !== ":memory:") writer.pragma("synchronous = NORMAL");
    writer.pragma(`wal_autocheckpoint = ${LONGEST_LOG_PAGES}`);
    return { writer, reader: file === ":memory:" ? writer : connect({ readonly: true }) };
  } catch (error) {
    for (const connection of opened) connection.close();
    throw explainDatabaseError(file, error);
  }
}

function configure(connection: Sqlite.Database, options: Sqlite.Options): Sqlite.Database {
  connection.pragma("busy_timeout = 5000");
  if (!options.readonly) connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  return connection;
}

/** Better no start than a site that finds the damage page by page. Large files would take long: `rung db check` reads those. */
function refuseDamage(connection: Sqlite.Database, file: string): void {
  if (statSync(file).size > CHECKED_AT_START_BYTES) return;
  const [first] = connection.pragma("quick_check(1)") as { quick_check: string }[];
  if (first?.quick_check === "ok") return;
  throw new DatabaseProblem(`The database ${file} is damaged (${first?.quick_check}). Keep the file, and restore a backup in its place.`);
}

function answers(connection: Sqlite.Database): boolean {
  try {
    return connection.prepare("select count(*) from sqlite_master").pluck().get() !== 0;
  } catch {
    return false;
  }
}
