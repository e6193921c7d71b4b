import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import type Sqlite from "better-sqlite3";
import type { Queryable } from "./open-database.ts";

/** Writes that wait share a transaction, and so a sync of the disk, for about this long, milliseconds. */
const SHARED_MS = 4;

export interface WriteOptions {
  /**
   * `after-crash` by default: when the promise resolves, the rows survive a loss of power. `after-kill`: they survive
   * the end of this process, and a loss of power may take them back; for what is found again anyway.
   */
  kept?: "after-crash" | "after-kill";
}

interface Waiting {
  isSynced: boolean;
  act: (tx: Queryable) => Promise<unknown>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * One writer at a time. better-sqlite3's own transactions are synchronous and refuse async functions, so this is
 * `BEGIN IMMEDIATE … COMMIT` on the one writing connection, with a queue before it.
 *
 * What waits at the same time shares a transaction, each in a savepoint of its own: one that throws takes back only its
 * own rows, and none is answered before the rows of all are on the disk. Between two transactions the event loop has a
 * turn, so that a thousand writes don't keep other requests from being read.
 */
export function createWriteQueue(connection: Sqlite.Database, tx: Queryable, sharedMs: number = SHARED_MS) {
  const begin = connection.prepare("BEGIN IMMEDIATE");
  const commit = connection.prepare("COMMIT");
  const rollback = connection.prepare("ROLLBACK");
  const savepoint = connection.prepare("SAVEPOINT shared");
  const release = connection.prepare("RELEASE shared");
  const takeBack = connection.prepare("ROLLBACK TO shared");
  const waiting: Waiting[] = [];
  let isWriting = false;
  let isSynced = true;

  async function writeAll(): Promise<void> {
    for (;;) {
      await writeSome();
      if (waiting.length === 0) break;
      await turnOfTheLoop();
    }
    isWriting = false;
  }

  /** One transaction. Never throws: each of its writes is told. */
  async function writeSome(): Promise<void> {
    const done: { one: Waiting; result: unknown }[] = [];
    const [first] = waiting;
    if (first === undefined) return;
    const isShared = waiting.length > 1;
    try {
      setSync(first.isSynced);
      begin.run();
      const startedAt = performance.now();
      do {
        const one = waiting.shift() as Waiting;
        const result = await writeOne(one, isShared);
        if (result !== REFUSED) done.push({ one, result });
      } while (isShared && waiting[0]?.isSynced === isSynced && performance.now() - startedAt < sharedMs);
      commit.run();
    } catch (error) {
      // A full disk rolls back by itself; a second ROLLBACK would hide the cause.
      if (connection.inTransaction) rollback.run();
      if (waiting[0] === first) waiting.shift()?.reject(error);
      for (const { one } of done) one.reject(error);
      return;
    }
    for (const { one, result } of done) one.resolve(result);
  }

  /** Rejects the one that threw; throws itself when the whole transaction is gone. */
  async function writeOne({ act, reject }: Waiting, isShared: boolean): Promise<unknown> {
    if (isShared) savepoint.run();
    try {
      const result = await act(tx);
      if (isShared) release.run();
      return result;
    } catch (error) {
      reject(error);
      if (!isShared || !connection.inTransaction) throw error;
      takeBack.run();
      release.run();
      return REFUSED;
    }
  }

  /** The pragma does nothing inside a transaction, so it goes before one. */
  function setSync(wanted: boolean): void {
    if (wanted === isSynced) return;
    connection.pragma(`synchronous = ${wanted ? "FULL" : "NORMAL"}`);
    isSynced = wanted;
  }

  return function write<T>(act: (tx: Queryable) => Promise<T>, { kept = "after-crash" }: WriteOptions = {}): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    waiting.push({ isSynced: kept === "after-crash", act, resolve, reject });
    if (!isWriting) {
      isWriting = true;
      // Later in this turn: what is asked for in the same moment comes along.
      queueMicrotask(() => void writeAll());
    }
    return promise as Promise<T>;
  };
}

const REFUSED = Symbol("refused");
