import { ensureCompletion } from "../../../db/queries/completions.ts";
import { countUnreleasedComments, releaseReviewComments } from "../../../db/queries/review-comments.ts";
import { decideReviewRow } from "../../../db/queries/reviews.ts";
import type { Deps } from "../../deps.server.ts";
import { findProject } from "./find-project.ts";
import { findHeldReview, type NotHeld } from "./held-review.server.ts";
import type { ReviewRefusal } from "./refusals.ts";
import type { DecideForm } from "./review-forms.ts";
import { buildOutcome, findDecisionProblem } from "./review.ts";

export type DecideAnswer =
  | { kind: "sent" }
  /** What was confirmed is not what is stored: another tab saved meanwhile. */
  | { kind: "changed" }
  | { kind: "refused"; message: ReviewRefusal }
  | NotHeld;

/**
 * Decides a review: the learner gets decision, summary, rubric and comments at once, and an accepted project is done.
 * One transaction, exactly once: a second decision answers `decided` with the first. Null: there is no such submission
 * for this grader.
 */
export async function decideReview(
  { db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">,
  form: DecideForm,
  { submissionId, graderId }: { submissionId: string; graderId: string },
): Promise<DecideAnswer | null> {
  return db.write(async (tx): Promise<DecideAnswer | null> => {
    const at = now();
    const held = await findHeldReview(tx, { submissionId, graderId, now: at });
    if (held?.kind !== "mine") return held;
    const { review, found } = held;
    const { submission } = found;
    const project = findProject(catalog, submission);
    if (!project) return { kind: "refused", message: { key: "projectGone" } };
    if (found.isAccepted) return { kind: "refused", message: { key: "acceptedAlready" } };
    if (review.version !== form.version) return { kind: "changed" };

    const comments = await countUnreleasedComments(tx, { submissionId });
    const problem = findDecisionProblem({ rubric: project.rubric, levels: review.levels, summary: review.summary, comments }, form.decision);
    if (problem) return { kind: "refused", message: problem };

    await decideReviewRow(tx, { id: review.id, decision: form.decision, outcome: buildOutcome(project.rubric, review.levels), at });
    await releaseReviewComments(tx, { submissionId, at });
    if (form.decision === "accepted") {
      const { userId, courseId, contentHash } = submission;
      await ensureCompletion(tx, { userId, courseId, activityId: project.id, reason: "accepted", contentHash, completedAt: at });
    }
    return { kind: "sent" };
  });
}
