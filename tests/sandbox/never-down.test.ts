/** What cannot be asserted by a clock is measured by `npm run bench:sandbox`; bounds here are far from what is seen. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSelfTest } from "../../bin/self-test-programs.ts";
import { isBusy, LANGUAGES } from "../../sandbox/contract.ts";
import type { GradeRequest, GradeResult, Language, RunRecord, Sandbox } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";
import { BARRAGE, type Attack } from "./barrage.ts";

const LIMITS = { cpuMs: 1_000, wallMs: 4_000, memoryMb: 96, outputKb: 16 };
/** Past its limit a run has one second; a busy machine is given some more. */
const SLACK_MS = 1_000 + 4_000;

let sandbox: Sandbox;
const runs: RunRecord[] = [];
beforeAll(async () => {
  sandbox = createSandbox({ workers: 2, languages: [], observers: [{ onRun: (run) => void runs.push(run) }] });
  await sandbox.ready(LANGUAGES);
}, 180_000);
afterAll(() => sandbox.close(0));

const programs = buildSelfTest(1);
const rightOf = (language: Language): GradeRequest => programs.find((one) => one.language === language)?.right as GradeRequest;

function buildAttack({ language, text }: Attack, more: Partial<GradeRequest> = {}): GradeRequest {
  const right = rightOf(language);
  return { ...right, files: Object.fromEntries(Object.keys(right.files).map((path) => [path, text])), limits: LIMITS, ...more };
}

async function grade(request: GradeRequest): Promise<GradeResult> {
  const answer = await sandbox.grade(request);
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}

describe("attacks on the machine", () => {
  it.concurrent.each(BARRAGE.map((attack) => [`${attack.language}: ${attack.name}`, attack] as const))("%s", { timeout: 240_000 }, async (_name, attack) => {
    const result = await grade(buildAttack(attack));
    expect(["failed", "errored", "timed-out", "out-of-memory", "too-much-output"], JSON.stringify(result).slice(0, 2_000)).toContain(result.outcome);
    expect(result.tests.length).toBeLessThanOrEqual(1);
    expect(JSON.stringify(result).length).toBeLessThan(100_000);
  });

  it("each ended within its limit and a second, and left every pool whole", async () => {
    for (const { durationMs, language } of runs) expect(durationMs, language).toBeLessThan(LIMITS.wallMs + SLACK_MS);
    expect(runs.length).toBe(BARRAGE.length);
    for (const language of LANGUAGES) {
      await sandbox.ready([language]);
      expect(await grade(rightOf(language)), language).toMatchObject({ outcome: "passed", score: 1 });
    }
    await expect.poll(() => sandbox.status(), { timeout: 30_000 }).toMatchObject({ running: 0, waiting: 0, outcomes: { crashed: 0 } });
  }, 120_000);

  it("left no process and no memory behind", async () => {
    const settled = () => sandbox.status().engines.every(({ workers, idle }) => workers === idle);
    await expect.poll(settled, { timeout: 60_000 }).toBe(true);
    const { engines } = sandbox.status();
    const workers = engines.reduce((sum, engine) => sum + engine.workers, 0);
    expect(countBelow(process.pid, "worker.ts")).toBe(workers);
    // An idle worker of Python is the largest; what an attack took would be on top of it.
    for (const { kind, memoryMb, workers: count } of engines) expect(memoryMb / count, kind).toBeLessThan(600);
  }, 90_000);
});

describe("a flood by one person", () => {
  it("delays another person by at most one run of it, however often it is asked again", async () => {
    const own = createSandbox({ workers: 1, observers: [] });
    try {
      await own.ready();
      const loop = (serial: number): GradeRequest => buildAttack({ language: "javascript", name: "", text: `export function half() { for (;;); } // ${serial}` }, { owner: "ann", limits: { ...LIMITS, cpuMs: 300 } });
      const order: string[] = [];
      let busy = 0;
      // As pages do that are told to wait: ask again, without end.
      let isOver = false;
      const flood = Array.from({ length: 40 }, async (_, serial) => {
        while (!isOver) {
          const answer = await own.grade(loop(serial));
          if (!isBusy(answer)) return void order.push("ann");
          busy += 1;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      });
      await expect.poll(() => own.status().running).toBe(1);
      const beforeBob = order.length;
      const answer = await own.grade({ ...rightOf("javascript"), owner: "bob" });
      const betweenRuns = order.length - beforeBob;
      isOver = true;
      expect(answer).toMatchObject({ outcome: "passed" });
      expect(betweenRuns).toBeLessThanOrEqual(1);
      expect(busy).toBeGreaterThan(0);
      await Promise.all(flood);
    } finally {
      await own.close(0);
    }
  }, 60_000);

  it("gives turns: the second run of one goes after the first of another", async () => {
    const own = createSandbox({ workers: 1, observers: [] });
    try {
      await own.ready();
      const done: string[] = [];
      const ann = (serial: number): Promise<void> => own.grade(buildAttack({ language: "javascript", name: "", text: `export function half() { for (;;); } // ${serial}` }, { owner: "ann", priority: "submit", limits: { ...LIMITS, cpuMs: 300 } })).then(() => void done.push("ann"));
      const first = ann(1);
      await expect.poll(() => own.status().running).toBe(1);
      const second = ann(2);
      const bob = own.grade({ ...rightOf("javascript"), owner: "bob", priority: "submit" }).then(() => void done.push("bob"));
      await Promise.all([first, second, bob]);
      expect(done).toEqual(["ann", "bob", "ann"]);
    } finally {
      await own.close(0);
    }
  }, 60_000);
});

/** Processes below one whose command holds `word`. */
function countBelow(pid: number, word: string): number {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).filter((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return parent === pid && readFileSync(`/proc/${name}/cmdline`, "utf8").includes(word);
    } catch {
      return false;
    }
  }).length;
}
