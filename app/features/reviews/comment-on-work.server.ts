import { countReviewComments, insertReviewComment } from "../../../db/queries/review-comments.ts";
import type { Deps } from "../../deps.server.ts";
import { hasLine, MAX_COMMENTS } from "./comment-place.ts";
import { findHeldReview, type NotHeld } from "./held-review.server.ts";
import type { CommentForm } from "./review-forms.ts";

export type CommentAnswer = { kind: "stored" } | { kind: "refused"; message: string } | NotHeld;

/**
 * A grader's words on a line or on the whole. The learner gets them with the decision.
 * Null: there is no such submission for this grader.
 */
export async function commentOnWork(
  { db, now }: Pick<Deps, "db" | "now">,
  form: CommentForm,
  { submissionId, graderId }: { submissionId: string; graderId: string },
): Promise<CommentAnswer | null> {
  return db.write(async (tx): Promise<CommentAnswer | null> => {
    const held = await findHeldReview(tx, { submissionId, graderId, now: now() });
    if (held?.kind !== "mine") return held;
    if (form.place && !hasLine(held.found.submission.files, form.place)) return { kind: "refused", message: "There is no such line in what was handed in." };
    if ((await countReviewComments(tx, { submissionId })) >= MAX_COMMENTS) return { kind: "refused", message: `There are ${MAX_COMMENTS} comments already. Put the rest into the summary.` };
    const { path, line } = form.place ?? { path: null, line: null };
    await insertReviewComment(tx, { id: form.commentId, submissionId, authorId: graderId, path, line, body: form.body, createdAt: now(), releasedAt: null });
    return { kind: "stored" };
  });
}
