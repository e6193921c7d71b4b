import { Form, Link } from "@remix-run/react";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Notice } from "../../ui/notice.tsx";
import { commentsAt } from "./comment-list.tsx";
import { OutcomeTable } from "./outcome-table.tsx";
import type { ConfirmView } from "./prepare-decision.server.ts";

/** The last look before a decision is sent: what the learner will get. */
export function ConfirmPage({ view, message }: { view: ConfirmView; message?: string }) {
  const { submissionId, decision, title, learnerName, summary, comments, outcome, problem, version } = view;
  const isAccepting = decision === "accepted";
  const whole = commentsAt(comments, null).length;
  const onLines = comments.length - whole;
  return (
    <div className="page narrow confirm-page">
      <header className="stack">
        <Crumbs trail={[{ label: "Review", to: "/review" }, { label: title, to: `/review/${submissionId}` }]} />
        <h1>{isAccepting ? "Accept this project?" : "Ask for changes?"}</h1>
      </header>
      {(message ?? problem) && <Notice tone="bad" live>{message ?? problem}</Notice>}
      <section className="sheet side-part stack" aria-labelledby="what">
        <h2 id="what" className="h3">What <bdi>{learnerName}</bdi> gets</h2>
        <p>{isAccepting ? "The project is done, and its rung is filled. This cannot be undone." : "The project goes back with your words, and can be handed in again."}</p>
        {summary ? <blockquote className="other-summary" dir="auto">{summary}</blockquote> : <p className="muted">No summary.</p>}
        <p>{describeComments(onLines, whole)}</p>
        <div className="table-wrap"><OutcomeTable outcome={outcome} /></div>
      </section>
      <Form method="post" className="decision-acts">
        <input type="hidden" name="version" value={version} />
        {!problem && <button className="button primary" name="decision" value={decision}>{isAccepting ? "Accept and send" : "Send, asking for changes"}</button>}
        <Link className="button" to={`/review/${submissionId}`}>Back to the review</Link>
      </Form>
    </div>
  );
}

function describeComments(onLines: number, whole: number): string {
  if (onLines + whole === 0) return "No comments.";
  const parts = [onLines > 0 && `${onLines} on lines`, whole > 0 && `${whole} on the whole`].filter(Boolean);
  return `Comments: ${parts.join(", ")}.`;
}
