/** JavaScript and TypeScript in the worker: one isolate with two realms per run. */
import { DEFAULT_LIMITS } from "../../contract.ts";
import { memoryMessage } from "../../engine.ts";
import type { Engine, RunHost } from "../../engine.ts";
import type { Material, RunCommand } from "../../frames.ts";
import { stripTypes } from "../typescript/strip.ts";
import { prepareIsolate } from "./isolate.ts";
import type { PreparedIsolate } from "./isolate.ts";
import { runJavaScript } from "./run.ts";
import { makeSnapshot } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

export function createEngine(): Engine {
  let snapshot: Snapshot | null = null;
  let prepared: PreparedIsolate | null = null;
  let spent: PreparedIsolate["isolate"] | null = null;
  let onCatastrophe = (): void => process.abort();
  const make = (memoryMb: number): PreparedIsolate => {
    if (snapshot === null) throw new Error("prepared before boot");
    return prepareIsolate(snapshot, memoryMb, () => onCatastrophe());
  };

  return {
    boot({ realms = "", warmUp = "" }: Material) {
      snapshot = makeSnapshot({ realms, warmUp });
      // The first call readies the transpiler. What enums and the like need besides (50 ms) waits for one: few files have them.
      stripTypes("let warm: unknown");
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
      runJavaScript(current, command);
    },
  };
}
