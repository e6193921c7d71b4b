import { Worker } from "node:worker_threads";

/** Writes between two checkpoints: a log of a few megabytes. */
const WRITES_BETWEEN = 256;

export interface Checkpoints {
  /** Is told of each commit. */
  committed(): void;
  /** Ends the thread. */
  close(): Promise<void>;
}

/**
 * Brings the write-ahead log into the database file, on a thread of its own: SQLite does it within the `COMMIT` that makes
 * the log long, and the whole process would wait for tens of milliseconds of disk. Twice each time: first beside what is
 * being written, then for the rest that came meanwhile, while `pause` holds the writers back, so that the log begins anew
 * instead of growing as long as somebody writes. Where no thread can be had it grows until SQLite does it itself.
 */
export function createCheckpoints(file: string, pause: (act: () => Promise<void>) => Promise<void>, writesBetween: number = WRITES_BETWEEN): Checkpoints {
  let thread: Worker | null = null;
  let asked: PromiseWithResolvers<void> | null = null;
  let writes = 0;
  let isRunning = false;
  let isOver = false;

  async function run(): Promise<void> {
    isRunning = true;
    writes = 0;
    try {
      await checkpoint();
      await pause(checkpoint);
    } catch {
      // SQLite's own, at four times the length, are slower and as safe.
      isOver = true;
    }
    isRunning = false;
  }

  async function checkpoint(): Promise<void> {
    if (isOver) return;
    asked = Promise.withResolvers();
    thread ??= startThread();
    thread.postMessage("checkpoint");
    await asked.promise;
  }

  /** Holds nothing up: neither the end of the process nor, by its memory, anything else. */
  function startThread(): Worker {
    const started = new Worker(new URL("./checkpoint-thread.mjs", import.meta.url), { workerData: { file }, name: "checkpoints", execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 } });
    started.unref();
    started.on("message", () => asked?.resolve());
    started.on("error", (error) => asked?.reject(error));
    started.on("exit", () => asked?.reject(new Error("The thread has ended.")));
    return started;
  }

  return {
    committed() {
      writes += 1;
      if (writes >= writesBetween && !isRunning && !isOver) void run();
    },
    async close() {
      isOver = true;
      await thread?.terminate();
    },
  };
}
