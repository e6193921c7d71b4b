/**
 * A worker: a process of its own that grades one submission after the other, each in an isolate of its own. It is started and
 * watched by `child.ts`, speaks frames on file descriptor 3 and does everything in turn: while it runs there is
 * nothing else that it should do, and whoever wants it to stop kills it.
 */
import { readSync, writeSync } from "node:fs";
import { encodeFrame, FrameReader, MAX_COMMAND_BYTES } from "./frames.ts";
import type { Answer, Command, RunCommand } from "./frames.ts";
import { prepareIsolate } from "./languages/javascript/isolate.ts";
import type { Bundles, PreparedIsolate } from "./languages/javascript/isolate.ts";
import { stripTypes } from "./languages/typescript/strip.ts";
import { memoryMessage, runJavaScript, Stop } from "./languages/javascript/run.ts";

const CHANNEL = 3;
const chunk = Buffer.allocUnsafe(256 * 1024);
const reader = new FrameReader(MAX_COMMAND_BYTES);

function send(answer: Answer): void {
  const frame = encodeFrame(answer);
  for (let at = 0; at < frame.length;) at += writeSync(CHANNEL, frame, at);
}

function* commands(): Generator<Command> {
  for (;;) {
    const size = readSync(CHANNEL, chunk);
    if (size === 0) return;
    for (const frame of reader.push(Buffer.from(chunk.subarray(0, size)))) yield frame as Command;
  }
}

let current: RunCommand | null = null;
function stop(reason: Stop["reason"], message: string): void {
  if (current === null) return;
  send({ type: "stop", job: current.job, reason, message: message.slice(0, 2_000) });
}
/** Leaves at once; nothing of this process is of use any more. */
function die(): void {
  process.kill(process.pid, "SIGKILL");
}
function onCatastrophe(): void {
  if (current !== null) stop("out-of-memory", memoryMessage(current.memoryMb));
  process.abort();
}

function run(command: RunCommand, prepared: PreparedIsolate): void {
  prepared.host.send = (text) => send({ type: "report", job: command.job, text });
  prepared.host.overflow = () => {
    stop("too-much-output", `The program printed more than ${command.outputKb} KB.`);
    die();
  };
  try {
    runJavaScript(prepared, command);
    send({ type: "end", job: command.job });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    stop(error.reason, error.message);
    // An isolate that met a limit may still be at work; the pool ends this process.
    if (error.reason !== "errored") die();
  }
}

let bundles: Bundles = { judge: "", learner: "" };
let memoryMb = 128;
let prepared: PreparedIsolate | null = null;
const engine = `node/${process.versions.node} v8/${process.versions.v8}`;

for (const command of commands()) {
  if (command.type === "boot") {
    bundles = command;
    // The first call loads the transpiler, which takes longer than any file.
    stripTypes("enum Warm { Up }");
    memoryMb = command.memoryMb;
  } else {
    current = command;
    if (prepared === null || prepared.memoryMb !== command.memoryMb) {
      prepared?.isolate.dispose();
      prepared = prepareIsolate(bundles, command.memoryMb, onCatastrophe);
    }
    run(command, prepared);
    current = null;
    if (!prepared.isolate.isDisposed) prepared.isolate.dispose();
  }
  // Ahead of need, so that the next learner waits for their own code only.
  prepared = prepareIsolate(bundles, memoryMb, onCatastrophe);
  send({ type: "ready", engine });
}
die();
