/** Many at once, and some of them hostile. */
import { availableParallelism } from "node:os";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeRequest } from "../../sandbox/contract.ts";
import { makeHostile, makeRequest } from "../labs.ts";
import { openPool } from "../pools.ts";
import type { MeasuredPool } from "../pools.ts";
import { makeFigure, takeTurns } from "../row.ts";
import type { Options, Row, RowResult } from "../row.ts";
import { openApp } from "../served-app.ts";
import type { ServedApp } from "../served-app.ts";
import { quantile, spreadOf } from "../statistics.ts";

/** Of one person unfinished at once; the server refuses more than ten. */
const PER_PERSON = 10;

async function steadyPerSecond(app: ServedApp, count: number): Promise<number> {
  const startedAt = performance.now();
  let left = count;
  await Promise.all([0, 1, 2, 3].map(async (person) => {
    while (left > 0) {
      left -= 1;
      await app.submit(person);
    }
  }));
  return (count * 1_000) / (performance.now() - startedAt);
}

async function burst({ quick, say }: Options): Promise<RowResult[]> {
  const size = quick ? 100 : 1_000;
  const app = await openApp({ people: size / PER_PERSON });
  try {
    await steadyPerSecond(app, 40);
    const idle: number[] = [];
    for (let i = 0; i < (quick ? 30 : 100); i += 1) {
      idle.push(await app.askHealth());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    say(`steady: 4 people, one submission each in flight; burst: ${size} submissions of ${app.people} people, handed in as fast as the server takes them`);
    const before = await steadyPerSecond(app, size / 4);
    const health: number[] = [];
    let over = false;
    const watch = (async () => {
      while (!over) {
        health.push(await app.askHealth());
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const startedAt = performance.now();
    let next = 0;
    const waits: Promise<void>[] = [];
    await Promise.all(Array.from({ length: 16 }, async () => {
      while (next < size) {
        const person = next % app.people;
        next += 1;
        const id = await app.handIn(person);
        waits.push(app.waitForVerdict(person, id));
      }
    }));
    const takenMs = performance.now() - startedAt;
    await Promise.all(waits);
    const rate = (size * 1_000) / (performance.now() - startedAt);
    over = true;
    await watch;
    const after = await steadyPerSecond(app, size / 4);
    const steady = (before + after) / 2;
    return [
      makeFigure(`throughput kept in a burst of ${size}`, "x", [rate / steady], `steady ${before.toFixed(1)} a second before and ${after.toFixed(1)} after, burst ${rate.toFixed(1)}; all were on the disk after ${(takenMs / 1_000).toFixed(1)} s`, { must: 0.8, aim: 0.95, better: "more" }),
      makeFigure("/health in the burst against idle, p95", "x", [quantile(health, 0.95) / quantile(idle, 0.95)], `p95 ${quantile(health, 0.95).toFixed(1)} ms of ${health.length} against ${quantile(idle, 0.95).toFixed(1)} ms; the longest ${Math.max(...health).toFixed(0)} ms`, { must: 4, aim: 2, better: "less" }),
    ];
  } finally {
    await app.close();
  }
}

interface Mixed {
  /** Until the last honest grading: what hostile ones go on for after that keeps nobody waiting. */
  seconds: number;
  /** Of all workers, the stopped and the new ones included. */
  cpuSeconds: number;
}

async function gradeMixed(pool: MeasuredPool, width: number, requests: readonly { request: GradeRequest; hostile: boolean }[]): Promise<Mixed> {
  await pool.idle();
  const before = pool.cpuMs();
  const startedAt = performance.now();
  let at = 0;
  let honestLeft = requests.filter((one) => !one.hostile).length;
  let mixed: Mixed = { seconds: 0, cpuSeconds: 0 };
  await Promise.all(Array.from({ length: width }, async () => {
    for (let one = requests[at]; one !== undefined; one = requests[at]) {
      at += 1;
      if (!one.hostile) {
        await pool.grade(one.request);
        honestLeft -= 1;
        if (honestLeft === 0) mixed = { seconds: (performance.now() - startedAt) / 1_000, cpuSeconds: (pool.cpuMs() - before) / 1_000 };
        continue;
      }
      const result = await pool.sandbox.grade(one.request);
      if (isBusy(result) || result.outcome !== "timed-out") throw new Error(`A hostile program was graded ${isBusy(result) ? "busy" : result.outcome}`);
    }
  }));
  return mixed;
}

async function hostile({ quick, say }: Options): Promise<RowResult[]> {
  const [rounds, honest] = quick ? [1, 60] : [5, 200];
  const workers = 2;
  const pool = await openPool("typescript", workers);
  const make = (hostiles: number): { request: GradeRequest; hostile: boolean }[] => {
    const list = Array.from({ length: honest }, () => ({ request: makeRequest("typescript"), hostile: false }));
    for (let i = 0; i < hostiles; i += 1) list.splice(Math.floor(((i + 0.5) * list.length) / hostiles), 0, { request: makeHostile(), hostile: true });
    return list;
  };
  const count = Math.round((honest * 5) / 95);
  try {
    say(`${rounds} rounds in turns: ${honest} honest gradings; the same with ${count} endless loops of 0.3 s among them; ${workers} workers, 4 in flight`);
    const cpu: Record<"honest" | "mixed", number[]> = { honest: [], mixed: [] };
    const contender = (name: "honest" | "mixed", hostiles: number) => async (): Promise<number> => {
      const { seconds, cpuSeconds } = await gradeMixed(pool, 4, make(hostiles));
      cpu[name].push(cpuSeconds);
      return seconds;
    };
    const taken = await takeTurns({ honest: contender("honest", 0), mixed: contender("mixed", count) }, rounds);
    // The first is the warm-up's.
    const burnt = cpu.mixed.slice(1).map((seconds, round) => seconds - (cpu.honest[round + 1] ?? 0));
    const cores = Math.min(workers, availableParallelism());
    const kept = taken.mixed.map((seconds, round) => (taken.honest[round] ?? 0) / (seconds - (burnt[round] ?? 0) / cores));
    const plain = taken.mixed.map((seconds, round) => (taken.honest[round] ?? 0) / seconds);
    const each = (spreadOf(burnt).median / count).toFixed(2);
    return [
      makeFigure("honest throughput kept with 5 % hostile, beyond the CPU they burn", "x", kept, `each burns ${each} s of CPU: its limit of 0.3 s, the watch's grace, and the start of a new worker`, { must: 0.8, aim: 0.95, better: "more" }),
      makeFigure("the same with nothing taken off", "x", plain, "honest gradings a second with the hostile ones against without"),
    ];
  } finally {
    await pool.close();
  }
}

export const rows: Row[] = [
  { name: "burst", about: "a burst of 1,000 submissions over HTTP, and /health meanwhile", run: burst },
  { name: "hostile", about: "honest throughput with 5 % endless loops", run: hostile },
];
