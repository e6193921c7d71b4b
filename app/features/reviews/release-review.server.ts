import { findReviewCase, releaseClaim } from "../../../db/queries/reviews.ts";
import type { Deps } from "../../deps.server.ts";
import { readClaim } from "./review.ts";

/**
 * Gives a submission back to the queue; what was written stays for whoever takes it next. Doing it again, or for one
 * that somebody else holds, changes nothing. Null: there is no such submission for this grader.
 */
export async function releaseReview({ db, now }: Pick<Deps, "db" | "now">, { submissionId, graderId }: { submissionId: string; graderId: string }): Promise<{ kind: "released" } | null> {
  return db.write(async (tx) => {
    const found = await findReviewCase(tx, { submissionId, graderId });
    if (!found) return null;
    if (found.review && readClaim(found.review, { graderId, now: now() }) === "mine") await releaseClaim(tx, { id: found.review.id, graderId, at: now() });
    return { kind: "released" };
  });
}
