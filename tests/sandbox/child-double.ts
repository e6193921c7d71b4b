/** A worker that is no process: tests decide what it answers. */
import type { Child, ChildEvents, StartChild } from "../../sandbox/child.ts";
import type { Answer, RunCommand } from "../../sandbox/frames.ts";
import type { Usage } from "../../sandbox/usage.ts";

export interface Double {
  answer(answer: Answer): void;
  /** Something that is no answer, as the reader of frames would tell it. */
  breakProtocol(): void;
  die(signal?: NodeJS.Signals): void;
  usage: Usage;
  killed: boolean;
  commands: RunCommand[];
}

export interface DoubleStart {
  start: StartChild;
  made: Double[];
}

/** Workers that end before they are ready. */
export const startNone: StartChild = (events) => {
  queueMicrotask(() => events.ended({ code: 1, signal: null, stderr: "no such engine" }));
  return { send: () => {}, usage: () => null, kill: () => {} };
};

/** Every worker gets ready at once; `onRun` is told of each run that it is given. */
export function startDoubles(onRun: (double: Double, command: RunCommand, n: number) => void): DoubleStart {
  const made: Double[] = [];
  const start: StartChild = (events: ChildEvents): Child => {
    let ended = false;
    const end = (signal: NodeJS.Signals): void => {
      if (ended) return;
      ended = true;
      queueMicrotask(() => events.ended({ code: null, signal, stderr: "" }));
    };
    const double: Double = {
      answer: (answer) => {
        if (!ended) events.answer(answer);
      },
      breakProtocol: () => events.broken("no JSON"),
      die: (signal = "SIGABRT") => end(signal),
      usage: { rssMb: 60, cpuMs: 0 },
      killed: false,
      commands: [],
    };
    made.push(double);
    return {
      send: (command) => {
        if (command.type === "boot") queueMicrotask(() => double.answer({ type: "ready", engine: "double" }));
        else {
          double.commands.push(command);
          queueMicrotask(() => onRun(double, command, made.indexOf(double)));
        }
      },
      usage: () => ({ ...double.usage }),
      kill: () => {
        double.killed = true;
        end("SIGKILL");
      },
    };
  };
  return { start, made };
}

/** The answers of an honest worker in which `names` pass. */
export function passingAnswers(command: RunCommand, names: readonly string[] = ["a"]): Answer[] {
  let sequence = 0;
  const report = (body: object): Answer => {
    sequence += 1;
    return { type: "report", job: command.job, text: JSON.stringify({ secret: command.secret, sequence, ...body }) };
  };
  return [
    report({ type: "loaded" }),
    report({ type: "declare", tests: names.map((name) => ({ name, group: "visible" })) }),
    ...names.flatMap((_, index) => [report({ type: "start", index }), report({ type: "end", index, status: "passed", unfinished: false, durationMs: 1 })]),
    report({ type: "finish" }),
    { type: "end", job: command.job },
    { type: "ready", engine: "double" },
  ];
}
