import { Check, CircleSlash, X } from "lucide-react";
import type { RunView } from "./review-view.ts";
import { showInvisible } from "./show-invisible.ts";

const OUTCOME_WORDS = {
  passed: "All tests pass",
  failed: "Some tests fail",
  errored: "The program could not be run",
  "timed-out": "It took too long",
  "out-of-memory": "It used too much memory",
  "too-much-output": "It printed too much",
  crashed: "The tests could not be run: our fault",
} as const satisfies Record<RunView["outcome"], string>;

/** More than these are folded away, so that the rubric stays in sight. */
const OPEN_FAILURES = 4;

/** What the tests said, hidden ones included: for graders. */
export function RunResults({ run, areTestsRunning }: { run: RunView | null; areTestsRunning: boolean }) {
  if (!run) return <p className="muted small">{areTestsRunning ? "The tests are still running. Reload the page for their result." : "This project has no automatic tests."}</p>;
  const failures = run.tests.filter(({ status }) => status !== "passed").length;
  return (
    <details className="run-results" open={run.outcome !== "passed" && failures <= OPEN_FAILURES}>
      <summary><b>{OUTCOME_WORDS[run.outcome]}</b> <span className="muted small">{run.passedTests} of {run.totalTests}</span></summary>
      {run.message && <pre className="run-words" tabIndex={0}>{showInvisible(run.message)}</pre>}
      <ul className="run-tests">
        {run.tests.map((test, index) => (
          <li key={index} className={test.status === "passed" ? undefined : "not-passed"}>
            <StatusMark status={test.status} />
            <div>
              <p><bdi>{showInvisible(test.name)}</bdi> {test.group === "hidden" && <span className="tag">hidden</span>}</p>
              {test.status !== "passed" && (test.message !== null || test.expected !== null || test.actual !== null) && (
                <dl className="run-facts">
                  {test.message !== null && <><dt>said</dt><dd>{showInvisible(test.message)}</dd></>}
                  {test.expected !== null && <><dt>expected</dt><dd className="expected">{showInvisible(test.expected)}</dd></>}
                  {test.actual !== null && <><dt>got</dt><dd className="actual">{showInvisible(test.actual)}</dd></>}
                  {test.location && <><dt>at</dt><dd>{showInvisible(test.location.path)}, line {test.location.line}</dd></>}
                </dl>
              )}
              {test.output !== "" && <pre className="run-words" tabIndex={0}>{showInvisible(test.output)}</pre>}
            </div>
          </li>
        ))}
      </ul>
      {run.output !== "" && <><p className="small muted">Printed outside tests</p><pre className="run-words" tabIndex={0}>{showInvisible(run.output)}</pre></>}
    </details>
  );
}

function StatusMark({ status }: { status: RunView["tests"][number]["status"] }) {
  if (status === "passed") return <Check className="mark good" size={18} role="img" aria-label="passed" />;
  if (status === "skipped") return <CircleSlash className="mark" size={18} role="img" aria-label="skipped" />;
  return <X className="mark bad" size={18} role="img" aria-label={status} />;
}
