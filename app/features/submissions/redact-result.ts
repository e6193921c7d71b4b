/** What leaves the server of a grade, named field by field. Pure. */
import type { Diagnostic, GradeResult, TestReport } from "../../../sandbox/contract.ts";
import { ACTIVITY_GONE_MESSAGE, GAVE_UP_MESSAGE } from "./grading-rules.ts";
import type { LearnerResult, LearnerTest } from "./learner-result.ts";

/** What is said of a hidden test that did not pass: nothing that its source, input or expected value could be read from. */
export const HIDDEN_TEST_MESSAGE = "Hidden tests say only whether they pass. Read the task again: which case have you not tried yet?";

/**
 * A grade as its learner may see it.
 *
 * Of hidden tests only name and status stay. The learner's own program saw the hidden tests' inputs and chooses what
 * it prints or throws outside tests, so those words stay away too when hidden tests ran: *Run* shows them.
 * @param ranHiddenTests whether the request held hidden tests; a run that broke early reports none of them
 */
export function redactResult(result: GradeResult, { ranHiddenTests }: { ranHiddenTests: boolean }): LearnerResult {
  const hides = ranHiddenTests || result.tests.some((test) => test.group === "hidden");
  return {
    outcome: result.outcome,
    passedTests: result.tests.filter((test) => test.status === "passed").length,
    totalTests: result.tests.length,
    tests: result.tests.map(redactTest),
    output: hides ? "" : result.output,
    message: hides ? describeWithoutWords(result) : result.message,
    diagnostics: viewDiagnostics(result),
    durationMs: result.durationMs,
  };
}

/** The compiler saw the learner's files and no test, so its words may always be shown. Verdicts of earlier versions have none. */
export function viewDiagnostics({ diagnostics }: { diagnostics?: readonly Diagnostic[] }): Diagnostic[] {
  return (diagnostics ?? []).map(({ path, line, column, message }) => ({ path, line, column, message }));
}

function redactTest(test: TestReport): LearnerTest {
  const { name, group, status } = test;
  if (group === "hidden") return { name, group, status, message: status === "passed" ? null : HIDDEN_TEST_MESSAGE, expected: null, actual: null, output: "", location: null, durationMs: null };
  const { message, expected, actual, output, location, durationMs } = test;
  return { name, group, status, message, expected, actual, output, location, durationMs };
}

/** The queue's own sentences may pass; all others could carry words of the learner's program or of a test. */
function describeWithoutWords({ outcome, message, diagnostics, tests }: GradeResult): string | null {
  if (message === GAVE_UP_MESSAGE || message === ACTIVITY_GONE_MESSAGE) return message;
  // Every test passed: what is in the way are the type errors, which are shown.
  if (outcome === "errored" && viewDiagnostics({ diagnostics }).length > 0 && tests.length > 0 && tests.every((test) => test.status === "passed")) return null;
  return outcome === "errored" ? "Your code could not be loaded, or it threw an error outside a test. Run shows the error and its line." : null;
}
