/**
 * The heap that every isolate starts from: the code of all realms of a page's run, compiled and not yet evaluated. Each worker makes it
 * when it starts, from the bundles that it was sent and nothing else, and keeps it in its memory.
 */
import { setFlagsFromString } from "node:v8";
import type IsolatedVm from "isolated-vm";
import { ivm } from "../javascript/isolate.ts";

export type Snapshot = IsolatedVm.ExternalCopy<ArrayBuffer>;

export interface PageBundles {
  judge: string;
  learner: string;
  /** The DOM and what opens pages, for the judge's realm. */
  pages: string;
  /** The learner's realm of a page. */
  page: string;
}

export function makeSnapshot(bundles: PageBundles): Snapshot {
  const makers = Object.entries(bundles).map(([name, code]) => `${name}: () => (${(code as string).trim().replace(/;$/, "")})`);
  const code = `globalThis.__rung = { ${makers.join(",\n")} };`;
  setFlagsFromString("--no-lazy");
  try {
    return ivm.Isolate.createSnapshot([{ code, filename: "rung:pages" }]);
  } finally {
    setFlagsFromString("--lazy");
  }
}

/** Evaluates one of the bundles in a context of a snapshot, where they are then reachable from nowhere else. */
export function takeCode(context: IsolatedVm.Context): (name: keyof PageBundles) => IsolatedVm.Reference {
  const makers = context.evalSync("{ const taken = globalThis.__rung; delete globalThis.__rung; (name) => taken[name](); }", { filename: "rung:start", reference: true }) as IsolatedVm.Reference<(name: string) => unknown>;
  return (name) => makers.applySync(undefined, [name], { result: { reference: true } }) as unknown as IsolatedVm.Reference;
}
