/** Web pages in the worker: one isolate per run, with the DOM on the judge's side. */
import { DEFAULT_LIMITS } from "../../contract.ts";
import { memoryMessage } from "../../engine.ts";
import type { Engine, RunHost } from "../../engine.ts";
import type { Material, RunCommand } from "../../frames.ts";
import { stripTypes } from "../typescript/strip.ts";
import { preparePages } from "./isolate.ts";
import type { PreparedPages } from "./isolate.ts";
import { runPages } from "./run.ts";
import { makeSnapshot } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

export function createEngine(): Engine {
  let snapshot: Snapshot | null = null;
  let prepared: PreparedPages | null = null;
  let spent: PreparedPages["isolate"] | null = null;
  let onCatastrophe = (): void => process.abort();
  const make = (memoryMb: number): PreparedPages => {
    if (snapshot === null) throw new Error("prepared before boot");
    return preparePages(snapshot, memoryMb, () => onCatastrophe());
  };

  return {
    boot({ judge = "", learner = "", pages = "", page = "" }: Material) {
      snapshot = makeSnapshot({ judge, learner, pages, page });
      // The first call loads the transpiler, which takes longer than any file.
      stripTypes("enum Warm { Up }");
    },
    prepare() {
      // Here, where nobody waits for it.
      if (spent?.isDisposed === false) spent.dispose();
      spent = null;
      prepared = make(DEFAULT_LIMITS.memoryMb);
    },
    run(command: RunCommand, host: RunHost) {
      if (prepared === null || prepared.memoryMb !== command.memoryMb) {
        prepared?.isolate.dispose();
        prepared = make(command.memoryMb);
      }
      const current = prepared;
      onCatastrophe = () => host.lost(memoryMessage(command.memoryMb));
      current.host.send = host.send;
      current.host.overflow = host.overflow;
      prepared = null;
      spent = current.isolate;
      runPages(current, command);
    },
  };
}
