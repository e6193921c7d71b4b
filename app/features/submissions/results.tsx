import { Check, CircleSlash, X } from "lucide-react";
import { showInvisible } from "../reviews/show-invisible.ts";
import { Place } from "./place.tsx";
import { ResultTable } from "./result-table.tsx";
import { parseTableText, type TableText } from "./table-text.ts";
import { TypeErrors } from "./type-errors.tsx";
import type { LearnerResult, LearnerTest } from "./learner-result.ts";
import { adviseOn, describeResult, isRefusedForTypes } from "./outcome-words.ts";
import { buildValueDiff, type DiffPart } from "./value-diff.ts";

interface ResultsProps {
  result: LearnerResult;
  /** Moves the editor's cursor; without it, places are plain text. */
  onGoTo?: (place: { path: string; line: number }) => void;
}

/** A run test by test. Everything in it comes from learners' and authors' programs: printed, never interpreted. */
export function Results({ result, onGoTo }: ResultsProps) {
  const advice = adviseOn(result);
  return (
    <div className="results">
      {advice && (
        <div className="result-advice">
          <p><strong>{describeResult(result)}.</strong> {advice}</p>
          {result.message && !isRefusedForTypes(result) && <Words text={result.message} label="Message" />}
        </div>
      )}
      {result.diagnostics.length > 0 && <TypeErrors diagnostics={result.diagnostics} onGoTo={onGoTo} />}
      {result.tests.length > 0 && (
        <ul className="result-tests">
          {result.tests.map((test, index) => <Test key={index} test={test} onGoTo={onGoTo} />)}
        </ul>
      )}
      {result.output !== "" && <Words text={result.output} label="Printed outside tests" />}
    </div>
  );
}

function Test({ test, onGoTo }: { test: LearnerTest; onGoTo: ResultsProps["onGoTo"] }) {
  const hasPassed = test.status === "passed";
  return (
    <li className={hasPassed || test.status === "skipped" ? "result-test" : "result-test not-passed"} data-status={test.status}>
      <StatusSign status={test.status} />
      <div className="result-name">
        <bdi>{showInvisible(test.name)}</bdi> {test.group === "hidden" && <span className="tag">hidden</span>}
      </div>
      <div className="result-side small muted">
        {!hasPassed && test.location ? <Place location={test.location} onGoTo={onGoTo} /> : test.durationMs !== null && `${Math.max(1, Math.round(test.durationMs))} ms`}
      </div>
      {!hasPassed && test.message && <p className="result-message">{showInvisible(test.message)}</p>}
      {!hasPassed && (test.expected !== null || test.actual !== null) && <Comparison expected={test.expected} actual={test.actual} />}
      {test.output !== "" && <Words text={test.output} label="Printed" isOpen={!hasPassed} />}
    </li>
  );
}

function StatusSign({ status }: { status: LearnerTest["status"] }) {
  if (status === "passed") return <Check className="sign ok" size={19} strokeWidth={3} role="img" aria-label="Passed:" />;
  if (status === "skipped") return <CircleSlash className="sign" size={17} role="img" aria-label="Skipped:" />;
  return <X className="sign no" size={19} strokeWidth={3} role="img" aria-label={status === "failed" ? "Failed:" : "Error:"} />;
}

function Comparison({ expected, actual }: { expected: string | null; actual: string | null }) {
  const [wanted, given] = [readTable(expected), readTable(actual)];
  if (wanted !== null || given !== null) {
    return (
      <div className="result-tables">
        {wanted && <figure className="expected"><figcaption className="small muted">expected</figcaption><ResultTable table={wanted} other={given} label="Expected table" /></figure>}
        {given && <figure className="actual"><figcaption className="small muted">got</figcaption><ResultTable table={given} other={wanted} label="Your table" /></figure>}
      </div>
    );
  }
  const diff = expected !== null && actual !== null ? buildValueDiff(showInvisible(expected), showInvisible(actual)) : null;
  return (
    <dl className="result-diff">
      {expected !== null && <><dt>expected</dt><dd className="expected"><Parts parts={diff?.expected ?? [{ text: showInvisible(expected), differs: false }]} /></dd></>}
      {actual !== null && <><dt>got</dt><dd className="actual"><Parts parts={diff?.actual ?? [{ text: showInvisible(actual), differs: false }]} /></dd></>}
    </dl>
  );
}

const readTable = (text: string | null): TableText | null => (text === null ? null : parseTableText(text));

function Parts({ parts }: { parts: readonly DiffPart[] }) {
  return <code>{parts.map((part, index) => (part.differs ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>))}</code>;
}

function Words({ text, label, isOpen = true }: { text: string; label: string; isOpen?: boolean }) {
  const table = readTable(text);
  return (
    <details className="result-words" open={isOpen}>
      <summary className="small muted">{label}</summary>
      {table ? <ResultTable table={table} other={null} label={label} /> : <pre tabIndex={0}>{showInvisible(text)}</pre>}
    </details>
  );
}
