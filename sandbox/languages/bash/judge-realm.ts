/** The judge's shell: it runs the bats files. Whatever is the learner's is run by the learner's shell. */
import "./realm-globals.ts";
import { BatsFile } from "./bats/run-file.ts";
import { readToJudge } from "./exchange.ts";
import { Mailbox } from "./mailbox.ts";
import type { Realm } from "./mailbox.ts";
import { LimitMet } from "./shell/control.ts";
import { limitOf } from "./shell/shell.ts";
import type { ToJudge, ToLearner } from "./messages.ts";

/** What a run is about. */
export interface Given {
  files: Record<string, string>;
  tests: { path: string; text: string; group: string }[];
  seed: string;
  outputKb: number;
  mostSleepMs: number;
}
/** Letters of this realm: for the learner's side, a report for the census, or the end. */
export type FromJudge =
  | { to: "learner"; message: ToLearner }
  | { to: "census"; report: object }
  | { to: "worker"; end: true; stop: { reason: string; message: string } | null };

/** Asks the learner's side. Its calls back into the tests are answered by `callBack`. */
export type Ask = (message: ToLearner, callBack?: (call: Extract<ToJudge, { type: "call" }>) => Promise<Extract<ToLearner, { type: "return" }>>) => Promise<Exclude<ToJudge, { type: "call" | "limit" }>>;

export function bootJudge(): Realm {
  const mailbox = new Mailbox();
  const post = (letter: FromJudge): void => mailbox.send(letter);
  const ask: Ask = async (message, callBack) => {
    let next = message;
    for (;;) {
      const coming = mailbox.next();
      post({ to: "learner", message: next });
      const answer = readToJudge(await coming);
      if (answer === null) throw new LimitMet("errored", "The script's shell gave no answer.");
      if (answer.type === "limit") throw new LimitMet(readReason(answer.reason), answer.message);
      if (answer.type !== "call") return answer;
      if (callBack === undefined) throw new LimitMet("errored", "The script's shell called what is not there.");
      next = await callBack(answer);
    }
  };
  let file: BatsFile | null = null;

  async function grade({ files, tests, seed, outputKb, mostSleepMs }: Given): Promise<void> {
    const report = (type: string, body: object): void => post({ to: "census", report: { type, ...body } });
    const suites = tests.filter(({ path }) => path.endsWith(".bats"));
    const helpers = tests.filter(({ path }) => !path.endsWith(".bats"));
    const runs = suites.map((suite) => new BatsFile({ suite, helpers, files, seed, outputKb, mostSleepMs, ask, report }));
    const first = runs[0];
    if (first !== undefined) {
      file = first;
      await first.begin();
    }
    report("loaded", { output: "" });
    report("declare", { tests: runs.flatMap((run) => run.declare()) });
    let index = 0;
    for (const run of runs) {
      file = run;
      if (run !== first) await run.begin();
      index = await run.run(index);
    }
    report("finish", {});
  }
  const end = (error: unknown): void => {
    const met = error instanceof LimitMet ? error : error instanceof RangeError ? limitOf(error) : null;
    if (met === null) throw error;
    post({ to: "worker", end: true, stop: { reason: met.reason, message: met.message } });
  };
  return {
    receive(text) {
      if (mailbox.deliver(text)) return;
      grade(JSON.parse(text) as Given).then(() => post({ to: "worker", end: true, stop: null }), (error: unknown) => {
        try {
          end(error);
        } catch (crash) {
          post({ to: "worker", end: true, stop: { reason: "crashed", message: crash instanceof Error ? `${crash.message}\n${crash.stack ?? ""}` : String(crash) } });
        }
      });
    },
    take: () => mailbox.take(),
    wake: () => file?.wake() ?? false,
  };
}

function readReason(reason: string): LimitMet["reason"] {
  return reason === "timed-out" || reason === "out-of-memory" || reason === "too-much-output" ? reason : "errored";
}
