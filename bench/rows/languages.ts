/** The other languages: against JavaScript, and against the programs that they replace. */
import type { Language } from "../../sandbox/contract.ts";
import { makeRequest } from "../labs.ts";
import { cpuPerGrading, NotHere, openPool } from "../pools.ts";
import { bats, unittest } from "../programs.ts";
import type { Program } from "../programs.ts";
import { makeFigure, takeTurns } from "../row.ts";
import type { Options, Row, RowResult } from "../row.ts";
import { pairedRatios, spreadOf } from "../statistics.ts";
import type { Goal } from "../statistics.ts";

async function compareSql({ quick, say }: Options): Promise<RowResult[]> {
  const name = "CPU of an SQL grading against a JavaScript one";
  const [rounds, each] = quick ? [2, 10] : [9, 30];
  const javascript = await openPool("javascript", 1);
  try {
    const sql = await openPool("sql", 1);
    try {
      say(`${rounds} rounds in turns, ${each} gradings each, in the pool`);
      const taken = await takeTurns({
        sql: () => cpuPerGrading(sql, each, () => makeRequest("sql")),
        javascript: () => cpuPerGrading(javascript, each, () => makeRequest("javascript")),
      }, rounds);
      return [makeFigure(name, "x", pairedRatios(taken.sql, taken.javascript), `sql ${spreadOf(taken.sql).median.toFixed(1)} ms, javascript ${spreadOf(taken.javascript).median.toFixed(1)} ms`, { must: 3, aim: 1.5, better: "less" })];
    } finally {
      await sql.close();
    }
  } catch (error) {
    if (error instanceof NotHere) return [{ name, skipped: error.message }];
    throw error;
  } finally {
    await javascript.close();
  }
}

function compareLatency(language: Language, program: Program, goal: Goal): Row["run"] {
  return async ({ quick, say }) => {
    const name = `latency of ${language} against ${program.name}`;
    if (program.missing !== null) return [{ name, skipped: program.missing }];
    const rounds = quick ? 4 : 25;
    let pool;
    try {
      pool = await openPool(language, 1);
    } catch (error) {
      if (error instanceof NotHere) return [{ name, skipped: error.message }];
      throw error;
    }
    const opened = pool;
    try {
      say(`${rounds} rounds in turns: one grading in a pool that is ready, one ${program.name}`);
      const taken = await takeTurns({
        here: async () => {
          await opened.idle();
          const startedAt = performance.now();
          await opened.grade(makeRequest(language));
          return performance.now() - startedAt;
        },
        there: async () => (await program.run()).wallMs,
      }, rounds);
      const [here, there] = [spreadOf(taken.here), spreadOf(taken.there)];
      return [makeFigure(name, "x", pairedRatios(taken.here, taken.there), `medians: ${here.median.toFixed(1)} ms (quarters ${here.low.toFixed(1)} to ${here.high.toFixed(1)}) against ${there.median.toFixed(1)} ms`, goal)];
    } finally {
      await opened.close();
    }
  };
}

export const rows: Row[] = [
  { name: "sql", about: "CPU of an SQL grading against a JavaScript one", run: compareSql },
  { name: "python", about: "latency of Python, booted ahead, against CPython as a process", run: compareLatency("python", unittest, { must: 1, aim: 0.4, better: "less" }) },
  { name: "bash", about: "latency of Bash against bats on the same file", run: compareLatency("bash", bats, { must: 1, aim: 0.5, better: "less" }) },
];
