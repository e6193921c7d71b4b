/**
 * A worker: a process of its own that grades one submission after the other with one engine, each in isolates of its own. It is
 * bundled by `program.ts`, started and watched by `child.ts`, speaks frames on file descriptor 3 and does everything in turn: while it runs there is
 * nothing else that it should do, and whoever wants it to stop kills it.
 */
import { readSync, writeSync } from "node:fs";
import { Stop } from "./engine.ts";
import type { Engine, RunHost } from "./engine.ts";
import type { EngineKind } from "./contract.ts";
import { encodeFrame, FrameReader, MAX_COMMAND_BYTES } from "./frames.ts";
import type { Answer, Command, RunCommand } from "./frames.ts";

const CHANNEL = 3;
const LONGEST_MESSAGE = 2_000;

/** A new engine is one line here and one in `engines.ts`. */
const ENGINES: Partial<Record<EngineKind, () => Promise<{ createEngine(): Engine }>>> = {
  javascript: () => import("./languages/javascript/engine.ts"),
  python: () => import("./languages/python/engine.ts"),
  bash: () => import("./languages/bash/engine.ts"),
  sql: () => import("./languages/sql/engine.ts"),
  types: () => import("./languages/types/engine.ts"),
  web: () => import("./languages/web/engine.ts"),
};

/** Frames that go out with the next one. */
let held: Buffer[] = [];
let heldBytes = 0;
const MOST_HELD_BYTES = 64 * 1024;

/** `hold`: another frame follows before any code of a learner can run, and one write does for both. */
function send(answer: Answer, hold = false): void {
  const frame = encodeFrame(answer);
  held.push(frame);
  heldBytes += frame.length;
  if (hold && heldBytes < MOST_HELD_BYTES) return;
  const bytes = held.length === 1 ? frame : Buffer.concat(held, heldBytes);
  held = [];
  heldBytes = 0;
  for (let at = 0; at < bytes.length;) at += writeSync(CHANNEL, bytes, at);
}

/** Blocks until the next command: a worker that waits costs nothing. */
function* readCommands(): Generator<Command> {
  const chunk = Buffer.allocUnsafe(256 * 1024);
  const reader = new FrameReader(MAX_COMMAND_BYTES);
  for (;;) {
    const size = readSync(CHANNEL, chunk);
    if (size === 0) return;
    for (const frame of reader.push(Buffer.from(chunk.subarray(0, size)))) yield frame as Command;
  }
}

/** Leaves at once; nothing of this process is of use any more. */
function die(): never {
  process.kill(process.pid, "SIGKILL");
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

function createHost(command: RunCommand): RunHost & { stop(stop: Stop): void } {
  const { job, secret, outputKb } = command;
  let sequence = 0;
  const stop = ({ reason, message }: Stop): void => send({ type: "stop", job, reason, message: message.slice(0, LONGEST_MESSAGE) });
  return {
    report(body) {
      sequence += 1;
      send({ type: "report", job, text: JSON.stringify({ ...body, secret, sequence }) });
    },
    send: (text, hold) => send({ type: "report", job, text }, hold),
    overflow() {
      stop(new Stop("too-much-output", `The program printed more than ${outputKb} KB.`));
      return die();
    },
    lost(message) {
      stop(new Stop("out-of-memory", message));
      // Its heap can't be trusted to end by itself.
      process.abort();
    },
    stop,
  };
}

async function run(engine: Engine, command: RunCommand): Promise<void> {
  const host = createHost(command);
  try {
    await engine.run(command, host);
    send({ type: "end", job: command.job });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    host.stop(error);
    // An isolate that met a limit may still be at work; the pool ends this process.
    if (error.reason !== "errored") die();
  }
}

/** The whole life of the process. It reads the channel without end and never resolves. */
export async function serve(): Promise<never> {
  let engine: Engine | null = null;
  for (const command of readCommands()) {
    if (command.type === "boot") {
      const load = ENGINES[command.engine];
      if (load === undefined) throw new Error(`There is no engine "${command.engine}"`);
      engine = (await load()).createEngine();
      await engine.boot(command.material);
    } else if (engine !== null) await run(engine, command);
    // Ahead of need, so that the next learner waits for their own code only.
    await engine?.prepare();
    send({ type: "ready", engine: `node/${process.versions.node} v8/${process.versions.v8}` });
  }
  return die();
}
