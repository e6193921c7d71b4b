import { Link } from "@remix-run/react";
import { Check, CircleSlash, X } from "lucide-react";
import { PlainWords } from "../explanations/plain-words.tsx";
import { buildAskAddress } from "../questions/ask-address.ts";
import { showInvisible } from "../reviews/show-invisible.ts";
import { Place } from "./place.tsx";
import { ResultTable } from "./result-table.tsx";
import { Comparison } from "./comparison.tsx";
import { splitMessage } from "./split-message.ts";
import { parseTableText } from "./table-text.ts";
import { TypeErrors } from "./type-errors.tsx";
import type { LearnerResult, LearnerTest } from "./learner-result.ts";
import { adviseOn, describeResult, isRefusedForTypes } from "./outcome-words.ts";
import { retell } from "../../i18n/retell.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { verdictMessages } from "./verdict-messages.ts";

interface ResultsProps {
  result: LearnerResult;
  /** Moves the editor's cursor; without it, places are plain text. */
  onGoTo?: (place: { path: string; line: number }) => void;
  /** Place of the test that somebody went to. */
  current?: number | null;
  /** The activity's page: beside each failing test is the way to ask a person about it. */
  askPath?: string;
}

/** A run test by test. Everything in it comes from learners' and authors' programs: printed, never interpreted. */
export function Results({ result, onGoTo, current = null, askPath }: ResultsProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const advice = adviseOn(result, locale);
  return (
    <div className="results">
      {advice && (
        <div className="result-advice">
          <p><strong>{describeResult(result, locale)}.</strong> {advice}</p>
          {result.message && !isRefusedForTypes(result) && <Words text={retell(verdictMessages, locale, result.message)} label={t("message")} />}
          {!isRefusedForTypes(result) && <PlainWords message={result.message} />}
        </div>
      )}
      {result.diagnostics.length > 0 && <TypeErrors diagnostics={result.diagnostics} onGoTo={onGoTo} />}
      {result.tests.length > 0 && (
        <ul className="result-tests">
          {result.tests.map((test, index) => <Test key={index} index={index} isCurrent={index === current} test={test} onGoTo={onGoTo} askPath={askPath} />)}
        </ul>
      )}
      {result.output !== "" && <Words text={result.output} label={t("printedOutside")} />}
    </div>
  );
}

interface TestProps {
  test: LearnerTest;
  index: number;
  isCurrent: boolean;
  onGoTo: ResultsProps["onGoTo"];
  askPath: string | undefined;
}

function Test({ test, index, isCurrent, onGoTo, askPath }: TestProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const hasPassed = test.status === "passed";
  const told = hasPassed ? null : splitMessage(test.message);
  return (
    <li
      className={hasPassed || test.status === "skipped" ? "result-test" : "result-test not-passed"} data-status={test.status} data-test={index}
      data-has-place={test.location && !hasPassed ? "" : undefined} aria-current={isCurrent || undefined} tabIndex={hasPassed ? undefined : -1}
    >
      <StatusSign status={test.status} />
      <div className="result-name">
        <bdi>{showInvisible(test.name)}</bdi> {test.group === "hidden" && <span className="tag">{t("hidden")}</span>}
      </div>
      <div className="result-side small muted">
        {!hasPassed && test.location ? <Place location={test.location} onGoTo={onGoTo} /> : test.durationMs !== null && `${Math.max(1, Math.round(test.durationMs))} ms`}
      </div>
      {told?.message && <p className="result-message">{showInvisible(retell(verdictMessages, locale, told.message))}</p>}
      {told && <PlainWords message={told.message} more={test.actual} />}
      {!hasPassed && (told?.input || test.expected !== null || test.actual !== null) && <Comparison input={told?.input ?? null} expected={test.expected} actual={test.actual} />}
      {test.output !== "" && <Words text={test.output} label={t("printed")} isOpen={!hasPassed} />}
      {askPath !== undefined && !hasPassed && test.status !== "skipped" && (
        <p className="result-ask small"><Link to={buildAskAddress(askPath, { about: "test", test: test.name, said: told?.message || undefined })} aria-label={t("askAboutTest", { name: showInvisible(test.name) })}>{t("askAbout")}</Link></p>
      )}
    </li>
  );
}

function StatusSign({ status }: { status: LearnerTest["status"] }) {
  const t = useMessages(messages);
  if (status === "passed") return <Check className="sign ok" size={19} strokeWidth={3} role="img" aria-label={t("signPassed")} />;
  if (status === "skipped") return <CircleSlash className="sign" size={17} role="img" aria-label={t("signSkipped")} />;
  return <X className="sign no" size={19} strokeWidth={3} role="img" aria-label={t(status === "failed" ? "signFailed" : "signError")} />;
}

function Words({ text, label, isOpen = true }: { text: string; label: string; isOpen?: boolean }) {
  const table = parseTableText(text);
  return (
    <details className="result-words" open={isOpen}>
      <summary className="small muted">{label}</summary>
      {table ? <ResultTable table={table} other={null} label={label} /> : <pre tabIndex={0}>{showInvisible(text)}</pre>}
    </details>
  );
}
