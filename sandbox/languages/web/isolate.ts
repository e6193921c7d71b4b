/** One isolate of a page's run: the judge's realm with the DOM in it, and a realm of the learner's for each page that is opened. */
import type IsolatedVm from "isolated-vm";
import { answerUrl, ivm } from "../javascript/isolate.ts";
import type { HostFunctions, PreparedIsolate } from "../javascript/isolate.ts";
import { takeCode } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

/** What pages need of the worker while the isolate runs. */
export interface PageWorker {
  openRealm(): void;
  evaluate(kind: string, path: string, code: string, line: number): string;
}

export interface PreparedPages extends PreparedIsolate {
  /** Runs an operation of the judge's pages, for at most `timeoutMs`. */
  pages(operation: string, first?: string, timeoutMs?: number): string | number | undefined;
  worker: PageWorker;
  /** Makes the realm of the next page, and tells the pages of it. */
  openRealm(): void;
}

interface Realm {
  context: IsolatedVm.Context;
  boot: IsolatedVm.Reference;
}
/** Made ahead: the first page's, and one more for a test file that loads the page anew. */
const REALMS_AHEAD = 2;

/** `onCatastrophe` is told when V8 has lost the isolate: the process must end. */
export function preparePages(snapshot: Snapshot, memoryMb: number, onCatastrophe: () => void): PreparedPages {
  const isolate = new ivm.Isolate({ snapshot, memoryLimit: Math.max(32, memoryMb), onCatastrophicError: onCatastrophe });
  const host: HostFunctions = { send: () => {}, overflow: () => {} };
  const unset = (): never => {
    throw new Error("No run is going on");
  };
  const worker: PageWorker = { openRealm: unset, evaluate: unset };

  const judgeContext = isolate.createContextSync();
  const learnerContext = isolate.createContextSync();
  // All references are to functions of ours, taken before any code of a learner is in the isolate.
  const judgeCode = takeCode(judgeContext);
  const control = judgeCode("judge").applySync(undefined, [
    takeCode(learnerContext)("learner").derefInto(),
    new ivm.Callback((text: unknown, hold: unknown) => host.send(String(text), hold === true)),
    new ivm.Callback(() => host.overflow()),
    new ivm.Callback(() => performance.now()),
    new ivm.Callback((request: unknown) => answerUrl(String(request))),
  ], { result: { reference: true } }) as unknown as IsolatedVm.Reference;
  const pages = judgeCode("pages").applySync(undefined, [
    new ivm.Callback(() => worker.openRealm()),
    new ivm.Callback((kind: unknown, path: unknown, code: unknown, line: unknown) => worker.evaluate(String(kind), String(path), String(code), Number(line))),
  ], { result: { reference: true } }) as unknown as IsolatedVm.Reference;

  const makeRealm = (): Realm => {
    const context = isolate.createContextSync();
    return { context, boot: takeCode(context)("page") };
  };
  const ahead: Realm[] = [];
  for (let i = 0; i < REALMS_AHEAD; i += 1) ahead.push(makeRealm());

  const takeKernel = (context: IsolatedVm.Context): IsolatedVm.Module => {
    const kernel = isolate.compileModuleSync("const take = globalThis.__take; delete globalThis.__take; export { take };", { filename: "rung:kernel" });
    kernel.instantiateSync(context, unset);
    kernel.evaluateSync();
    return kernel;
  };

  const prepared: PreparedPages = {
    isolate, judgeContext, learnerContext, host, memoryMb, worker,
    kernel: takeKernel(learnerContext),
    control: (operation, first = "", second = "", timeoutMs = 5_000) =>
      control.applySync(undefined, [operation, first, second], { timeout: timeoutMs }) as string | number | undefined,
    pages: (operation, first = "", timeoutMs = 5_000) => pages.applySync(undefined, [operation, first], { timeout: timeoutMs }) as string | number | undefined,
    openRealm() {
      const { context, boot } = ahead.shift() ?? makeRealm();
      pages.applySync(undefined, ["join", boot.derefInto()]);
      prepared.learnerContext = context;
      prepared.kernel = takeKernel(context);
    },
  };
  return prepared;
}
