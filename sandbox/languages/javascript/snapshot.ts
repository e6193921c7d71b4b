/**
 * The heap that every isolate starts from: the realms' own code, evaluated and compiled. It is made by each worker when it starts,
 * from the bundles that it was sent and nothing else, and stays in its memory: a snapshot is machine code and is never read from anywhere.
 *
 * A context that is made from it has, as its only addition, the global `START` with both realms' halves. `takeRealms` takes it out
 * before anything else happens in that context.
 */
import type IsolatedVm from "isolated-vm";
import { ivm } from "./isolated-vm.ts";

export type Snapshot = IsolatedVm.ExternalCopy<ArrayBuffer>;

const START = "__rung";

/** About 150 ms. Throws when the code can't be evaluated. */
export function makeSnapshot({ realms, warmUp }: { realms: string; warmUp: string }): Snapshot {
  return ivm.Isolate.createSnapshot(
    [{ code: `globalThis.${START} = (() => { const make = () => (${realms}); return { make, realms: make() }; })();`, filename: "rung:realms" }],
    // Runs in a context of its own, which is thrown away.
    `(${warmUp})(${START}.make(), ${START}.make());`,
  );
}

/** The half of one realm, which is then reachable from nowhere in its context. */
export function takeRealm(context: IsolatedVm.Context, half: "bootJudge" | "bootLearner"): IsolatedVm.Reference {
  return context.evalSync(`{ const taken = globalThis.${START}; delete globalThis.${START}; taken.realms.${half}; }`, { filename: "rung:start", reference: true }) as IsolatedVm.Reference;
}
