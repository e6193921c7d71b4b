/** One run of Python in a prepared pair of interpreters. */
import { memoryMessage, Stop, timeMessage } from "../../engine.ts";
import type { RunHost } from "../../engine.ts";
import type { RunCommand } from "../../frames.ts";
import type { PythonPair } from "./pair.ts";
import { sideSeed } from "./surroundings.ts";

/** What the judge keeps of a hostile program's answers stays below this, whatever the lab allows the program, mebibytes. */
const JUDGE_MB = 192;

/** Reports every test to `host`, or throws `Stop`. */
export function runPython(pair: PythonPair, command: RunCommand, host: RunHost): void {
  const leftMs = countTime(pair, command);
  const { judge, learner } = pair.surroundings;
  pair.host = { ...pair.host, overflow: () => host.overflow(), leftMs, report: (text) => report(JSON.parse(text) as { type?: unknown; status?: unknown }) };
  const report = (body: { type?: unknown; status?: unknown }): void => {
    // The program may have lived on with a MemoryError; that it did not pass the test is then explained best by the limit.
    if (body.type === "end" && body.status !== "passed" && learner.memoryMet) throw new Stop("out-of-memory", memoryMessage(command.memoryMb));
    host.report(body);
  };
  const seeds = [sideSeed(command.seed, "judge"), sideSeed(command.seed, "learner")] as const;
  judge.reseed(seeds[0]);
  learner.reseed(seeds[1]);
  pair.learner.limitMemory(command.memoryMb);
  pair.judge.limitMemory(JUDGE_MB);
  let ending: { stop?: string; message?: string };
  try {
    ending = JSON.parse(pair.run(JSON.stringify({
      files: command.files, tests: command.tests.map(({ path, text, group }) => [path, text, group]), outputCharacters: command.outputKb * 1_024, seeds,
    }))) as typeof ending;
  } catch (error) {
    throw explain(pair.failure ?? error, pair, command, leftMs);
  }
  if (pair.failure !== null) throw explain(pair.failure, pair, command, leftMs);
  if (ending.stop === undefined) return;
  if (learner.memoryMet) throw new Stop("out-of-memory", memoryMessage(command.memoryMb));
  throw new Stop("errored", ending.message ?? "");
}

/** A function that says how long the learner's isolate may still run, milliseconds, and throws when that is over. */
function countTime(pair: PythonPair, command: RunCommand): () => number {
  const startedNs = pair.learner.isolate.cpuTime;
  return () => {
    const left = command.cpuMs - Number((pair.learner.isolate.cpuTime - startedNs) / 1_000_000n);
    if (left < 1) throw new Stop("timed-out", timeMessage(command.cpuMs));
    // An isolate's own timeout is by the clock on the wall, which on a busy machine runs faster than a program can.
    return command.stretchMs;
  };
}

function explain(error: unknown, pair: PythonPair, command: RunCommand, leftMs: () => number): Stop {
  if (error instanceof Stop) return error;
  const message = error instanceof Error ? error.message : String(error);
  try {
    leftMs();
  } catch (stop) {
    if (stop instanceof Stop) return stop;
  }
  if (message.includes("Script execution timed out")) return new Stop("timed-out", timeMessage(command.cpuMs));
  if (message.includes("Program terminated with exit")) return new Stop("errored", "The program ended Python itself (os._exit).");
  if (pair.surroundings.learner.memoryMet || /memory/i.test(message)) return new Stop("out-of-memory", memoryMessage(command.memoryMb));
  if (/call stack|stack overflow|recursion|too deeply/i.test(message)) return new Stop("errored", "The program was stopped: it called itself too deeply.");
  // The judge's own interpreter refused what came in, or the learner's fell over: whichever, nothing more can be told of the program.
  return new Stop("errored", "The program broke off the connection to its tests.");
}
