import type { Diagnostic, Outcome, TestGroup, TestStatus } from "../../../sandbox/contract.ts";

/** One test as a learner sees it. Of a hidden one only name and status are filled. */
export interface LearnerTest {
  name: string;
  group: TestGroup;
  status: TestStatus;
  message: string | null;
  expected: string | null;
  actual: string | null;
  output: string;
  location: { path: string; line: number } | null;
  durationMs: number | null;
}

/** What a learner sees of a run. All text in it is hostile: print it, never interpret it. */
export interface LearnerResult {
  outcome: Outcome;
  passedTests: number;
  totalTests: number;
  tests: LearnerTest[];
  /** Console output outside tests. */
  output: string;
  /** Why there is no verdict test by test, or null. */
  message: string | null;
  /** Type errors in the learner's own files, where they were looked for. */
  diagnostics: Diagnostic[];
  durationMs: number;
}
