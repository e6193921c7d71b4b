/**
 * A thread of `checkpoints.ts`: each message is one checkpoint; the answer is sent when it is over. Not TypeScript,
 * because a thread would have to start Node's reader of types for these few lines.
 */
import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";

const connection = new Sqlite(workerData.file, { fileMustExist: true });

parentPort?.on("message", () => {
  // Takes what no reader needs any more, and waits for nobody. The disk has it before the log is written anew.
  connection.pragma("wal_checkpoint(PASSIVE)");
  parentPort?.postMessage("over");
});
