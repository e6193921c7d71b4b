import Sqlite from "better-sqlite3";
import { migrateDatabase } from "../../db/migrate.ts";
import { openDatabase, type Database } from "../../db/open-database.ts";

let image: Buffer | null = null;

/** An empty database in memory, made by the real migrations: once for each process, since a thousand tests want one. */
export function openTestDatabase(): Database {
  image ??= migrateEmpty();
  return openDatabase(image);
}

function migrateEmpty(): Buffer {
  const connection = new Sqlite(":memory:");
  migrateDatabase(connection, ":memory:");
  const bytes = connection.serialize();
  connection.close();
  return bytes;
}
