import { Link } from "@remix-run/react";
import { When } from "../../ui/when.tsx";
import { CommentList } from "../reviews/comment-list.tsx";
import { DecisionPanel } from "../reviews/decision-panel.tsx";
import { formatOrdinal } from "../reviews/format-points.ts";
import { describeResult } from "../submissions/outcome-words.ts";
import type { HandInView } from "./project-view.ts";

/** Every other hand-in with what came of it, the newest first. */
export function EarlierHandIns({ handIns, now }: { handIns: readonly HandInView[]; now: Date }) {
  return (
    <section className="sheet" aria-labelledby="hand-ins">
      <h2 id="hand-ins" className="list-title">Hand-ins</h2>
      <ul className="list">
        {handIns.map(({ submissionId, number, handedInAt, isTested, result, decided, comments }) => (
          <li key={submissionId} className="hand-in">
            <p className="queue-facts">
              <Link to={`/submissions/${submissionId}`}><b>{formatOrdinal(number)} hand-in</b></Link>
              <span className="muted small"><When at={handedInAt} now={now} /></span>
              {decided && <span className={decided.decision === "accepted" ? "tag good" : "tag attention"}>{decided.decision === "accepted" ? "Accepted" : "Changes asked for"}</span>}
              <span className="muted small">{result ? describeResult(result) : isTested ? "" : "Its tests are running."}</span>
            </p>
            {decided && (
              <details>
                <summary className="small">Its review</summary>
                <div className="stack">
                  <DecisionPanel decided={decided} now={now} />
                  {comments.map((comment) => (
                    <div key={comment.id}>
                      {comment.place && <p className="small talk-place">{comment.place.path}, line {comment.place.line}</p>}
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
