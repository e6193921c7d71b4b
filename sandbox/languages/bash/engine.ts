/** Bash in the worker: a judge's shell and a learner's shell, each in an isolate of its own, made anew for every run. */
import { DEFAULT_LIMITS } from "../../contract.ts";
import { memoryMessage } from "../../engine.ts";
import type { Engine, RunHost } from "../../engine.ts";
import type { Material, RunCommand } from "../../frames.ts";
import { disposePair, prepareBash } from "./isolate.ts";
import type { BashPair } from "./isolate.ts";
import { runBash } from "./run.ts";

export function createEngine(): Engine {
  let bundles = { judge: "", learner: "" };
  let prepared: { pair: BashPair; memoryMb: number } | null = null;
  let onCatastrophe = (): void => process.abort();
  const make = (memoryMb: number): { pair: BashPair; memoryMb: number } => ({ pair: prepareBash(bundles, memoryMb, () => onCatastrophe()), memoryMb });

  return {
    boot({ judge = "", learner = "" }: Material) {
      bundles = { judge, learner };
    },
    prepare() {
      onCatastrophe = () => process.abort();
      prepared = make(DEFAULT_LIMITS.memoryMb);
    },
    run(command: RunCommand, host: RunHost) {
      if (prepared === null || prepared.memoryMb !== command.memoryMb) {
        if (prepared !== null) disposePair(prepared.pair);
        prepared = make(command.memoryMb);
      }
      const { pair } = prepared;
      prepared = null;
      onCatastrophe = () => host.lost(memoryMessage(command.memoryMb));
      runBash(pair, command, host.report);
      disposePair(pair);
    },
  };
}
