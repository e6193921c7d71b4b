import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { assertNever } from "../../assert-never.ts";
import type { Step } from "../progress/enter-activity.server.ts";
import { describeResult } from "../submissions/outcome-words.ts";
import { Results } from "../submissions/results.tsx";
import type { LabWork } from "./use-lab-work.ts";

interface LabOutcomeProps {
  work: LabWork;
  next: Step | null;
  courseUrl: string;
  hasHiddenTests: boolean;
  onGoTo: (place: { path: string; line: number }) => void;
}

/** One line for the live region beside the buttons. */
export function describeWork(work: LabWork): string {
  switch (work.kind) {
    case "idle":
      return "";
    case "running":
      return "Running the visible tests…";
    case "submitting":
      return work.step === "sending" ? "Handing in…" : work.step === "queued" ? "Handed in. Waiting for its turn…" : "Handed in. Running all tests…";
    case "result":
      return `${work.from === "submit" ? "Submitted: " : ""}${describeResult(work.result)}`;
    case "problem":
      return work.message;
    default:
      return assertNever(work);
  }
}

/** What the last run or hand-in came to, below the buttons. */
export function LabOutcome({ work, next, courseUrl, hasHiddenTests, onGoTo }: LabOutcomeProps) {
  const region = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  // Narrow pages have the results far below the buttons.
  useEffect(() => {
    if (!isFirst.current && work.kind === "result" && matchMedia("(max-width: 54rem)").matches) region.current?.scrollIntoView({ block: "start" });
    isFirst.current = false;
  }, [work]);

  return (
    <div className="lab-results" ref={region} role="region" aria-label="Results" tabIndex={0} aria-busy={work.kind === "running" || work.kind === "submitting"}>
      {work.kind === "idle" && <p className="muted small">Run tries the visible tests and costs nothing. Submit runs all tests and hands in.</p>}
      {(work.kind === "running" || work.kind === "submitting") && <div className="lab-waiting" aria-hidden="true"><i /><i /><i /></div>}
      {work.kind === "problem" && <p className="notice attention">{work.message}</p>}
      {work.kind === "result" && (
        <>
          {work.from === "submit" && work.result.outcome === "passed" && (
            <div className="lab-passed notice good">
              <p><strong>Passed.</strong> Every test passes, and this rung of the ladder is yours.</p>
              <p>{next ? <Link className="button primary" to={next.path}>Next: {next.title}</Link> : <Link className="button primary" to={courseUrl}>Back to the course</Link>}</p>
            </div>
          )}
          {work.from === "run" && work.result.outcome === "passed" && <p className="notice good">The visible tests pass. {hasHiddenTests ? "Submit runs the hidden ones too." : "Submit hands it in."}</p>}
          <Results result={work.result} onGoTo={onGoTo} />
          {work.submissionId && <p className="small"><Link to={`/submissions/${work.submissionId}`}>This submission on a page of its own</Link></p>}
        </>
      )}
    </div>
  );
}
