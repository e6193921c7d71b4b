import { describe, expect, it } from "vitest";
import { createRunLog, measureSpread } from "../../../app/features/sandbox/run-log.ts";
import { describeState, formatDuration, formatShare } from "../../../app/features/sandbox/sandbox-words.ts";

const start = new Date("2026-03-02T18:00:00Z");
const run = { language: "python", priority: "submit", outcome: "passed", waitedMs: 1, durationMs: 30 } as const;

describe("the log of runs", () => {
  it("counts by language and outcome, in the order of languages", () => {
    const log = createRunLog(() => start);
    log.onRun(run);
    log.onRun({ ...run, outcome: "crashed", durationMs: 50 });
    log.onRun({ ...run, language: "javascript" });
    expect(log.since).toBe(start);
    expect(log.languages()).toMatchObject([
      { language: "javascript", runs: 1, outcomes: { passed: 1, crashed: 0 } },
      { language: "python", runs: 2, outcomes: { passed: 1, crashed: 1 }, durationMs: { p50: 30, p95: 50 } },
    ]);
  });

  it("keeps the times of the last two thousand runs, and counts all", () => {
    const log = createRunLog(() => start);
    for (let count = 0; count < 2_000; count += 1) log.onRun({ ...run, durationMs: 1_000 });
    for (let count = 0; count < 2_000; count += 1) log.onRun({ ...run, durationMs: 10 });
    expect(log.durationMs()).toEqual({ p50: 10, p95: 10 });
    expect(log.languages()[0]?.runs).toBe(4_000);
  });

  it("has no times before the first run", () => {
    const log = createRunLog(() => start);
    expect([log.waitedMs(), log.durationMs(), log.languages(), log.restarts()]).toEqual([null, null, [], []]);
  });

  it("keeps the latest restarts, the latest first", () => {
    let minute = 0;
    const log = createRunLog(() => new Date(minute++ * 60_000));
    for (let count = 0; count < 20; count += 1) log.onRestart("sql", count === 19 ? "crash" : "limit");
    expect(log.restarts()).toHaveLength(12);
    expect(log.restarts()[0]).toEqual({ engine: "sql", reason: "crash", at: new Date(20 * 60_000) });
  });
});

it("percentiles are values that were seen", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(measureSpread(hundred)).toEqual({ p50: 50, p95: 95 });
  expect(measureSpread([7])).toEqual({ p50: 7, p95: 7 });
  expect(measureSpread([])).toBeNull();
});

describe("words for an administrator", () => {
  it.each([[4.25, "4.3 ms"], [18, "18 ms"], [999, "999 ms"], [1_200, "1.2 s"], [21_000, "21 s"], [180_000, "3 min"]])("%d ms is %s", (ms, text) => {
    expect(formatDuration(ms, "en")).toBe(text);
  });

  it.each([[0, 10, "0 %"], [1, 1_000, "under 1 %"], [999, 1_000, "99 %"], [10, 10, "100 %"], [0, 0, "0 %"], [1, 3, "33 %"]])("%d of %d is %s", (part, whole, text) => {
    expect(formatShare(part, whole, "en")).toBe(text);
  });

  it("are written as the language writes numbers", () => {
    expect([formatDuration(1_200, "es"), formatDuration(4.25, "es"), formatShare(1, 1_000, "es")]).toEqual(["1,2 s", "4,3 ms", "menos del 1 %"]);
  });

  const calm = { problem: null, slots: 2, running: 0, waiting: 0, oldestMs: 0, isStarting: false };
  it.each([
    [{ ...calm }, "good", "Ready"],
    [{ ...calm, isStarting: true }, "good", "Starting"],
    [{ ...calm, running: 2 }, "good", "Busy"],
    [{ ...calm, running: 2, waiting: 5, oldestMs: 4_000 }, "good", "Busy"],
    [{ ...calm, running: 2, waiting: 5, oldestMs: 14_000 }, "attention", "People wait"],
    [{ ...calm, problem: "Too old." }, "bad", "Nothing is graded"],
  ] as const)("%o is %s: %s", (view, tone, title) => {
    expect(describeState(view, "en")).toMatchObject({ tone, title });
  });
});
