/** The two shells, each in an isolate of its own. */
import { createRequire } from "node:module";
import type IsolatedVm from "isolated-vm";
import { runBash } from "./run.ts";

const require = createRequire(import.meta.url);
const ivm = require("isolated-vm") as typeof IsolatedVm;

type Text = IsolatedVm.Reference<(text: string) => string | undefined>;
export interface BashPair {
  judge: { isolate: IsolatedVm.Isolate; start: Text; step: Text; deliver: Text };
  learner: { isolate: IsolatedVm.Isolate; start: Text; take: Text };
  host: { report(text: string): void };
}

export function prepareBash(bundles: { judge: string; learner: string }, memoryMb: number, onCatastrophe: () => void): BashPair {
  const host: BashPair["host"] = { report: () => {} };
  const make = (): [IsolatedVm.Isolate, IsolatedVm.Context] => {
    const isolate = new ivm.Isolate({ memoryLimit: memoryMb, onCatastrophicError: onCatastrophe });
    return [isolate, isolate.createContextSync()];
  };
  const [judgeIsolate, judgeContext] = make();
  const [learnerIsolate, learnerContext] = make();
  const judge = judgeContext.evalClosureSync(`const boot = ${bundles.judge}; const shell = boot((text) => { $0(text); }, () => $1()); return shell;`,
    [new ivm.Callback((text: unknown) => host.report(String(text))), new ivm.Callback(() => performance.now())], { result: { reference: true } }) as unknown as IsolatedVm.Reference<Record<string, unknown>>;
  const learner = learnerContext.evalClosureSync(`const boot = ${bundles.learner}; return boot();`, [], { result: { reference: true } }) as unknown as IsolatedVm.Reference<Record<string, unknown>>;
  const of = (shell: IsolatedVm.Reference<Record<string, unknown>>, name: string): Text => shell.getSync(name, { reference: true }) as unknown as Text;
  const pair: BashPair = {
    judge: { isolate: judgeIsolate, start: of(judge, "start"), step: of(judge, "step"), deliver: of(judge, "deliver") },
    learner: { isolate: learnerIsolate, start: of(learner, "start"), take: of(learner, "take") },
    host,
  };
  // Once through everything with a script of ours: what V8 compiles when it is first used is then compiled.
  runBash(pair, WARM_UP, () => {});
  host.report = () => {};
  return pair;
}

/** Frees both isolates. */
export function disposePair(pair: BashPair): void {
  for (const { isolate } of [pair.judge, pair.learner]) if (!isolate.isDisposed) isolate.dispose();
}

const WARM_UP = {
  cpuMs: 10_000, memoryMb: 64,
  files: { "warm.sh": 'set -euo pipefail\nmain() { local list=(a b) i; for i in "${list[@]}"; do printf "%s\\n" "$i"; done; echo $(( 1 + 2 )) | sed s/3/4/; cat <<< "${1:-x}"; }\nmain "$@"\n' },
  tests: [{ path: "warm.bats", group: "visible", text: '@test "one" {\n run bash warm.sh a\n assert_success\n assert_output --partial "a"\n assert_line "b"\n [ "$status" -eq 0 ]\n [[ "$output" == *4* ]]\n}\n' }],
} as const;
