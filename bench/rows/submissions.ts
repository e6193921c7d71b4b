/** A TypeScript lab over HTTP, stored, with five tests: its CPU time and its latency against what others do. */
import { startBareWorker } from "../bare-pool.ts";
import { makeRequest } from "../labs.ts";
import { cpuPerGrading, openPool } from "../pools.ts";
import { bubblewrap, jest, nodeTest, vitest } from "../programs.ts";
import type { Program } from "../programs.ts";
import { makeFigure, takeTurns } from "../row.ts";
import type { Contender, Options, Row, RowResult } from "../row.ts";
import { openApp } from "../served-app.ts";
import type { ServedApp } from "../served-app.ts";
import { pairedRatios } from "../statistics.ts";
import type { Goal } from "../statistics.ts";

/** CPU milliseconds of the server and its workers per submission, two in flight. */
async function cpuPerSubmission(app: ServedApp, count: number): Promise<number> {
  const before = app.cpuMs();
  let left = count;
  await Promise.all([0, 1].map(async (person) => {
    while (left > 0) {
      left -= 1;
      await app.submit(person);
    }
  }));
  // The last worker makes its next isolate.
  await new Promise((resolve) => setTimeout(resolve, 60));
  return (app.cpuMs() - before) / count;
}

const LESS: Record<string, Goal> = {
  [bubblewrap.name]: { must: 6, aim: 10, better: "more" }, [nodeTest.name]: { must: 25, aim: 45, better: "more" },
  [jest.name]: { must: 70, aim: 120, better: "more" }, [vitest.name]: { must: 90, aim: 150, better: "more" },
};

async function compareCpu({ quick, say }: Options): Promise<RowResult[]> {
  const rounds = quick ? 2 : 7;
  const [perHttp, perPool] = quick ? [20, 20] : [60, 60];
  const app = await openApp({ people: 2, workers: 1 });
  const pool = await openPool("typescript", 1);
  const floor = await openPool("typescript", 1, startBareWorker);
  const programs = [bubblewrap, nodeTest, jest, vitest].filter((program) => program.missing === null && !(quick && (program === jest || program === vitest)));
  const repeats = (program: Program): number => (program === bubblewrap || program === nodeTest ? (quick ? 2 : 4) : 1);
  try {
    const contenders: Record<string, Contender> = {
      http: () => cpuPerSubmission(app, perHttp),
      pool: () => cpuPerGrading(pool, perPool, () => makeRequest("typescript")),
      floor: () => cpuPerGrading(floor, perPool, () => makeRequest("typescript")),
    };
    for (const program of programs) {
      contenders[program.name] = async () => {
        let cpuMs = 0;
        for (let i = 0; i < repeats(program); i += 1) cpuMs += (await program.run()).cpuMs;
        return cpuMs / repeats(program);
      };
    }
    say(`${rounds} rounds in turns: ${perHttp} submissions over HTTP, ${perPool} gradings in the pool and ${perPool} on the floor, ${programs.map((one) => `${repeats(one)} x ${one.name}`).join(", ")}`);
    const taken = await takeTurns(contenders, rounds);
    const of = (name: string): number[] => taken[name] ?? [];
    const http = of("http");
    const results: RowResult[] = [makeFigure("CPU of a submission over HTTP, stored", "ms", http, `${rounds} x ${perHttp} submissions; server and workers`)];
    for (const program of [bubblewrap, nodeTest, jest, vitest]) {
      const name = `CPU of a submission against ${program.name}`;
      if (!programs.includes(program)) results.push({ name, skipped: program.missing ?? "left out by --quick" });
      else results.push(makeFigure(name, "x less", pairedRatios(of(program.name), http), `${program.name}: ${Math.round(median(of(program.name)))} ms of CPU, ${rounds} x ${repeats(program)} runs`, LESS[program.name]));
    }
    const floorNote = `floor: ${median(of("floor")).toFixed(1)} ms in the pool, without HTTP and database`;
    results.push(
      makeFigure("CPU of a submission against a bare new isolate and context", "x", pairedRatios(http, of("floor")), floorNote, { must: 3, aim: 1.8, better: "less" }),
      makeFigure("the same, both in the pool only", "x", pairedRatios(of("pool"), of("floor")), `a grading in the pool: ${median(of("pool")).toFixed(1)} ms`),
    );
    return results;
  } finally {
    await Promise.all([app.close(), pool.close(), floor.close()]);
  }
}

async function compareLatency({ quick, say }: Options): Promise<RowResult[]> {
  const rounds = quick ? 3 : 25;
  const each = 6;
  const app = await openApp({ people: 1, workers: 1 });
  try {
    say(`${rounds} rounds in turns: ${each} submissions one after the other, 1 x node --test`);
    const taken = await takeTurns({
      http: async () => {
        const times: number[] = [];
        for (let i = 0; i < each; i += 1) {
          times.push(await app.submit(0));
          // A person pauses too; meanwhile the next isolate is made.
          await new Promise((resolve) => setTimeout(resolve, 40));
        }
        return median(times);
      },
      node: async () => (await nodeTest.run()).wallMs,
    }, rounds);
    return [
      makeFigure("latency of a submission, one in flight, against node --test", "x less", pairedRatios(taken.node, taken.http), `medians: ${median(taken.http).toFixed(1)} ms from handing in to the verdict, node --test ${Math.round(median(taken.node))} ms`, { must: 25, aim: 60, better: "more" }),
    ];
  } finally {
    await app.close();
  }
}

function median(samples: readonly number[]): number {
  return [...samples].sort((a, b) => a - b)[samples.length >> 1] ?? Number.NaN;
}

export const rows: Row[] = [
  { name: "cpu", about: "CPU per graded submission of a TypeScript lab over HTTP, against other ways to grade it", run: compareCpu },
  { name: "latency", about: "from handing in to the verdict, one person alone", run: compareLatency },
];
