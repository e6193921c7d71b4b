/**
 * Prints what one more grading takes in memory that nothing else shares, mebibytes: the slope over isolates that have each
 * graded the bench's lab and are still there. A process of its own, so that nothing else grows meanwhile.
 */
import { readPrivateMb } from "./cpu.ts";
import { makeRequest } from "./labs.ts";
import type { RunCommand } from "../sandbox/frames.ts";
import { description } from "../sandbox/languages/javascript/describe.ts";
import { prepareIsolate } from "../sandbox/languages/javascript/isolate.ts";
import type { PreparedIsolate } from "../sandbox/languages/javascript/isolate.ts";
import { runJavaScript } from "../sandbox/languages/javascript/run.ts";
import { makeSnapshot } from "../sandbox/languages/javascript/snapshot.ts";
import { stopBundler } from "../sandbox/bundle.ts";

const COUNT = 24;
const { realms = "", warmUp = "" } = await description.material();
await stopBundler();
const snapshot = makeSnapshot({ realms, warmUp });

function command(job: number): RunCommand {
  const { files, tests } = makeRequest("typescript");
  return {
    type: "run", job, secret: "secret", seed: "seed", language: "typescript", files: { ...files }, reference: {}, tests: [...tests],
    cpuMs: 5_000, stretchMs: 10_000, memoryMb: 128, outputKb: 64,
  };
}

const kept: PreparedIsolate[] = [];
function gradeAndKeep(): void {
  const prepared = prepareIsolate(snapshot, 128, () => process.abort());
  let last = "";
  prepared.host.send = (text) => {
    last = text;
  };
  runJavaScript(prepared, command(kept.length));
  if (!last.includes('"finish"')) throw new Error(`A right program was not graded so: ${last}`);
  kept.push(prepared);
}

for (let i = 0; i < 4; i += 1) gradeAndKeep();
const before = readPrivateMb("self");
for (let i = 0; i < COUNT; i += 1) gradeAndKeep();
const after = readPrivateMb("self");
console.log(before === null || after === null ? "null" : String((after - before) / COUNT));
