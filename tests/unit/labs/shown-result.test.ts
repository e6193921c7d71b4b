import { describe, expect, it } from "vitest";
import { chooseShown } from "../../../app/features/labs/shown-result.ts";
import type { LabWork } from "../../../app/features/labs/use-lab-work.ts";
import type { LearnerResult } from "../../../app/features/submissions/learner-result.ts";

const result = (outcome: LearnerResult["outcome"]): LearnerResult => ({ outcome, passedTests: 1, totalTests: 2, tests: [], output: "", message: null, diagnostics: [], durationMs: 1 });
const work = (from: "run" | "submit", outcome: LearnerResult["outcome"]): LabWork => ({ kind: "result", from, result: result(outcome), submissionId: null });
const live = result("failed");

describe("what the desk shows", () => {
  it("takes a live result in place of a run, without a word", () => {
    expect(chooseShown(work("run", "failed"), live, null)).toEqual({ kind: "live", result: live, side: null });
  });
  it("takes it in place of a failed submission, which it still offers", () => {
    const submitted = work("submit", "failed");
    expect(chooseShown(submitted, live, null)).toEqual({ kind: "live", result: live, side: submitted });
    expect(chooseShown(submitted, live, "work")).toEqual({ kind: "work", side: live });
  });
  it("keeps a passed submission until the live result is asked for", () => {
    expect(chooseShown(work("submit", "passed"), live, null)).toEqual({ kind: "work", side: live });
    expect(chooseShown(work("submit", "passed"), live, "live").kind).toBe("live");
  });
  it("has nothing live to show while a run is under way", () => {
    expect(chooseShown({ kind: "running" }, live, "live")).toEqual({ kind: "work", side: null });
  });
});
