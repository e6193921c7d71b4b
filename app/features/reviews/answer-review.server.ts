import { countReviewComments, insertReviewComment } from "../../../db/queries/review-comments.ts";
import { findOwnReviewedSubmission } from "../../../db/queries/reviews.ts";
import type { Deps } from "../../deps.server.ts";
import { hasLine, MAX_COMMENTS } from "./comment-place.ts";
import type { CommentForm } from "./review-forms.ts";

/**
 * A learner's words about a review of their own work: on a line or on the whole. Graders see them with the next
 * hand-in. Null: there is no such submission of this person, or no decision on it yet.
 */
export async function answerReview(
  { db, now }: Pick<Deps, "db" | "now">,
  form: CommentForm,
  { submissionId, userId }: { submissionId: string; userId: string },
): Promise<{ kind: "stored" } | { kind: "refused"; message: string } | null> {
  return db.write(async (tx) => {
    const submission = await findOwnReviewedSubmission(tx, { submissionId, userId });
    if (!submission) return null;
    if (form.place && !hasLine(submission.files, form.place)) return { kind: "refused", message: "There is no such line in what you handed in." };
    if ((await countReviewComments(tx, { submissionId })) >= MAX_COMMENTS) return { kind: "refused", message: "There are too many comments on this hand-in already." };
    const { path, line } = form.place ?? { path: null, line: null };
    await insertReviewComment(tx, { id: form.commentId, submissionId, authorId: userId, path, line, body: form.body, createdAt: now(), releasedAt: now() });
    return { kind: "stored" } as const;
  });
}
