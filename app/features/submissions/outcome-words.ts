import type { Outcome } from "../../../sandbox/contract.ts";
import { formatCount } from "../../ui/format-minutes.ts";
import type { LearnerResult } from "./learner-result.ts";

/** One line: `3 of 5 pass · 11 ms`. */
export function describeResult(result: LearnerResult): string {
  const { outcome, passedTests, totalTests, durationMs } = result;
  const time = `${Math.max(1, Math.round(durationMs))} ms`;
  if (outcome === "passed") return `All ${formatCount(totalTests, "test")} pass · ${time}`;
  if (outcome === "failed") return `${passedTests} of ${totalTests} pass · ${time}`;
  return isRefusedForTypes(result) ? "The tests pass, and there are type errors" : TITLES[outcome];
}

/** The tests had nothing to say against it; the lab takes no type errors. */
export function isRefusedForTypes({ outcome, diagnostics, passedTests, totalTests }: Pick<LearnerResult, "outcome" | "diagnostics" | "passedTests" | "totalTests">): boolean {
  return outcome === "errored" && diagnostics.length > 0 && totalTests > 0 && passedTests === totalTests;
}

const TITLES = {
  errored: "The code could not be run",
  "timed-out": "It took too long",
  "out-of-memory": "It used too much memory",
  "too-much-output": "It printed too much",
  crashed: "The grader stopped",
} as const satisfies Record<Exclude<Outcome, "passed" | "failed">, string>;

/** What an outcome means and what to do next; null when the tests speak for themselves. */
export function adviseOn(result: LearnerResult): string | null {
  if (isRefusedForTypes(result)) return "This lab asks for a program whose types fit as well. Solve the type errors below, the first one first: others often come from it.";
  const { outcome } = result;
  return outcome === "passed" || outcome === "failed" ? null : ADVICE[outcome];
}

const ADVICE = {
  errored: "Something is wrong before the tests can judge: often a missing bracket, a misspelt name, or a file or function that is not exported. Read the message, repair that line, and run again.",
  "timed-out": "The program did not end in time. Look for a loop whose condition never becomes false, or a promise that is never fulfilled, and run again.",
  "out-of-memory": "The program asked for more memory than it may have. Look for a list or text that grows in a loop without end, and run again.",
  "too-much-output": "The program printed more than fits. Print less, or look for a loop that prints without end, and run again.",
  crashed: "That is our fault, not yours, and trying again by itself did not help. Your code is safe. Try once more in a minute; if it happens again, tell your instructor.",
} as const satisfies Record<Exclude<Outcome, "passed" | "failed">, string>;
