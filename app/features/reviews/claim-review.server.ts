import { findReviewCase, insertReview, updateClaim } from "../../../db/queries/reviews.ts";
import type { Deps } from "../../deps.server.ts";
import { readClaim } from "./review.ts";

export type ClaimAnswer = { kind: "claimed" } | { kind: "held"; graderName: string } | { kind: "decided" } | { kind: "superseded" };

/**
 * Takes a submission for review, so that no other grader begins it too. Taking it again changes nothing; one that was
 * given back, or held by somebody for over a day, is taken over with what was written so far.
 * Null: there is no such submission for this grader.
 */
export async function claimReview({ db, now, newId }: Pick<Deps, "db" | "now" | "newId">, { submissionId, graderId }: { submissionId: string; graderId: string }): Promise<ClaimAnswer | null> {
  return db.write(async (tx): Promise<ClaimAnswer | null> => {
    const found = await findReviewCase(tx, { submissionId, graderId });
    if (!found) return null;
    const { review } = found;
    const state = readClaim(review, { graderId, now: now() });
    if (state === "decided") return { kind: "decided" };
    if (state === "mine") return { kind: "claimed" };
    if (state === "held") return { kind: "held", graderName: found.graderName ?? "" };
    if (found.isSuperseded || found.isAccepted) return { kind: "superseded" };
    if (review) await updateClaim(tx, { id: review.id, graderId, claimedAt: now() });
    else await insertReview(tx, { id: newId(), submissionId, courseId: found.submission.courseId, graderId, claimedAt: now() });
    return { kind: "claimed" };
  });
}
