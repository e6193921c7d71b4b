/** One isolate with its two realms, made and furnished before a submission arrives and thrown away after it. */
import type IsolatedVm from "isolated-vm";
import { ivm } from "./isolated-vm.ts";
import { takeRealm } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

export { ivm };

export interface HostFunctions {
  send(text: string, hold?: boolean): void;
  overflow(): void;
}

type Control = (operation: string, first?: string, second?: string, timeoutMs?: number) => string | number | undefined;

export interface PreparedIsolate {
  isolate: IsolatedVm.Isolate;
  judgeContext: IsolatedVm.Context;
  learnerContext: IsolatedVm.Context;
  /** `take` of the learner's realm as a module, which only modules made here may import. */
  kernel: IsolatedVm.Module;
  /** Runs an operation of the judge's realm, for at most `timeoutMs`. */
  control: Control;
  host: HostFunctions;
  memoryMb: number;
}

/** `onCatastrophe` is told when V8 has lost the isolate: the process must end. */
export function prepareIsolate(snapshot: Snapshot, memoryMb: number, onCatastrophe: () => void): PreparedIsolate {
  const isolate = new ivm.Isolate({ snapshot, memoryLimit: Math.max(16, memoryMb), onCatastrophicError: onCatastrophe });
  const judgeContext = isolate.createContextSync();
  const learnerContext = isolate.createContextSync();
  const host: HostFunctions = { send: () => {}, overflow: () => {} };

  const bootLearner = takeRealm(learnerContext, "bootLearner");
  const bootJudge = takeRealm(judgeContext, "bootJudge") as IsolatedVm.Reference<(...args: unknown[]) => Control>;
  // Both references are to functions of ours, taken before any code of a learner is in the isolate.
  const control = bootJudge.applySync(undefined, [
    bootLearner.derefInto(),
    new ivm.Callback((text: unknown, hold: unknown) => host.send(String(text), hold === true)),
    new ivm.Callback(() => host.overflow()),
    new ivm.Callback(() => performance.now()),
    new ivm.Callback((request: unknown) => answerUrl(String(request))),
  ], { result: { reference: true } }) as unknown as IsolatedVm.Reference<Control>;

  const kernel = isolate.compileModuleSync("const take = globalThis.__take; delete globalThis.__take; export { take };", { filename: "rung:kernel" });
  kernel.instantiateSync(learnerContext, () => {
    throw new Error("unreachable");
  });
  kernel.evaluateSync();
  return {
    isolate, judgeContext, learnerContext, kernel, host, memoryMb,
    control: (operation, first = "", second = "", timeoutMs = 5_000) =>
      control.applySync(undefined, [operation, first, second], { timeout: timeoutMs }) as string | number | undefined,
  };
}

const URL_FIELDS = ["href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"] as const;
const MOST_URL = 100_000;

/** `new URL` for the realms: a JSON request in, the parts as JSON out, `null` when it is no URL. */
export function answerUrl(request: string): string {
  try {
    if (request.length > MOST_URL) return "null";
    const { href, base, set, value } = JSON.parse(request) as { href?: unknown; base?: unknown; set?: unknown; value?: unknown };
    if (typeof href !== "string" || (base !== undefined && typeof base !== "string")) return "null";
    const url = new URL(href, base);
    const field = URL_FIELDS.find((name) => name === set);
    if (field !== undefined && field !== "origin" && typeof value === "string") url[field] = value;
    return JSON.stringify(Object.fromEntries(URL_FIELDS.map((name) => [name, url[name]])));
  } catch {
    return "null";
  }
}
