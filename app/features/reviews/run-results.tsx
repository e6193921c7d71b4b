import { Check, CircleSlash, X } from "lucide-react";
import type { RunView } from "./review-view.ts";
import { showInvisible } from "./show-invisible.ts";
import { verdictMessages } from "../submissions/verdict-messages.ts";
import { retell } from "../../i18n/retell.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** More than these are folded away, so that the rubric stays in sight. */
const OPEN_FAILURES = 4;

/** What the tests said, hidden ones included: for graders. */
export function RunResults({ run, areTestsRunning }: { run: RunView | null; areTestsRunning: boolean }) {
  const t = useMessages(messages);
  const locale = useLocale();
  if (!run) return <p className="muted small">{t(areTestsRunning ? "testsStillRunning" : "noAutoTests")}</p>;
  const failures = run.tests.filter(({ status }) => status !== "passed").length;
  return (
    <details className="run-results" open={run.outcome !== "passed" && failures <= OPEN_FAILURES}>
      <summary><b>{t(`run-${run.outcome}`)}</b> <span className="muted small">{t("someOf", { some: String(run.passedTests), all: String(run.totalTests) })}</span></summary>
      {run.message && <pre className="run-words" tabIndex={0}>{showInvisible(retell(verdictMessages, locale, run.message))}</pre>}
      <ul className="run-tests">
        {run.tests.map((test, index) => (
          <li key={index} className={test.status === "passed" ? undefined : "not-passed"}>
            <StatusMark status={test.status} />
            <div>
              <p><bdi>{showInvisible(test.name)}</bdi> {test.group === "hidden" && <span className="tag">{t("hidden")}</span>}</p>
              {test.status !== "passed" && (test.message !== null || test.expected !== null || test.actual !== null) && (
                <dl className="run-facts">
                  {test.message !== null && <><dt>{t("said")}</dt><dd>{showInvisible(retell(verdictMessages, locale, test.message))}</dd></>}
                  {test.expected !== null && <><dt>{t("expected")}</dt><dd className="expected">{showInvisible(test.expected)}</dd></>}
                  {test.actual !== null && <><dt>{t("got")}</dt><dd className="actual">{showInvisible(test.actual)}</dd></>}
                  {test.location && <><dt>{t("at")}</dt><dd>{t("place", { path: showInvisible(test.location.path), line: String(test.location.line) })}</dd></>}
                </dl>
              )}
              {test.output !== "" && <pre className="run-words" tabIndex={0}>{showInvisible(test.output)}</pre>}
            </div>
          </li>
        ))}
      </ul>
      {run.output !== "" && <><p className="small muted">{t("printedOutside")}</p><pre className="run-words" tabIndex={0}>{showInvisible(run.output)}</pre></>}
    </details>
  );
}

function StatusMark({ status }: { status: RunView["tests"][number]["status"] }) {
  const t = useMessages(messages);
  if (status === "passed") return <Check className="mark good" size={18} role="img" aria-label={t("mark-passed")} />;
  if (status === "skipped") return <CircleSlash className="mark" size={18} role="img" aria-label={t("mark-skipped")} />;
  return <X className="mark bad" size={18} role="img" aria-label={t(`mark-${status}`)} />;
}
