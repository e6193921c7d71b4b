import { Link } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import type { Step } from "../progress/enter-activity.server.ts";
import { Results } from "../submissions/results.tsx";
import { describeLive } from "./describe-work.ts";
import { messages } from "./desk-messages.ts";
import type { Shown } from "./shown-result.ts";
import type { LabWork } from "./use-lab-work.ts";

export interface LabOutcomeProps {
  work: LabWork;
  shown: Shown;
  onShow: (which: "live" | "work") => void;
  next: Step | null;
  courseUrl: string;
  hasHiddenTests: boolean;
  /** The lab's page, for questions about its tests. */
  askPath: string;
  /** Place of the failing test that somebody went to. */
  currentTest: number | null;
  onGoTo: (place: { path: string; line: number }) => void;
  /** Below everything else. */
  offer?: ReactNode;
}

/** What the last run or hand-in came to, or what the text of now does. */
export function LabOutcome({ work, shown, onShow, next, courseUrl, hasHiddenTests, askPath, currentTest, onGoTo, offer }: LabOutcomeProps) {
  const t = useMessages(messages);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (currentTest === null) return;
    const item = list.current?.querySelector<HTMLElement>(`[data-test="${currentTest}"]`);
    item?.scrollIntoView({ block: "nearest" });
    // Where a line is known, the editor takes the focus instead.
    if (item && item.dataset.hasPlace === undefined) item.focus({ preventScroll: true });
  }, [currentTest]);

  if (shown.kind === "live") {
    return (
      <div className="lab-outcome" ref={list}>
        <p className="live-head small"><span className="tag attention">{t("liveHead")}</span> {t("liveWhat")} {shown.side && <>{t("liveAfterSubmit")} <button type="button" className="link-button" onClick={() => onShow("work")}>{t("showSubmitted")}</button></>}</p>
        <Results result={shown.result} onGoTo={onGoTo} current={currentTest} askPath={askPath} />
        {offer}
      </div>
    );
  }
  return (
    <div className="lab-outcome" ref={list}>
      {shown.side && <p className="live-head small"><span className="tag attention">{t("liveHead")}</span> {describeLive(shown.side, t)} <button type="button" className="link-button" onClick={() => onShow("live")}>{t("showLive")}</button></p>}
      {work.kind === "idle" && <p className="muted small">{t("idle")}</p>}
      {(work.kind === "running" || work.kind === "submitting") && <div className="lab-waiting" aria-hidden="true"><i /><i /><i /></div>}
      {work.kind === "problem" && <p className="notice attention">{work.message}</p>}
      {work.kind === "result" && (
        <>
          {work.from === "submit" && work.result.outcome === "passed" && (
            <div className="lab-passed notice good">
              <p><strong>{t("passedHead")}</strong> {t("passedMore")}</p>
              <p>{next ? <Link className="button primary" to={next.path}>{t("next", { title: next.title })}</Link> : <Link className="button primary" to={courseUrl}>{t("backToCourse")}</Link>}</p>
            </div>
          )}
          {work.from === "run" && work.result.outcome === "passed" && <p className="notice good">{hasHiddenTests ? t("runPassedHidden") : t("runPassed")}</p>}
          <Results result={work.result} onGoTo={onGoTo} current={currentTest} askPath={askPath} />
          {work.submissionId && <p className="small"><Link to={`/submissions/${work.submissionId}`}>{t("submissionPage")}</Link></p>}
        </>
      )}
      {offer}
    </div>
  );
}
