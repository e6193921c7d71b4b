import { Form } from "@remix-run/react";
import { When } from "../../ui/when.tsx";
import type { CommentView } from "./review-view.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** What was said at one place, in the order of time. `canWithdraw`: the grader can take back what is not sent yet. */
export function CommentList({ comments, now, canWithdraw = false }: { comments: readonly CommentView[]; now: Date; canWithdraw?: boolean }) {
  const t = useMessages(messages);
  if (comments.length === 0) return null;
  return (
    <ul className="comments">
      {comments.map((comment) => (
        <li key={comment.id} className={comment.isLearners ? "comment of-learner" : "comment"} id={`comment-${comment.id}`}>
          <div className="comment-head small">
            <b><bdi>{comment.authorName}</bdi></b>
            <span className="muted">{t(comment.isLearners ? "learner" : "grader")} · <When at={comment.createdAt} now={now} /></span>
            {!comment.isReleased && <span className="tag">{t("notSent")}</span>}
            {canWithdraw && !comment.isReleased && (
              <Form method="post" preventScrollReset className="comment-withdraw">
                <input type="hidden" name="commentId" value={comment.id} />
                <button className="link-button small" name="intent" value="withdraw" aria-label={t("takeBackName", { text: comment.body.slice(0, 40) })}>{t("takeBack")}</button>
              </Form>
            )}
          </div>
          <p className="comment-body" dir="auto">{comment.body}</p>
        </li>
      ))}
    </ul>
  );
}

/** Comments on one place: a line, or the whole (`null`). */
export function commentsAt(comments: readonly CommentView[], place: { path: string; line: number } | null): CommentView[] {
  return comments.filter((comment) => comment.place?.path === place?.path && comment.place?.line === place?.line);
}
