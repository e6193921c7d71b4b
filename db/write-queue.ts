import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import type Sqlite from "better-sqlite3";
import type { LogSync } from "./log-sync.ts";
import type { Queryable } from "./open-database.ts";

export interface WriteOptions<T = unknown> {
  /**
   * `after-crash` by default: when the promise resolves, the rows survive a loss of power. `after-kill`: they survive
   * the end of this process, and a loss of power may take them back; for what is found again anyway.
   */
  kept?: "after-crash" | "after-kill";
  /** Is called as soon as the rows are committed, before they are on the disk: for what may begin meanwhile. Never throws. */
  onCommit?(result: T): void;
}

export interface WriteQueueParts {
  log: LogSync;
  /** Is told of each commit. */
  committed(): void;
}

export interface WriteQueue {
  write<T>(act: (tx: Queryable) => Promise<T>, options?: WriteOptions<T>): Promise<T>;
  /** Runs `act` between two writes; those that come meanwhile wait. */
  pause(act: () => Promise<void>): Promise<void>;
}

/**
 * One writer at a time. better-sqlite3's own transactions are synchronous and refuse async functions, so this is
 * `BEGIN IMMEDIATE … COMMIT` on the one writing connection, with a queue before it.
 *
 * A commit goes to the log without waiting for the disk, and the next write begins; its promise waits for the log's sync,
 * which is one for all that wait. Before each transaction the event loop has a turn, so that neither a thousand writes nor
 * a request and its writes keep others from being answered.
 */
export function createWriteQueue(connection: Sqlite.Database, tx: Queryable, { log, committed }: WriteQueueParts): WriteQueue {
  const begin = connection.prepare("BEGIN IMMEDIATE");
  const commit = connection.prepare("COMMIT");
  const rollback = connection.prepare("ROLLBACK");
  /** None of them ever rejects: whoever asked is told. */
  const waiting: (() => Promise<void>)[] = [];
  let isWorking = false;

  function enqueue(turn: () => Promise<void>): void {
    waiting.push(turn);
    if (!isWorking) void work();
  }

  async function work(): Promise<void> {
    isWorking = true;
    while (waiting.length > 0) {
      await turnOfTheLoop();
      await waiting.shift()?.();
    }
    isWorking = false;
  }

  /** The result is committed, and not on the disk yet. */
  async function transact<T>(act: (tx: Queryable) => Promise<T>): Promise<T> {
    const failure = log.failure();
    if (failure !== null) throw failure;
    try {
      begin.run();
      const result = await act(tx);
      commit.run();
      committed();
      return result;
    } catch (error) {
      // A full disk rolls back by itself; a second ROLLBACK would hide the cause.
      if (connection.inTransaction) rollback.run();
      throw error;
    }
  }

  return {
    write: (act, { kept = "after-crash", onCommit } = {}) =>
      new Promise((resolve, reject) => {
        enqueue(() =>
          transact(act).then((result) => {
            onCommit?.(result);
            if (kept === "after-kill") resolve(result);
            else log.sync().then(() => resolve(result), reject);
          }, reject),
        );
      }),
    pause: (act) => new Promise((resolve, reject) => enqueue(() => act().then(resolve, reject))),
  };
}
