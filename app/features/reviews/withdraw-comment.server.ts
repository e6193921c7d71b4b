import { deleteUnreleasedComment } from "../../../db/queries/review-comments.ts";
import type { Deps } from "../../deps.server.ts";
import { findHeldReview, type NotHeld } from "./held-review.server.ts";

/**
 * Takes a comment back before the learner has got it. Whoever holds the review answers for all that is sent, so this
 * holds for a former grader's comments too. Null: there is no such submission for this grader.
 */
export async function withdrawComment(
  { db, now }: Pick<Deps, "db" | "now">,
  { submissionId, commentId, graderId }: { submissionId: string; commentId: string; graderId: string },
): Promise<{ kind: "withdrawn" } | NotHeld | null> {
  return db.write(async (tx) => {
    const held = await findHeldReview(tx, { submissionId, graderId, now: now() });
    if (held?.kind !== "mine") return held;
    await deleteUnreleasedComment(tx, { id: commentId, submissionId });
    return { kind: "withdrawn" as const };
  });
}
