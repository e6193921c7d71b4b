/** One run of bash: carries letters between the judge's shell, the learner's and the census. */
import { memoryMessage, Stop, timeMessage } from "../../engine.ts";
import type { RunHost } from "../../engine.ts";
import type { RunCommand, StopReason } from "../../frames.ts";
import type { FromJudge, Given } from "./judge-realm.ts";
import type { BashPair, Side } from "./pair.ts";

const LONGEST_LETTER = 64 * 1024 * 1024;
/** The tests' own shell may take this much longer than the script: it compares what the script has made. */
const JUDGE_MS = 5_000;
const MOST_SLEEP = 2;

/** Throws `Stop`. */
export function runBash({ judge, learner }: BashPair, command: RunCommand, host: Pick<RunHost, "report">): void {
  const startedNs = learner.isolate.cpuTime;
  const tooLong = (): Stop => new Stop("timed-out", timeMessage(command.cpuMs));
  const leftMs = (): number => {
    const left = command.cpuMs - Number((learner.isolate.cpuTime - startedNs) / 1_000_000n);
    if (left < 1) throw tooLong();
    // An isolate's own timeout is by the clock on the wall, which on a busy machine runs faster than a script can.
    return command.stretchMs;
  };
  /** What an isolate throws itself is a limit that it met. */
  const guarded = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (error) {
      if (error instanceof Stop) throw error;
      throw error instanceof Error && error.message.includes("timed out") ? tooLong() : new Stop("out-of-memory", memoryMessage(command.memoryMb));
    }
  };
  const judgeMs = command.cpuMs + JUDGE_MS;
  const given: Given = { files: command.files, tests: command.tests, seed: command.seed, outputKb: command.outputKb, mostSleepMs: command.cpuMs * MOST_SLEEP };
  guarded(() => judge.receive(JSON.stringify(given), judgeMs));
  for (;;) {
    const letter = guarded(() => judge.take(judgeMs));
    if (letter !== "") {
      const read = JSON.parse(letter) as FromJudge;
      if (read.to === "census") host.report(read.report);
      else if (read.to === "learner") guarded(() => learner.receive(JSON.stringify(read.message), leftMs()));
      else if (read.stop === null) return;
      else if (read.stop.reason === "crashed") throw new Error(read.stop.message);
      else throw new Stop(read.stop.reason as StopReason, read.stop.message);
      continue;
    }
    const answer = guarded(() => learner.take(leftMs()));
    if (answer.length > LONGEST_LETTER) throw new Stop("out-of-memory", memoryMessage(command.memoryMb));
    if (answer !== "") {
      guarded(() => judge.receive(answer, judgeMs));
      continue;
    }
    const woken = [learner, judge].some((side: Side) => guarded(() => side.wake(side === learner ? leftMs() : judgeMs)));
    if (!woken) throw new Stop("timed-out", "The script was stopped: it waits for something that never comes.");
  }
}
