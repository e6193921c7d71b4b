/** One run of bash: the judge's shell works through the bats files and asks the learner's for each of their scripts. */
import type { RunCommand } from "../../frames.ts";
import type { BashPair } from "./isolate.ts";
import { memoryMessage, Stop, timeMessage } from "../../engine.ts";

export type BashCommand = Pick<RunCommand, "cpuMs" | "memoryMb"> & { files: Readonly<Record<string, string>>; tests: readonly { path: string; text: string; group: string }[] };

const LONGEST_TEXT = 6_000_000;

export function runBash(pair: BashPair, command: BashCommand, report: (body: object) => void): void {
  const { judge, learner } = pair;
  const startedNs = learner.isolate.cpuTime;
  const tooLong = (): Stop => new Stop("timed-out", timeMessage(command.cpuMs));
  const leftMs = (): number => {
    const left = command.cpuMs - Number((learner.isolate.cpuTime - startedNs) / 1_000_000n);
    if (left < 1) throw tooLong();
    return Math.ceil(left);
  };
  let failure: unknown = null;
  pair.host.report = (text) => {
    try {
      report(JSON.parse(text) as object);
    } catch (error) {
      failure ??= error;
    }
  };
  judge.start.applySync(undefined, [JSON.stringify({ files: command.files, tests: command.tests })], { timeout: command.cpuMs + 5_000 });
  for (;;) {
    if (failure !== null) throw failure;
    const next = judge.step.applySync(undefined, [""]) as string | undefined;
    if (next === "done") return;
    if (next === undefined) throw new Stop("errored", "A test waits for something that never comes.");
    if (next.startsWith("stop:")) throw new Stop("errored", `The tests could not go on: ${next.slice(5, 500)}`);
    judge.deliver.applySync(undefined, [askLearner(next)], { timeout: command.cpuMs + 5_000 });
  }

  function askLearner(request: string): string {
    try {
      learner.start.applySync(undefined, [request], { timeout: leftMs() });
      const answer = learner.take.applySync(undefined, [""], { timeout: leftMs() });
      if (typeof answer !== "string") throw new Stop("errored", "The script waits for something that never comes.");
      if (answer.length > LONGEST_TEXT) throw new Stop("too-much-output", "The script wrote too much.");
      return answer;
    } catch (error) {
      if (error instanceof Stop) throw error;
      if (error instanceof Error && error.message.includes("timed out")) throw tooLong();
      throw new Stop("out-of-memory", memoryMessage(command.memoryMb));
    }
  }
}
