/**
 * Two interpreters in two isolates: the judge's and the learner's. What passes between them is text, through this process,
 * and the learner's isolate has no other way to anything: even its whole JavaScript in wrong hands can only send values.
 */
import type IsolatedVm from "isolated-vm";
import { ivm } from "../javascript/isolated-vm.ts";
import type { Interpreter, PythonRuntime } from "./runtime.ts";
import { Surroundings } from "./surroundings.ts";

const LONGEST_TEXT = 8_000_000;
/** Calls from one side into the other and back again, at the most. */
const DEEPEST = 60;
type Speak = IsolatedVm.Reference<(text: string) => string>;

export interface PythonHost {
  /** A report of the judge's, without the run's secret. */
  report(text: string): void;
  overflow(): void;
  /** Milliseconds that the learner's isolate may still use. Throws when there are none. */
  leftMs(): number;
  /** Told each text on its way into the learner's isolate; for tests of what goes there. */
  onSend?(text: string): void;
}
export interface PythonPair {
  judge: Interpreter;
  learner: Interpreter;
  surroundings: { judge: Surroundings; learner: Surroundings };
  host: PythonHost;
  /** What ended the run from outside of it; null while nothing has. */
  failure: unknown;
  /** Loads the files and runs the tests; gives `{}` or `{ stop, message }` as JSON. */
  run(text: string): string;
  dispose(): void;
}

const SILENT: PythonHost = { report: () => {}, overflow: () => {}, leftMs: () => 5_000 };

function asText(value: unknown): string {
  if (typeof value !== "string") throw new Error("an interpreter said what is no text");
  if (value.length > LONGEST_TEXT) throw new Error("an interpreter said too much");
  return value;
}

/** Made ahead of need. The caller disposes of it. */
export function preparePair(runtime: PythonRuntime): PythonPair {
  const clock = { aheadMs: 0 };
  const surroundings = { judge: new Surroundings(clock), learner: new Surroundings(clock) };
  const [judge, learner] = [runtime.create(surroundings.judge), runtime.create(surroundings.learner)];
  const pair: { host: PythonHost; failure: unknown } = { host: SILENT, failure: null };
  let depth = 0;
  const crossing = (act: () => string): string => {
    depth += 1;
    try {
      if (pair.failure !== null) throw pair.failure;
      if (depth > DEEPEST) throw new Error("the two programs call each other too deeply");
      return act();
    } catch (error) {
      // Kept here: whatever the interpreters make of it, the run is over.
      pair.failure ??= error;
      throw error;
    } finally {
      depth -= 1;
    }
  };
  const toLearner = (text: unknown): string => crossing(() => {
    pair.host.onSend?.(asText(text));
    return asText(hear.applySync(undefined, [asText(text)], { timeout: pair.host.leftMs() }));
  });
  const toJudge = (text: unknown): string => crossing(() => {
    const answer = asText(receive.applySync(undefined, [asText(text)]));
    pair.host.onSend?.(answer);
    return answer;
  });
  const wait = (milliseconds: unknown): void => {
    clock.aheadMs += Math.min(Math.max(Number(milliseconds) || 0, 0), 1e12);
  };

  const hear: Speak = learner.context.evalClosureSync(`
    const start = __python.runPython("import rung.learner; rung.learner.start");
    const hear = start((text) => $0(text), () => { $1(); throw new Error("too much output"); }, (milliseconds) => { $2(milliseconds); });
    delete globalThis.__python; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; delete globalThis.Atomics;
    return (text) => hear(text);`,
  [new ivm.Callback(toJudge), new ivm.Callback(() => crossing(() => (pair.host.overflow(), ""))), new ivm.Callback(wait)], { result: { reference: true } }) as unknown as Speak;
  const both = judge.context.evalClosureSync(`
    const start = __python.runPython("import rung.judge; rung.judge.start");
    const pair = start((text) => $0(text), (text) => { $1(text); }, () => $2(), (milliseconds) => { $3(milliseconds); });
    const receive = pair.get(0), run = pair.get(1);
    delete globalThis.__python;
    return { receive: (text) => receive(text), run: (text) => run(text) };`,
  [new ivm.Callback(toLearner), new ivm.Callback((text: unknown) => crossing(() => (pair.host.report(asText(text)), ""))), new ivm.Callback(() => performance.now()), new ivm.Callback(wait)],
  { result: { reference: true } }) as unknown as IsolatedVm.Reference<{ receive: (text: string) => string; run: (text: string) => string }>;
  const receive = both.getSync("receive", { reference: true }) as unknown as Speak;
  const run = both.getSync("run", { reference: true }) as unknown as Speak;
  return Object.assign(pair, {
    judge, learner, surroundings,
    run: (text: string) => asText(run.applySync(undefined, [text])),
    dispose(): void {
      if (!learner.isolate.isDisposed) learner.isolate.dispose();
      if (!judge.isolate.isDisposed) judge.isolate.dispose();
    },
  });
}
