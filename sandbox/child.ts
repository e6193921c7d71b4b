/** The parent's hold on one worker process: starts it, hands it runs, watches its time and memory, and ends it. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Duplex } from "node:stream";
import type { EngineDescription } from "./engine.ts";
import { encodeFrame, FrameReader, MAX_COMMAND_BYTES, parseAnswer } from "./frames.ts";
import type { Answer, Command } from "./frames.ts";
import { encodeProgram, STARTER } from "./program.ts";
import { UsageReader } from "./usage.ts";
import type { Usage } from "./usage.ts";

/** Where the program looks for modules from, and how lists of processes show it. The file itself is not read by workers. */
const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
const KEPT_STDERR = 4_096;

/** How a worker came to its end, for the log. */
export interface ChildEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** The last that it wrote to its standard error, never parsed. */
  stderr: string;
}

export interface ChildEvents {
  answer(answer: Answer): void;
  /** It sent something that is no answer. It must be ended. */
  broken(problem: string): void;
  ended(end: ChildEnd): void;
}

/** What the pool needs of a worker; tests give it doubles. */
export interface Child {
  send(command: Command): void;
  usage(): Usage | null;
  /** SIGKILL for the whole process group. May be repeated. */
  kill(): void;
}
export type StartChild = (events: ChildEvents) => Child;

/** What a worker of one engine needs; part of its description. */
export type WorkerNeeds = Pick<EngineDescription, "readable" | "flags">;

/** Flags of the worker's Node, and nothing from the environment. `engineFiles`: what the engine reads; `engineFlags`: V8's. */
export function workerFlags(engineFiles: readonly string[], engineFlags: readonly string[] = []): string[] {
  const require = createRequire(import.meta.url);
  const readable = [
    join(dirname(WORKER), "..", "package.json"),
    dirname(require.resolve("isolated-vm/package.json")),
    dirname(createRequire(require.resolve("isolated-vm")).resolve("node-gyp-build/package.json")),
    "/etc/alpine-release",
    ...engineFiles,
  ];
  return [
    "--no-node-snapshot", "--max-old-space-size=96", "--disable-warning=ExperimentalWarning", "--disable-warning=SecurityWarning",
    // Programs may use `eval` and `Function`. V8 refuses them when the call came from another realm of the isolate, a
    // check that browsers need between origins; here both realms' own rules hold (the judge's has neither).
    "--allow-unsafe-function-constructor",
    ...engineFlags,
    "--permission", "--allow-addons", ...readable.map((path) => `--allow-fs-read=${path}`),
  ];
}

/** `prefix`: the layers of the operating system, as a command that starts the worker's; `program`: of `bundleProgram`. */
export function startProcess(prefix: readonly string[], engine: WorkerNeeds, program: string): StartChild {
  const encoded = encodeProgram(program);
  return (events) => {
    const folder = mkdtempSync(join(tmpdir(), "rung-worker-"));
    const [program, ...args] = [...prefix, process.execPath, ...workerFlags(engine.readable(), engine.flags), "--eval", STARTER, WORKER];
    const process_ = spawn(program as string, args, { cwd: folder, env: {} as NodeJS.ProcessEnv, detached: true, stdio: ["ignore", "ignore", "pipe", "pipe"] });
    const usage = new UsageReader(process_.pid);
    let stderr = "";
    process_.stderr?.on("data", (bytes: Buffer) => {
      stderr = (stderr + bytes.toString("latin1")).slice(-KEPT_STDERR);
    });
    const channel = process_.stdio[3] as Duplex;
    const reader = new FrameReader();
    let over = false;
    channel.on("data", (bytes: Buffer) => {
      if (over) return;
      try {
        for (const frame of reader.push(bytes)) {
          const answer = parseAnswer(frame);
          if (answer === null) throw new Error("a frame of no known form");
          events.answer(answer);
        }
      } catch (error) {
        over = true;
        events.broken(error instanceof Error ? error.message : String(error));
      }
    });
    // A worker that is gone is told of by its end.
    channel.on("error", () => {});
    channel.write(encoded);
    const finish = (code: number | null, signal: NodeJS.Signals | null): void => {
      usage.close();
      rmSync(folder, { recursive: true, force: true });
      events.ended({ code, signal, stderr });
    };
    let ended = false;
    process_.once("error", (error) => {
      stderr += error.message;
      if (!ended) finish(null, null);
      ended = true;
    });
    // After `close` every frame has been read.
    process_.once("close", (code, signal) => {
      if (!ended) finish(code, signal);
      ended = true;
    });
    return {
      send: (command) => void channel.write(encodeFrame(command, MAX_COMMAND_BYTES)),
      usage: () => usage.read(),
      kill: () => killGroup(process_),
    };
  };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
