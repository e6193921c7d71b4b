/**
 * The floor: a worker that speaks the pool's frames and runs each submission in a new isolate with one context, and has no
 * judge's realm, no membrane and no assertion library. Anybody could cheat it. Only the bench starts it.
 */
import { readSync, writeSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import type IsolatedVm from "isolated-vm";
import { encodeFrame, FrameReader, MAX_COMMAND_BYTES } from "../sandbox/frames.ts";
import type { Answer, Command, RunCommand } from "../sandbox/frames.ts";
import { ivm } from "../sandbox/languages/javascript/isolated-vm.ts";

const CHANNEL = 3;
/** As little as runs the bench's own test file. */
const HARNESS = `export const outcomes = [];
export const describe = (name, body) => body();
export const test = (name, body) => { try { body(); outcomes.push([name, "passed"]); } catch { outcomes.push([name, "failed"]); } };
const must = (holds) => { if (!holds) throw new Error("no"); };
export const expect = (value) => ({
  toBe: (other) => must(Object.is(value, other)),
  toEqual: (other) => must(JSON.stringify(value) === JSON.stringify(other)),
  toStrictEqual: (other) => must(JSON.stringify(value) === JSON.stringify(other)),
});`;

function send(answer: Answer): void {
  const frame = encodeFrame(answer);
  for (let at = 0; at < frame.length;) at += writeSync(CHANNEL, frame, at);
}

type Prepared = { isolate: IsolatedVm.Isolate; context: IsolatedVm.Context };
function prepare(): Prepared {
  const isolate = new ivm.Isolate({ memoryLimit: 128 });
  return { isolate, context: isolate.createContextSync() };
}

function run({ isolate, context }: Prepared, command: RunCommand): void {
  const compile = (code: string): IsolatedVm.Module => isolate.compileModuleSync(code);
  const harness = compile(HARNESS);
  const learner = compile(stripTypeScriptTypes(Object.values(command.files)[0] ?? ""));
  const test = compile(stripTypeScriptTypes(command.tests[0]?.text ?? ""));
  const last = compile('import "test"; import { outcomes } from "vitest"; globalThis.outcomes = JSON.stringify(outcomes);');
  last.instantiateSync(context, (specifier) => (specifier === "vitest" ? harness : specifier === "test" ? test : learner));
  last.evaluateSync({ timeout: command.cpuMs });
  const outcomes = JSON.parse(String(context.global.getSync("outcomes"))) as [string, string][];
  let sequence = 0;
  const report = (body: object): void => {
    sequence += 1;
    send({ type: "report", job: command.job, text: JSON.stringify({ secret: command.secret, sequence, ...body }) });
  };
  report({ type: "loaded" });
  report({ type: "declare", tests: outcomes.map(([name]) => ({ name, group: "visible" })) });
  outcomes.forEach(([, status], index) => {
    report({ type: "start", index });
    report({ type: "end", index, status, unfinished: false });
  });
  report({ type: "finish" });
  send({ type: "end", job: command.job });
  isolate.dispose();
}

let prepared: Prepared | null = null;
const reader = new FrameReader(MAX_COMMAND_BYTES);
const chunk = Buffer.allocUnsafe(256 * 1024);
for (;;) {
  const size = readSync(CHANNEL, chunk);
  if (size === 0) break;
  for (const frame of reader.push(Buffer.from(chunk.subarray(0, size)))) {
    const command = frame as Command;
    if (command.type === "run" && prepared !== null) run(prepared, command);
    prepared = prepare();
    send({ type: "ready", engine: "bare" });
  }
}
process.kill(process.pid, "SIGKILL");
