import { Form, Link, useSearchParams } from "@remix-run/react";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Notice } from "../../ui/notice.tsx";
import { When } from "../../ui/when.tsx";
import { ChangesSince } from "./changes-since.tsx";
import { CodeFile } from "./code-file.tsx";
import { CommentForm } from "./comment-form.tsx";
import { CommentList, commentsAt } from "./comment-list.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import { formatOrdinal } from "./format-points.ts";
import { PreviousReview } from "./previous-review.tsx";
import type { ReviewView } from "./review-view.ts";
import { RubricForm, type RubricFormAnswer } from "./rubric-form.tsx";
import { RunResults } from "./run-results.tsx";
import { showInvisible } from "./show-invisible.ts";

/** What the page's action says when it stays on the page. */
export interface ReviewAnswer extends RubricFormAnswer {
  comment?: { error: string; body: string };
}

/** A hand-in before its grader: the files with words on their lines, beside them results, rubric and decision. */
export function ReviewPage({ review, answer }: { review: ReviewView; answer?: ReviewAnswer }) {
  const isMine = review.claim === "mine";
  return (
    <div className="page wide review-page">
      <header className="review-head">
        <Crumbs trail={[{ label: "Review", to: "/review" }, { label: review.course.title, to: `/review?course=${encodeURIComponent(review.course.id)}` }]} />
        <h1>{review.title}</h1>
        <p className="muted">
          <bdi>{review.learnerName}</bdi>, handed in <When at={review.handedInAt} now={review.now} />
          {review.number > 1 && <>, for the {formatOrdinal(review.number)} time</>}
        </p>
        {isMine && <p className="small muted review-keys">In the code <kbd>↑</kbd> <kbd>↓</kbd> go from line to line, <kbd>Enter</kbd> comments. In the rubric <kbd>1</kbd> to <kbd>9</kbd> choose a level and go on. <kbd>Ctrl Enter</kbd> sends a comment, or goes on to the decision.</p>}
        <nav className="review-jumps small" aria-label="On this page">
          <a href="#files">Files</a>{review.previous && <a href="#since">Since last time</a>}<a href="#results">Tests</a><a href="#judgement">{isMine ? "Rubric and decision" : "Review"}</a>
        </nav>
      </header>
      <ClaimNotice review={review} />
      <div className="review-columns">
        <div className="stack review-work">
          <HandInWords review={review} />
          <Files review={review} answer={answer} />
          {review.previous && <Previous review={review} previous={review.previous} />}
        </div>
        <aside className="review-side stack" aria-label="Results and decision">
          <section className="sheet side-part" id="results" aria-labelledby="results-title">
            <h2 id="results-title" className="h3">Tests</h2>
            <RunResults run={review.run} areTestsRunning={review.areTestsRunning} />
          </section>
          <section className="sheet side-part" id="judgement" aria-labelledby="judgement-title">
            <h2 id="judgement-title" className="h3">{review.decided ? "Decision" : "Review"}</h2>
            <Judgement review={review} answer={answer} />
          </section>
        </aside>
      </div>
    </div>
  );
}

function ClaimNotice({ review }: { review: ReviewView }) {
  const { heldBy, claim, isSuperseded, isAccepted, decided } = review;
  if (decided) return null;
  return (
    <>
      {heldBy && claim === "held" && <Notice><b>{heldBy.name} is reviewing this</b>, since <When at={heldBy.since} now={review.now} />. You can read along; only one grader decides.</Notice>}
      {heldBy && claim === "stale" && <Notice tone="attention"><b>{heldBy.name} began this</b> <When at={heldBy.since} now={review.now} /> and has not finished. You can take it over with everything written so far.</Notice>}
      {isAccepted && <Notice><b>Another hand-in of this project was accepted.</b> There is nothing left to decide here.</Notice>}
      {isSuperseded && !isAccepted && <Notice tone="attention"><b>{review.learnerName} has handed in again since.</b> {claim === "mine" ? "The newer hand-in waits in the queue; you can still decide on this one, or give it back." : "The newer hand-in is the one that waits."}</Notice>}
      {!review.rubric && <Notice tone="bad"><b>The project cannot be read at the moment</b>, so there is no rubric. It is broken or was taken out of its course; its instructor sees why. What you write is kept.</Notice>}
    </>
  );
}

function HandInWords({ review }: { review: ReviewView }) {
  const { message, link, learnerName } = review;
  if (!message && !link) return null;
  return (
    <section className="sheet side-part" aria-label={`From ${learnerName}`}>
      <h2 className="h3">From <bdi>{learnerName}</bdi></h2>
      {message && <p className="comment-body" dir="auto">{showInvisible(message)}</p>}
      {link && (
        <p className="hand-in-link">
          <a href={link} rel="noopener noreferrer nofollow ugc" target="_blank">{showInvisible(link)}</a>
          <span className="small muted block">Opens another site in a new tab. Nobody has checked what is there.</span>
        </p>
      )}
    </section>
  );
}

function Files({ review, answer }: { review: ReviewView; answer?: ReviewAnswer }) {
  const { submissionId, comments, now, files, commentId } = review;
  const [search, setSearch] = useSearchParams();
  const canComment = review.claim === "mine";
  const openPath = search.get("path");
  const openLine = Number(search.get("line")) || null;
  const close = () => setSearch({}, { preventScrollReset: true, replace: true });
  const whole = commentsAt(comments, null);
  return (
    <section className="stack" id="files" aria-labelledby="files-title">
      <h2 id="files-title">Files</h2>
      {files.length === 0 && <p className="muted">No files were handed in.</p>}
      {files.map((file, index) => {
        const lineHere = canComment && openPath === file.path ? openLine : null;
        return (
          <CodeFile
            key={file.path} file={file} index={index} comments={comments} now={now} canWithdraw={canComment} action="Comment on line"
            openHref={canComment ? (line) => `?${new URLSearchParams({ path: file.path, line: String(line) })}#L${index}-${line}` : null}
            onOpen={(line) => setSearch({ path: file.path, line: String(line) }, { preventScrollReset: true, replace: true })}
            openLine={lineHere}
            form={lineHere && (
              <CommentForm
                key={`${file.path}:${lineHere}`} submissionId={submissionId} commentId={commentId} place={{ path: file.path, line: lineHere }}
                label={`Comment on line ${lineHere}`} button="Add comment" intent="comment" comments={comments}
                error={answer?.comment?.error} value={answer?.comment?.body} onClose={close} closeHref={`/review/${submissionId}#L${index}-${lineHere}`} takesFocus
              />
            )}
          />
        );
      })}
      <section className="sheet side-part stack" aria-labelledby="whole-title">
        <h3 id="whole-title">On the whole</h3>
        <CommentList comments={whole} now={now} canWithdraw={canComment} />
        {canComment
          ? <CommentForm submissionId={submissionId} commentId={`${commentId}-w`} place={null} label="Comment on the whole" button="Add comment" intent="comment" comments={comments} error={openLine ? undefined : answer?.comment?.error} value={openLine ? undefined : answer?.comment?.body} />
          : whole.length === 0 && <p className="muted small">Nothing was said on the whole.</p>}
      </section>
    </section>
  );
}

function Previous({ review, previous }: { review: ReviewView; previous: NonNullable<ReviewView["previous"]> }) {
  return (
    <section className="stack" id="since" aria-labelledby="since-title">
      <h2 id="since-title">Since last time</h2>
      <PreviousReview previous={previous} now={review.now} />
      <ChangesSince changes={previous.changes} />
    </section>
  );
}

function Judgement({ review, answer }: { review: ReviewView; answer?: ReviewAnswer }) {
  const { claim, decided, submissionId, isSuperseded, isAccepted } = review;
  if (decided) return <DecisionPanel decided={decided} now={review.now} />;
  if (claim === "mine") return <RubricForm key={submissionId} review={review} answer={answer} />;
  const canTake = (claim === "free" || claim === "stale") && !isSuperseded && !isAccepted;
  if (!canTake) return <p className="muted">{claim === "held" ? "Only the grader who holds it can write here." : "Nothing waits here."} <Link to="/review">Back to the queue</Link></p>;
  return (
    <Form method="post" className="stack">
      <p className="muted">{claim === "free" ? "Nobody has taken this yet. Once you start, it is yours to decide." : "Take it over, and it is yours to decide."}</p>
      <button className="button primary" name="intent" value="claim">{claim === "free" ? "Start review" : "Take over"}</button>
    </Form>
  );
}
