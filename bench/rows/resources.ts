/** Memory, start-up, how grading scales, and what the membrane costs. */
import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Language } from "../../sandbox/contract.ts";
import { makeRequest, manyTests, unique } from "../labs.ts";
import { cpuPerGrading, gradeMany, NotHere, openPool } from "../pools.ts";
import type { MeasuredPool } from "../pools.ts";
import { makeFigure, takeTurns } from "../row.ts";
import type { Options, Row, RowResult } from "../row.ts";

const LANGUAGES: readonly Language[] = ["typescript", "python", "sql", "bash", "web"];

async function memory({ quick, say }: Options): Promise<RowResult[]> {
  const name = "private memory of a grading, JavaScript";
  const runs = quick ? 1 : 5;
  say(`${runs} processes, each with 24 isolates that have graded the lab and are kept`);
  const samples: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--no-node-snapshot", "--allow-unsafe-function-constructor", "--disable-warning=ExperimentalWarning", fileURLToPath(new URL("../isolate-memory.ts", import.meta.url)),
    ]);
    if (stdout.trim() === "null") return [{ name, skipped: "there is no /proc/self/smaps_rollup here" }];
    samples.push(Number(stdout));
  }
  return [makeFigure(name, "MB", samples, "slope over isolates with both realms, after the run; the process around them is in the row of idle pools", { must: 4, aim: 2, better: "less" })];
}

async function start({ quick, say }: Options): Promise<RowResult[]> {
  const runs = quick ? 1 : 3;
  say(`${runs} x each pool with one worker, from createSandbox to ready; then its memory, and one grading`);
  const results: RowResult[] = [];
  for (const language of quick ? LANGUAGES.slice(0, 1) : LANGUAGES) {
    const times: number[] = [], sizes: number[] = [];
    try {
      for (let i = 0; i < runs; i += 1) {
        const pool = await openPool(language, 1);
        times.push(pool.readyMs);
        try {
          await pool.grade(makeRequest(language));
          await pool.idle();
          const mb = pool.privateMb();
          if (mb !== null) sizes.push(mb);
        } finally {
          await pool.close();
        }
      }
      results.push(makeFigure(`${language}: start to ready`, "ms", times, "bundles made in the server, one worker booted"));
      if (sizes.length > 0) results.push(makeFigure(`${language}: idle pool of one worker`, "MB", sizes, "memory that no other process shares, ready for the next run"));
    } catch (error) {
      if (!(error instanceof NotHere)) throw error;
      results.push({ name: `${language}: start to ready`, skipped: error.message });
    }
  }
  return results;
}

async function workers({ quick, say }: Options): Promise<RowResult[]> {
  const cores = availableParallelism();
  const sizes = [...new Set([1, 2, cores, cores * 2])].filter((size) => size <= 8).sort((a, b) => a - b).slice(0, quick ? 2 : 4);
  const [rounds, each] = quick ? [1, 40] : [5, 120];
  // One after the other: each ends the bundler when it has what it needs.
  const pools: MeasuredPool[] = [];
  for (const size of sizes) pools.push(await openPool("typescript", size));
  try {
    say(`${rounds} rounds in turns: ${each} gradings with ${sizes.join(", ")} workers on ${cores} cores`);
    const taken = await takeTurns(Object.fromEntries(sizes.map((size, i) => [String(size), async () => {
      const startedAt = performance.now();
      await gradeMany(pools[i] as MeasuredPool, each, size * 2, () => makeRequest("typescript"));
      return (each * 1_000) / (performance.now() - startedAt);
    }])), rounds);
    return sizes.map((size) => makeFigure(`throughput with ${size} worker${size === 1 ? "" : "s"}`, "a second", taken[String(size)] ?? [], `${rounds} x ${each} gradings in the pool`));
  } finally {
    await Promise.all(pools.map((pool) => pool.close()));
  }
}

async function sizes({ quick, say }: Options): Promise<RowResult[]> {
  const rounds = quick ? 1 : 5;
  const counts = [5, 50, 500];
  const pool = await openPool("typescript", 1);
  try {
    say(`${rounds} rounds in turns: exercises of ${counts.join(", ")} tests`);
    const taken = await takeTurns(Object.fromEntries(counts.map((count) => [String(count), () => cpuPerGrading(pool, count === 500 ? 6 : 20, () => manyTests(count))])), rounds);
    return counts.map((count) => makeFigure(`CPU of a grading with ${count} tests`, "ms", taken[String(count)] ?? [], "in the pool"));
  } finally {
    await pool.close();
  }
}

/** Loops in a test, over the learner's things and over the test's own; the test prints nanoseconds per turn. */
const MEMBRANE_TEST = `import { add, point, Item } from "./main";
const here = { add: (a, b) => a + b, point: { x: 1 }, Item: class { constructor(size) { this.size = size; } } };
const time = (name, count, act) => { act(count >> 3); const from = performance.now(); act(count); return [name, ((performance.now() - from) * 1e6) / count]; };
test("costs", () => {
  const call = (f) => (count) => { let sum = 0; for (let i = 0; i < count; i += 1) sum = f(sum, 1); if (sum !== count) throw new Error("wrong"); };
  const read = (o) => (count) => { let sum = 0; for (let i = 0; i < count; i += 1) sum += o.x; if (sum !== count) throw new Error("wrong"); };
  const make = (C) => (count) => { let last; for (let i = 0; i < count; i += 1) last = new C(i); if (last.size !== count - 1) throw new Error("wrong"); };
  console.log(JSON.stringify(Object.fromEntries([
    time("call", 40000, call(add)), time("own call", 4000000, call(here.add)), time("read", 40000, read(point)), time("own read", 4000000, read(here.point)),
    time("new", 10000, make(Item)), time("own new", 1000000, make(here.Item)),
  ])));
});
`;

async function membrane({ quick, say }: Options): Promise<RowResult[]> {
  const runs = quick ? 3 : 9;
  say(`${runs} gradings whose test calls, reads and constructs the learner's things in loops, and its own`);
  const pool = await openPool("javascript", 1);
  const samples: Record<string, number[]> = {};
  try {
    for (let i = 0; i < runs; i += 1) {
      const id = unique();
      const result = await pool.grade({
        language: "javascript", files: { "main.js": `export const add = (a, b) => a + b; export const point = { x: 1 }; export class Item { constructor(size) { this.size = size; } } // ${id}` },
        tests: [{ path: "main.test.js", group: "visible", text: `${MEMBRANE_TEST}// ${id}` }],
      });
      const costs = JSON.parse(result.tests[0]?.output ?? "{}") as Record<string, number>;
      for (const [name, ns] of Object.entries(costs)) (samples[name] ??= []).push(ns);
    }
  } finally {
    await pool.close();
  }
  return Object.entries(samples).filter(([name]) => !name.startsWith("own ")).map(([name, ns]) => {
    const own = samples[`own ${name}`] ?? [];
    return makeFigure(`membrane: ${name} of a learner's thing in a test`, "ns", ns, `the test's own: ${(own.sort((a, b) => a - b)[own.length >> 1] ?? 0).toFixed(0)} ns`);
  });
}

export const rows: Row[] = [
  { name: "memory", about: "private memory of a JavaScript grading", run: memory },
  { name: "start", about: "start-up to ready and memory of each idle pool", run: start },
  { name: "workers", about: "throughput with 1, 2 and more workers", run: workers },
  { name: "sizes", about: "CPU of exercises with 5, 50 and 500 tests", run: sizes },
  { name: "membrane", about: "what the membrane between the realms costs", run: membrane },
];
