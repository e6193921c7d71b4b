import { findOwnReviewedSubmission } from "../../../db/queries/reviews.ts";
import type { Deps } from "../../deps.server.ts";
import type { ReviewRefusal } from "./refusals.ts";
import type { CommentForm } from "./review-forms.ts";
import { storeComment } from "./store-comment.server.ts";

/**
 * A learner's words about a review of their own work: on a line or on the whole. Graders see them with the next
 * hand-in. Null: there is no such submission of this person, or no decision on it yet.
 */
export async function answerReview(
  { db, now, newId }: Pick<Deps, "db" | "now" | "newId">,
  form: CommentForm,
  { submissionId, userId }: { submissionId: string; userId: string },
): Promise<{ kind: "stored" } | { kind: "refused"; message: ReviewRefusal } | null> {
  return db.write(async (tx) => {
    const submission = await findOwnReviewedSubmission(tx, { submissionId, userId });
    if (!submission) return null;
    return storeComment(tx, form, { submissionId, authorId: userId, files: submission.files, createdAt: now(), releasedAt: now(), newId });
  });
}
