import { findReviewCase, type Review, type ReviewCase } from "../../../db/queries/reviews.ts";
import type { Queryable } from "../../../db/open-database.ts";
import { readClaim } from "./review.ts";

/** Why nothing can be written into a review: another grader has it, it is decided, or it was never begun. */
export type NotHeld = { kind: "held-by-other"; graderName: string } | { kind: "decided"; decision: NonNullable<Review["decision"]> } | { kind: "not-claimed" };

/** A submission with the review that this grader holds, or why not; null when it isn't theirs to see. For use in a transaction. */
export async function findHeldReview(
  tx: Queryable,
  { submissionId, graderId, now }: { submissionId: string; graderId: string; now: Date },
): Promise<{ kind: "mine"; found: ReviewCase; review: Review } | NotHeld | null> {
  const found = await findReviewCase(tx, { submissionId, graderId });
  if (!found) return null;
  const { review } = found;
  if (review?.decision) return { kind: "decided", decision: review.decision };
  if (!review || review.releasedAt) return { kind: "not-claimed" };
  if (readClaim(review, { graderId, now }) !== "mine") return { kind: "held-by-other", graderName: found.graderName ?? "" };
  return { kind: "mine", found, review };
}
