/** The two shells, each in an isolate of its own. Only texts cross. */
import { createRequire } from "node:module";
import type IsolatedVm from "isolated-vm";

const require = createRequire(import.meta.url);
const ivm = require("isolated-vm") as typeof IsolatedVm;

export type Snapshot = IsolatedVm.ExternalCopy<ArrayBuffer>;
export interface Side {
  isolate: IsolatedVm.Isolate;
  receive(text: string, timeoutMs: number): void;
  /** The next letter of this side; "" when there is none. */
  take(timeoutMs: number): string;
  /** Lets time pass for sleepers; false when nobody sleeps. */
  wake(timeoutMs: number): boolean;
}
export interface BashPair {
  judge: Side;
  learner: Side;
  memoryMb: number;
}

/** V8's image of a realm after its code has been loaded and used once. Made of our own code, in this process, never kept. */
export function takeSnapshot(bundle: string, warmUp: string): Snapshot {
  return ivm.Isolate.createSnapshot([{ code: `globalThis.realm = (${bundle})();` }], warmUp) as unknown as Snapshot;
}

function makeSide(snapshot: Snapshot, memoryMb: number, onCatastrophe: () => void): Side {
  const isolate = new ivm.Isolate({ memoryLimit: Math.max(16, memoryMb), snapshot: snapshot as never, onCatastrophicError: onCatastrophe });
  const context = isolate.createContextSync();
  const realm = context.evalSync("const taken = globalThis.realm; delete globalThis.realm; for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name]; taken", { reference: true }) as IsolatedVm.Reference<Record<string, unknown>>;
  const reference = (name: string): IsolatedVm.Reference<(...args: unknown[]) => unknown> => realm.getSync(name, { reference: true }) as never;
  const [receive, take, wake] = [reference("receive"), reference("take"), reference("wake")];
  return {
    isolate,
    receive: (text, timeoutMs) => void receive.applySync(undefined, [text], { timeout: timeoutMs }),
    take: (timeoutMs) => String(take.applySync(undefined, [], { timeout: timeoutMs })),
    wake: (timeoutMs) => wake.applySync(undefined, [], { timeout: timeoutMs }) === true,
  };
}

export function makePair(snapshots: { judge: Snapshot; learner: Snapshot }, memoryMb: number, onCatastrophe: () => void): BashPair {
  return { judge: makeSide(snapshots.judge, memoryMb, onCatastrophe), learner: makeSide(snapshots.learner, memoryMb, onCatastrophe), memoryMb };
}
export function disposePair({ judge, learner }: BashPair): void {
  for (const { isolate } of [judge, learner]) if (!isolate.isDisposed) isolate.dispose();
}
