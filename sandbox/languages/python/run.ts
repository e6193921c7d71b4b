/** One run of Python in a prepared pair of interpreters. */
import { memoryMessage, Stop, timeMessage } from "../../engine.ts";
import type { RunHost } from "../../engine.ts";
import type { RunCommand, StopReason } from "../../frames.ts";
import type { PythonPair } from "./pair.ts";

/** Throws `Stop`. */
export function runPython(pair: PythonPair, command: RunCommand, host: RunHost): void {
  const startedNs = pair.learner.isolate.cpuTime;
  const leftMs = (): number => {
    const left = command.cpuMs - Number((pair.learner.isolate.cpuTime - startedNs) / 1_000_000n);
    if (left < 1) throw new Stop("timed-out", timeMessage(command.cpuMs));
    return Math.min(Math.ceil(left), command.stretchMs);
  };
  pair.host = { report: (text) => host.report(JSON.parse(text) as object), overflow: () => host.overflow(), leftMs };
  pair.learner.limitMemory(32 + command.memoryMb);
  let ending: { stop?: StopReason; message?: string; output?: string };
  try {
    ending = JSON.parse(pair.run(JSON.stringify({ files: command.files, tests: command.tests.map(({ path, text, group }) => [path, text, group]), outputCharacters: command.outputKb * 1_024 }))) as typeof ending;
  } catch (error) {
    throw explain(pair.failure ?? error, command, leftMs);
  }
  if (pair.failure !== null) throw explain(pair.failure, command, leftMs);
  if (ending.stop !== undefined) throw new Stop(ending.stop, ending.message ?? "");
}

function explain(error: unknown, command: RunCommand, leftMs: () => number): Stop {
  if (error instanceof Stop) return error;
  const message = error instanceof Error ? error.message : String(error);
  try {
    leftMs();
  } catch (stop) {
    return stop as Stop;
  }
  if (message.includes("Script execution timed out")) return new Stop("timed-out", timeMessage(command.cpuMs));
  if (message.includes("Program terminated with exit")) return new Stop("errored", "The program ended Python itself (os._exit).");
  if (/memory/i.test(message)) return new Stop("out-of-memory", memoryMessage(command.memoryMb));
  if (/call stack|stack overflow|recursion/i.test(message)) return new Stop("errored", "The program was stopped: it called itself too deeply.");
  // The judge's own interpreter refused what came in, or the learner's fell over: whichever, nothing more can be told of the program.
  return new Stop("errored", "The program broke off the connection to its tests.");
}
