import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { countPlaywright, countVitest, settle } from "../../../bin/tests/run-runners.mjs";

let said: MockInstance<typeof console.log>;
beforeEach(() => {
  said = vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(() => said.mockRestore());

describe("counting", () => {
  it("takes vitest's own numbers; skipped tests and files that could not be loaded failed", () => {
    const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }, () => ({})) });
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [file("passed", 5), file("failed", 3), file("failed", 0)] };
    expect(countVitest(report)).toEqual({ passed: 5, failed: 5 });
  });

  it("takes Playwright's own numbers; flaky and skipped tests and errors outside tests failed", () => {
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] })).toEqual({ passed: 4, failed: 4 });
  });

  it("has nothing without a report", () => {
    expect(countVitest(null)).toEqual({ passed: 0, failed: 0 });
    expect(countPlaywright(null)).toEqual({ passed: 0, failed: 0 });
  });
});

describe("a runner", () => {
  it("that broke without a failed test is a failure", () => {
    expect(settle("vitest", 1, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 1 });
    expect(said).toHaveBeenCalledOnce();
  });

  it("that ran nothing is a failure", () => {
    expect(settle("vitest", 0, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 });
  });

  it("that says itself what failed is taken at its word", () => {
    expect(settle("vitest", 1, { passed: 7, failed: 2 })).toEqual({ passed: 7, failed: 2 });
    expect(settle("vitest", 0, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 0 });
  });
});
