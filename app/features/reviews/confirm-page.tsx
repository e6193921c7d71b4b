import { Form, Link } from "@remix-run/react";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Notice } from "../../ui/notice.tsx";
import { commentsAt } from "./comment-list.tsx";
import { OutcomeTable } from "./outcome-table.tsx";
import type { ConfirmView } from "./prepare-decision.server.ts";
import { say } from "../../i18n/saying.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { reviewRefusals } from "./refusals.ts";

/** The last look before a decision is sent: what the learner will get. */
export function ConfirmPage({ view, message }: { view: ConfirmView; message?: string }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { submissionId, decision, title, learnerName, summary, comments, outcome, problem, version } = view;
  const isAccepting = decision === "accepted";
  const whole = commentsAt(comments, null).length;
  const onLines = comments.length - whole;
  return (
    <div className="page narrow confirm-page">
      <header className="stack">
        <Crumbs trail={[{ label: t("title"), to: "/review" }, { label: title, to: `/review/${submissionId}` }]} />
        <h1>{t(isAccepting ? "acceptAsk" : "changesAsk")}</h1>
      </header>
      {(message || problem) && <Notice tone="bad" live>{message ?? (problem && say(reviewRefusals, locale, problem))}</Notice>}
      <section className="sheet side-part stack" aria-labelledby="what">
        <h2 id="what" className="h3">{t.rich("whatGets", { name: () => <bdi key="name">{learnerName}</bdi> })}</h2>
        <p>{t(isAccepting ? "acceptWhat" : "changesWhat")}</p>
        {summary ? <blockquote className="other-summary" dir="auto">{summary}</blockquote> : <p className="muted">{t("noSummary")}</p>}
        <p>{t(onLines + whole === 0 ? "noComments" : whole === 0 ? "commentsLines" : onLines === 0 ? "commentsWhole" : "commentsBoth", { lines: String(onLines), whole: String(whole) })}</p>
        <div className="table-wrap"><OutcomeTable outcome={outcome} /></div>
      </section>
      <Form method="post" className="decision-acts">
        <input type="hidden" name="version" value={version} />
        {!problem && <button className="button primary" name="decision" value={decision}>{t(isAccepting ? "acceptSend" : "changesSend")}</button>}
        <Link className="button" to={`/review/${submissionId}`}>{t("backToReview")}</Link>
      </Form>
    </div>
  );
}
