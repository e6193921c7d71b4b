import type { Deps } from "../../deps.server.ts";
import { findHeldReview, type NotHeld } from "./held-review.server.ts";
import type { ReviewRefusal } from "./refusals.ts";
import type { CommentForm } from "./review-forms.ts";
import { storeComment } from "./store-comment.server.ts";

export type CommentAnswer = { kind: "stored" } | { kind: "refused"; message: ReviewRefusal } | NotHeld;

/**
 * A grader's words on a line or on the whole. The learner gets them with the decision.
 * Null: there is no such submission for this grader.
 */
export async function commentOnWork(
  { db, now, newId }: Pick<Deps, "db" | "now" | "newId">,
  form: CommentForm,
  { submissionId, graderId }: { submissionId: string; graderId: string },
): Promise<CommentAnswer | null> {
  return db.write(async (tx): Promise<CommentAnswer | null> => {
    const held = await findHeldReview(tx, { submissionId, graderId, now: now() });
    if (held?.kind !== "mine") return held;
    return storeComment(tx, form, { submissionId, authorId: graderId, files: held.found.submission.files, createdAt: now(), releasedAt: null, newId });
  });
}
