/** What leaves the server of a grade, named field by field. Pure. */
import type { GradeResult, Outcome, TestReport } from "../../../sandbox/contract.ts";
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
    message: hides ? describeWithoutWords(result.outcome, result.message) : result.message,
    durationMs: result.durationMs,
  };
}

function redactTest(test: TestReport): LearnerTest {
  const { name, group, status } = test;
  if (group === "hidden") return { name, group, status, message: status === "passed" ? null : HIDDEN_TEST_MESSAGE, expected: null, actual: null, output: "", location: null, durationMs: null };
  const { message, expected, actual, output, location, durationMs } = test;
  return { name, group, status, message, expected, actual, output, location, durationMs };
}

/** The queue's own sentences may pass; all others could carry words of the learner's program or of a test. */
function describeWithoutWords(outcome: Outcome, message: string | null): string | null {
  if (message === GAVE_UP_MESSAGE || message === ACTIVITY_GONE_MESSAGE) return message;
  return outcome === "errored" ? "Your code could not be loaded, or it threw an error outside a test. Run shows the error and its line." : null;
}
