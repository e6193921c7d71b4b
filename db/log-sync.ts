import { closeSync, fdatasync, openSync } from "node:fs";
import { DatabaseProblem } from "./database-problem.ts";

/** Brings what is committed from the kernel's memory to the disk, beside the program and not in its way. */
export interface LogSync {
  /**
   * Resolves when everything that was committed before this call survives a loss of power.
   * Rejects with a DatabaseProblem when the disk refused it, now or ever before: nobody knows what it kept.
   */
  sync(): Promise<void>;
  /** Null while the disk keeps what it is given. */
  failure(): DatabaseProblem | null;
  /** The file is let go of when the sync that is under way has ended. */
  close(): void;
}

/** For a database in memory: nothing of it is ever kept. */
export const NO_LOG: LogSync = { sync: () => Promise.resolve(), failure: () => null, close: () => {} };

type SyncFile = (descriptor: number, done: (error: Error | null) => void) => void;

/**
 * Syncs SQLite's write-ahead log, the file of this name, which is there as long as a connection has read or written.
 * SQLite would do it within each `COMMIT` (`synchronous=FULL`), and the whole process would wait for the disk. Here the
 * kernel does it on another thread, once for all who wait. `syncFile` is the system's, or a test's.
 */
export function createLogSync(file: string, syncFile: SyncFile = fdatasync): LogSync {
  const waiting: { resolve(): void; reject(error: Error): void }[] = [];
  let descriptor: number | null = null;
  let failure: DatabaseProblem | null = null;
  let isSyncing = false;
  let isClosed = false;

  /** For those who wait now; whoever comes while it goes on may have written after it began, and waits for the next. */
  function begin(): void {
    isSyncing = true;
    const covered = waiting.splice(0);
    const end = (error: Error | null): void => {
      isSyncing = false;
      // The kernel forgets the pages that it could not write: a second sync would succeed without them.
      if (error !== null) failure ??= new DatabaseProblem(`The disk has not kept what was written to ${file} (${error.message}). Nothing more is stored: see to the disk, then start again.`, { cause: error });
      for (const one of covered) settle(one);
      if (failure !== null) waiting.splice(0).forEach(settle);
      if (waiting.length > 0) begin();
      else if (isClosed) letGo();
    };
    try {
      syncFile((descriptor ??= openSync(file, "r+")), end);
    } catch (error) {
      end(error as Error);
    }
  }

  function settle({ resolve, reject }: (typeof waiting)[number]): void {
    if (failure === null) resolve();
    else reject(failure);
  }

  function letGo(): void {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  }

  return {
    sync: () =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure);
        waiting.push({ resolve, reject });
        if (!isSyncing) begin();
      }),
    failure: () => failure,
    close() {
      isClosed = true;
      if (!isSyncing) letGo();
    },
  };
}
