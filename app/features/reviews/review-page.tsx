import { Form, Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Notice } from "../../ui/notice.tsx";
import { When } from "../../ui/when.tsx";
import { ChangesSince } from "./changes-since.tsx";
import { CodeFile } from "./code-file.tsx";
import { CommentForm } from "./comment-form.tsx";
import { CommentList, commentsAt } from "./comment-list.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { PreviousReview } from "./previous-review.tsx";
import type { ReviewView } from "./review-view.ts";
import { RubricForm, type RubricFormAnswer } from "./rubric-form.tsx";
import { RunResults } from "./run-results.tsx";
import { showInvisible } from "./show-invisible.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** What the page's action says when it stays on the page. */
export interface ReviewAnswer extends RubricFormAnswer {
  comment?: { error: string; body: string };
}

/** A hand-in before its grader: the files with words on their lines, beside them results, rubric and decision. */
export function ReviewPage({ review, answer }: { review: ReviewView; answer?: ReviewAnswer }) {
  const t = useMessages(messages);
  const isMine = review.claim === "mine";
  return (
    <div className="page wide review-page">
      <header className="review-head">
        <Crumbs trail={[{ label: t("title"), to: "/review" }, { label: review.course.title, to: `/review?course=${encodeURIComponent(review.course.id)}` }]} />
        <h1>{review.title}</h1>
        <p className="muted">
          {t.rich("headHandedIn", { name: () => <bdi key="name">{review.learnerName}</bdi>, when: () => <When key="when" at={review.handedInAt} now={review.now} /> })}
          {review.number > 1 && t("headTime", { number: review.number })}
        </p>
        {isMine && <p className="small muted review-keys">{t.rich("keys", { key: (name) => <kbd key={String(name)}>{name}</kbd> })}</p>}
        <nav className="review-jumps small" aria-label={t("onThisPage")}>
          <a href="#files">{t("files")}</a>{review.previous && <a href="#since">{t("since")}</a>}<a href="#results">{t("tests")}</a><a href="#judgement">{t(isMine ? "rubricAndDecision" : "reviewWord")}</a>
        </nav>
      </header>
      <ClaimNotice review={review} />
      <div className="review-columns">
        <div className="stack review-work">
          <HandInWords review={review} />
          <Files review={review} answer={answer} />
          {review.previous && <Previous review={review} previous={review.previous} />}
        </div>
        <aside className="review-side stack" aria-label={t("resultsAndDecision")}>
          <section className="sheet side-part" id="results" aria-labelledby="results-title">
            <h2 id="results-title" className="h3">{t("tests")}</h2>
            <RunResults run={review.run} areTestsRunning={review.areTestsRunning} />
          </section>
          <section className="sheet side-part" id="judgement" aria-labelledby="judgement-title">
            <h2 id="judgement-title" className="h3">{t(review.decided ? "decision" : "reviewWord")}</h2>
            <Judgement review={review} answer={answer} />
          </section>
        </aside>
      </div>
    </div>
  );
}

function ClaimNotice({ review }: { review: ReviewView }) {
  const t = useMessages(messages);
  const { heldBy, claim, isSuperseded, isAccepted, decided } = review;
  const b = (words: ReactNode) => <b key="b">{words}</b>;
  if (decided) return null;
  return (
    <>
      {heldBy && claim === "held" && <Notice>{t.rich("claimHeld", { name: heldBy.name, b, when: () => <When key="when" at={heldBy.since} now={review.now} /> })}</Notice>}
      {heldBy && claim === "stale" && <Notice tone="attention">{t.rich("claimStale", { name: heldBy.name, b, when: () => <When key="when" at={heldBy.since} now={review.now} /> })}</Notice>}
      {isAccepted && <Notice>{t.rich("otherAccepted", { b })}</Notice>}
      {isSuperseded && !isAccepted && <Notice tone="attention">{t.rich(claim === "mine" ? "supersededMine" : "superseded", { name: review.learnerName, b })}</Notice>}
      {!review.rubric && <Notice tone="bad">{t.rich("unreadable", { b })}</Notice>}
    </>
  );
}

function HandInWords({ review }: { review: ReviewView }) {
  const t = useMessages(messages);
  const { message, link, learnerName } = review;
  if (!message && !link) return null;
  return (
    <section className="sheet side-part" aria-label={t("from", { name: learnerName })}>
      <h2 className="h3"><bdi>{t("from", { name: learnerName })}</bdi></h2>
      {message && <p className="comment-body" dir="auto">{showInvisible(message)}</p>}
      {link && (
        <p className="hand-in-link">
          <a href={link} rel="noopener noreferrer nofollow ugc" target="_blank">{showInvisible(link)}</a>
          <span className="small muted block">{t("opensOther")}</span>
        </p>
      )}
    </section>
  );
}

function Files({ review, answer }: { review: ReviewView; answer?: ReviewAnswer }) {
  const t = useMessages(messages);
  const { submissionId, comments, now, files, commentId } = review;
  const [search, setSearch] = useSearchParams();
  const canComment = review.claim === "mine";
  const openPath = search.get("path");
  const openLine = Number(search.get("line")) || null;
  const close = () => setSearch({}, { preventScrollReset: true, replace: true });
  const whole = commentsAt(comments, null);
  return (
    <section className="stack" id="files" aria-labelledby="files-title">
      <h2 id="files-title">{t("files")}</h2>
      {files.length === 0 && <p className="muted">{t("noFiles")}</p>}
      {files.map((file, index) => {
        const lineHere = canComment && openPath === file.path ? openLine : null;
        return (
          <CodeFile
            key={file.path} file={file} index={index} comments={comments} now={now} canWithdraw={canComment} action={t("commentOnLine")}
            openHref={canComment ? (line) => `?${new URLSearchParams({ path: file.path, line: String(line) })}#L${index}-${line}` : null}
            onOpen={(line) => setSearch({ path: file.path, line: String(line) }, { preventScrollReset: true, replace: true })}
            openLine={lineHere}
            form={lineHere && (
              <CommentForm
                key={`${file.path}:${lineHere}`} submissionId={submissionId} commentId={commentId} place={{ path: file.path, line: lineHere }}
                label={t("commentOnLineNumber", { line: String(lineHere) })} button={t("addComment")} intent="comment" comments={comments}
                error={answer?.comment?.error} value={answer?.comment?.body} onClose={close} closeHref={`/review/${submissionId}#L${index}-${lineHere}`} takesFocus
              />
            )}
          />
        );
      })}
      <section className="sheet side-part stack" aria-labelledby="whole-title">
        <h3 id="whole-title">{t("onWhole")}</h3>
        <CommentList comments={whole} now={now} canWithdraw={canComment} />
        {canComment
          ? <CommentForm submissionId={submissionId} commentId={`${commentId}-w`} place={null} label={t("commentOnWhole")} button={t("addComment")} intent="comment" comments={comments} error={openLine ? undefined : answer?.comment?.error} value={openLine ? undefined : answer?.comment?.body} />
          : whole.length === 0 && <p className="muted small">{t("nothingOnWhole")}</p>}
      </section>
    </section>
  );
}

function Previous({ review, previous }: { review: ReviewView; previous: NonNullable<ReviewView["previous"]> }) {
  const t = useMessages(messages);
  return (
    <section className="stack" id="since" aria-labelledby="since-title">
      <h2 id="since-title">{t("since")}</h2>
      <PreviousReview previous={previous} now={review.now} />
      <ChangesSince changes={previous.changes} />
    </section>
  );
}

function Judgement({ review, answer }: { review: ReviewView; answer?: ReviewAnswer }) {
  const t = useMessages(messages);
  const { claim, decided, submissionId, isSuperseded, isAccepted } = review;
  if (decided) return <DecisionPanel decided={decided} now={review.now} />;
  if (claim === "mine") return <RubricForm key={submissionId} review={review} answer={answer} />;
  const canTake = (claim === "free" || claim === "stale") && !isSuperseded && !isAccepted;
  if (!canTake) return <p className="muted">{t(claim === "held" ? "onlyHolder" : "nothingHere")} <Link to="/review">{t("backToQueue")}</Link></p>;
  return (
    <Form method="post" className="stack">
      <p className="muted">{t(claim === "free" ? "nobodyYet" : "takeHelp")}</p>
      <button className="button primary" name="intent" value="claim">{t(claim === "free" ? "start" : "takeOver")}</button>
    </Form>
  );
}
