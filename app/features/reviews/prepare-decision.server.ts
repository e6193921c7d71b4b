import { listReviewComments } from "../../../db/queries/review-comments.ts";
import { findReviewCase } from "../../../db/queries/reviews.ts";
import type { Deps } from "../../deps.server.ts";
import { buildCommentView } from "./build-views.ts";
import { findProject } from "./find-project.ts";
import type { ReviewRefusal } from "./refusals.ts";
import type { CommentView } from "./review-view.ts";
import { buildOutcome, findDecisionProblem, readClaim, type Decision, type Outcome } from "./review.ts";

/** What a decision would send. */
export interface ConfirmView {
  submissionId: string;
  title: string;
  learnerName: string;
  decision: Decision;
  summary: string;
  /** Those that are not sent yet. */
  comments: readonly CommentView[];
  outcome: Outcome;
  /** The version that is confirmed: another tab's save makes it another. */
  version: number;
  /** Why it cannot be sent yet, or null. */
  problem: ReviewRefusal | null;
}

/** A decision before it is sent, or null when this grader does not hold the review. */
export async function prepareDecision(
  { db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">,
  { submissionId, graderId, decision }: { submissionId: string; graderId: string; decision: Decision },
): Promise<ConfirmView | null> {
  const found = await findReviewCase(db, { submissionId, graderId });
  const project = found && findProject(catalog, found.submission);
  if (!found?.review || !project || readClaim(found.review, { graderId, now: now() }) !== "mine") return null;
  const { review, submission } = found;
  const comments = (await listReviewComments(db, { submissionIds: [submissionId], releasedOnly: false })).filter(({ releasedAt }) => releasedAt === null);
  return {
    submissionId,
    title: project.title,
    learnerName: found.learnerName,
    decision,
    summary: review.summary,
    comments: comments.map((comment) => buildCommentView({ learnerId: submission.userId }, comment)),
    outcome: buildOutcome(project.rubric, review.levels),
    version: review.version,
    problem: findDecisionProblem({ rubric: project.rubric, levels: review.levels, summary: review.summary, comments: comments.length }, decision),
  };
}
