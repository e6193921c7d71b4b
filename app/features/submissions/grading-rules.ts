/** What the grading queue decides, apart from how it does it. Pure. */
import type { GradeRequest, GradeResult } from "../../../sandbox/contract.ts";
import type { CodeActivity } from "../drafts/learner-files.ts";
import { buildRunOptions, buildWorkspace } from "../../catalog/workspace.ts";

/** Gradings of one submission that may be begun. If the process died in each, it is likely the submission's doing. */
export const MAX_ATTEMPTS = 3;

export type NextStep = { kind: "grade"; attempts: number } | { kind: "give-up" };

/** Whether a queued submission is graded (again) or has taken the process with it often enough. */
export function decideNextStep(submission: { attempts: number }): NextStep {
  return submission.attempts >= MAX_ATTEMPTS ? { kind: "give-up" } : { kind: "grade", attempts: submission.attempts + 1 };
}

/** The request of a verdict: all tests, the visible ones first, so that no visible one can print what it heard in a hidden one. */
export function buildGradeRequest(activity: CodeActivity, of: { files: Readonly<Record<string, string>>; userId: string; seed: string }): GradeRequest | null {
  if (activity.language === null) return null;
  return {
    language: activity.language,
    files: buildWorkspace(activity, of.files),
    tests: [...activity.tests.filter((test) => test.group === "visible"), ...activity.tests.filter((test) => test.group === "hidden")],
    limits: activity.limits,
    ...buildRunOptions(activity),
    priority: "submit",
    owner: of.userId,
    seed: of.seed,
  };
}

/** A verdict for what cannot be graded: our fault, said to the person. */
export function buildCrashedResult(message: string): GradeResult {
  return { outcome: "crashed", score: 0, tests: [], output: "", message, diagnostics: [], durationMs: 0, engine: "none" };
}

export const GAVE_UP_MESSAGE = `Grading was begun ${MAX_ATTEMPTS} times and the server stopped each time. Your code is stored. Look for something that never ends or grows without limit, and submit again; if that doesn't help, tell your instructor.`;
export const ACTIVITY_GONE_MESSAGE = "This activity was taken out of the course before your submission could be graded. Your code is stored.";
