import type Sqlite from "better-sqlite3";
import type { Queryable } from "./open-database.ts";

/**
 * One writer at a time. better-sqlite3's own transactions are synchronous and refuse async functions, so this is
 * `BEGIN IMMEDIATE … COMMIT` on the one writing connection, with a queue before it.
 */
export function createWriteQueue(connection: Sqlite.Database, tx: Queryable) {
  let last: Promise<unknown> = Promise.resolve();

  async function transact<T>(act: (tx: Queryable) => Promise<T>): Promise<T> {
    connection.exec("BEGIN IMMEDIATE");
    try {
      const result = await act(tx);
      connection.exec("COMMIT");
      return result;
    } catch (error) {
      // A full disk rolls back by itself; a second ROLLBACK would hide the cause.
      if (connection.inTransaction) connection.exec("ROLLBACK");
      throw error;
    }
  }

  return function write<T>(act: (tx: Queryable) => Promise<T>): Promise<T> {
    const turn = last.then(() => transact(act));
    last = turn.catch(() => {});
    return turn;
  };
}
