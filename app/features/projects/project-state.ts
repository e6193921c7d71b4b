/** Where a learner's project stands. Pure. */
import { readClaim, type Claim, type Decision } from "../reviews/review.ts";

/**
 * - `draft`: nothing was handed in yet.
 * - `waiting`: handed in; no grader has taken it.
 * - `in-review`: a grader reads it.
 * - `changes-asked`: decided; it can be changed and handed in again.
 * - `accepted`: done. Later hand-ins change nothing, so none are taken.
 */
export type ProjectState = "draft" | "waiting" | "in-review" | "changes-asked" | "accepted";

/** @param handIns the newest first, each with what its review's row says, or null */
export function readProjectState(handIns: readonly { review: (Claim & { decision: Decision | null }) | null }[]): ProjectState {
  if (handIns.some(({ review }) => review?.decision === "accepted")) return "accepted";
  const [newest] = handIns;
  if (!newest) return "draft";
  const { review } = newest;
  if (review?.decision === "changes-asked") return "changes-asked";
  // Nobody asks here whose claim it is, or how old.
  return review && readClaim(review, { graderId: review.graderId, now: review.claimedAt }) === "mine" ? "in-review" : "waiting";
}
