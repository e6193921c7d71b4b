import { describe, expect, it } from "vitest";
import { buildValueDiff } from "../../../app/features/submissions/value-diff.ts";
import type { LearnerResult } from "../../../app/features/submissions/learner-result.ts";
import { adviseOn, describeResult } from "../../../app/features/submissions/outcome-words.ts";
import { OUTCOMES } from "../../../sandbox/contract.ts";

describe("expected and got", () => {
  it("mark the words that differ, on their own side", () => {
    expect(buildValueDiff("7 B12", "7 C07")).toEqual({
      expected: [{ text: "7 ", differs: false }, { text: "B12", differs: true }],
      actual: [{ text: "7 ", differs: false }, { text: "C07", differs: true }],
    });
  });

  it("together give each text back whole", () => {
    const expected = Array.from({ length: 20 }, (_, index) => `line ${index}`).join("\n");
    const actual = expected.replace("line 7", "line seven");
    const diff = buildValueDiff(expected, actual);
    expect([diff.expected.map((part) => part.text).join(""), diff.actual.map((part) => part.text).join("")]).toEqual([expected, actual]);
  });

  it("are not compared when they are huge", () => {
    const long = "x".repeat(30_000);
    expect(buildValueDiff(long, "y").expected).toEqual([{ text: long, differs: true }]);
  });
});

describe("a result in one line", () => {
  const result = { outcome: "failed", passedTests: 3, totalTests: 5, tests: [], output: "", message: null, durationMs: 11.4 } as const;
  it("counts", () => expect(describeResult({ ...result, tests: [], diagnostics: [] }, "en")).toBe("3 of 5 pass · 11 ms"));
  it("says it all for each outcome, differently", () => {
    const said = OUTCOMES.map((outcome) => describeResult({ ...result, tests: [], diagnostics: [], outcome }, "en"));
    expect(new Set(said).size).toBe(OUTCOMES.length);
  });
  it("does not say that the code could not be run where only its types stand in the way", () => {
    const refused: LearnerResult = { ...result, outcome: "errored", passedTests: 5, tests: [], diagnostics: [{ path: "a.ts", line: 1, column: 1, message: "x" }] };
    expect(describeResult(refused, "en")).toBe("The tests pass, and there are type errors");
    expect(adviseOn(refused, "en")).toContain("type errors below");
    expect(describeResult({ ...refused, passedTests: 0, totalTests: 0 }, "en")).toBe("The code could not be run");
  });
});
