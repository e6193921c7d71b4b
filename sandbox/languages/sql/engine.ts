/** SQL in the worker: SQLite for the learner's script in a fresh isolate, and for the reference in one of its own. */
import { memoryMessage } from "../../engine.ts";
import type { Engine, RunHost } from "../../engine.ts";
import type { Material, RunCommand } from "../../frames.ts";
import { SqlRuntime } from "./isolate.ts";
import type { SqlIsolate } from "./isolate.ts";
import { runSql } from "./run.ts";

/** The judge's SQLite lives on, since only authors' SQL is run there, until it has grown to this, mebibytes. */
const JUDGE_MB = 48;

export function createEngine(): Engine {
  let runtime: SqlRuntime | null = null;
  let learner: SqlIsolate | null = null;
  let judge: SqlIsolate | null = null;
  let onCatastrophe = (): void => process.abort();

  return {
    boot({ realm = "", script = "", wasm = "" }: Material) {
      runtime = new SqlRuntime({ realm, script, wasm }, () => onCatastrophe());
    },
    async prepare() {
      if (runtime === null) return;
      onCatastrophe = () => process.abort();
      if (judge !== null && judge.memoryMb > JUDGE_MB) {
        judge.isolate.dispose();
        judge = null;
      }
      judge ??= await runtime.create();
      learner ??= await runtime.create();
    },
    run(command: RunCommand, host: RunHost) {
      if (learner === null || judge === null) throw new Error("a run before anything was prepared");
      const current = learner;
      learner = null;
      onCatastrophe = () => host.lost(memoryMessage(command.memoryMb));
      runSql(current, judge, command, host);
      if (!current.isolate.isDisposed) current.isolate.dispose();
    },
  };
}
