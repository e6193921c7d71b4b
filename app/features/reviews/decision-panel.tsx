import { When } from "../../ui/when.tsx";
import { OutcomeTable } from "./outcome-table.tsx";
import type { DecisionView } from "./review-view.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** A decision as both sides read it: what, by whom, why, and the rubric. */
export function DecisionPanel({ decided, now, showsRubric = true }: { decided: DecisionView; now: Date; showsRubric?: boolean }) {
  const t = useMessages(messages);
  const { decision, decidedAt, graderName, summary, outcome } = decided;
  const isJudged = outcome.criteria.some(({ level }) => level !== null);
  return (
    <div className="stack decision-panel">
      <p>
        <span className={decision === "accepted" ? "tag good" : "tag attention"}>{t(decision === "accepted" ? "accepted" : "changesAsked")}</span>{" "}
        <span className="muted small"><bdi>{graderName}</bdi>, <When at={decidedAt} now={now} /></span>
      </p>
      {summary && <p className="comment-body" dir="auto">{summary}</p>}
      {showsRubric && isJudged && <div className="table-wrap"><OutcomeTable outcome={outcome} /></div>}
    </div>
  );
}
