/** Bash in the worker: a judge's shell and a learner's shell, each in an isolate of its own, made anew for every run. */
import { DEFAULT_LIMITS } from "../../contract.ts";
import { memoryMessage } from "../../engine.ts";
import type { Engine, RunHost } from "../../engine.ts";
import type { Material, RunCommand } from "../../frames.ts";
import { disposePair, makePair, takeSnapshot } from "./pair.ts";
import type { BashPair, Snapshot } from "./pair.ts";
import { runBash } from "./run.ts";

export function createEngine(): Engine {
  let snapshots: { judge: Snapshot; learner: Snapshot } | null = null;
  let prepared: BashPair | null = null;
  let onCatastrophe = (): void => process.abort();
  const make = (memoryMb: number): BashPair => {
    if (snapshots === null) throw new Error("boot comes first");
    return makePair(snapshots, memoryMb, () => onCatastrophe());
  };

  return {
    boot({ judge = "", learner = "" }: Material) {
      snapshots = { judge: takeSnapshot(judge, ""), learner: takeSnapshot(learner, "") };
    },
    prepare() {
      onCatastrophe = () => process.abort();
      prepared = make(DEFAULT_LIMITS.memoryMb);
    },
    run(command: RunCommand, host: RunHost) {
      if (prepared === null || prepared.memoryMb !== command.memoryMb) {
        if (prepared !== null) disposePair(prepared);
        prepared = make(command.memoryMb);
      }
      const pair = prepared;
      prepared = null;
      onCatastrophe = () => host.lost(memoryMessage(command.memoryMb));
      runBash(pair, command, host);
      disposePair(pair);
    },
  };
}
