import { Link } from "@remix-run/react";
import { When } from "../../ui/when.tsx";
import { CommentList } from "../reviews/comment-list.tsx";
import { DecisionPanel } from "../reviews/decision-panel.tsx";
import { describeResult } from "../submissions/outcome-words.ts";
import type { HandInView } from "./project-view.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** Every other hand-in with what came of it, the newest first. */
export function EarlierHandIns({ handIns, now }: { handIns: readonly HandInView[]; now: Date }) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <section className="sheet" aria-labelledby="hand-ins">
      <h2 id="hand-ins" className="list-title">{t("handIns")}</h2>
      <ul className="list">
        {handIns.map(({ submissionId, number, handedInAt, isTested, result, decided, comments }) => (
          <li key={submissionId} className="hand-in">
            <p className="queue-facts">
              <Link to={`/submissions/${submissionId}`}><b>{t("handInNumber", { number })}</b></Link>
              <span className="muted small"><When at={handedInAt} now={now} /></span>
              {decided && <span className={decided.decision === "accepted" ? "tag good" : "tag attention"}>{t(decided.decision === "accepted" ? "accepted" : "changesAsked")}</span>}
              <span className="muted small">{result ? describeResult(result, locale) : isTested ? "" : t("testsRunning")}</span>
            </p>
            {decided && (
              <details>
                <summary className="small">{t("itsReview")}</summary>
                <div className="stack">
                  <DecisionPanel decided={decided} now={now} />
                  {comments.map((comment) => (
                    <div key={comment.id}>
                      {comment.place && <p className="small talk-place">{t("place", { path: comment.place.path, line: String(comment.place.line) })}</p>}
                      <CommentList comments={[comment]} now={now} />
                    </div>
                  ))}
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
