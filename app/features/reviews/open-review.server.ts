import { listReviewComments } from "../../../db/queries/review-comments.ts";
import { findNewestTestRun, findReviewCase, listReviewedSubmissions, type ReviewCase } from "../../../db/queries/reviews.ts";
import type { Deps } from "../../deps.server.ts";
import { buildCommentView, buildDecisionView, buildRunView } from "./build-views.ts";
import { listFileChanges } from "./file-changes.ts";
import { findProject, nameWork } from "./find-project.ts";
import type { PreviousView, ReviewView } from "./review-view.ts";
import { readClaim } from "./review.ts";
import { viewFiles } from "./view-files.server.ts";

/** A hand-in with all that its grader needs beside it, or null when it isn't theirs to see. Looking claims nothing. */
export async function openReview(deps: Pick<Deps, "db" | "catalog" | "now" | "newId">, { submissionId, graderId }: { submissionId: string; graderId: string }): Promise<ReviewView | null> {
  const { db, catalog, now, newId } = deps;
  const found = await findReviewCase(db, { submissionId, graderId });
  if (!found) return null;
  const { submission, review } = found;
  const learnerId = submission.userId;
  const project = findProject(catalog, submission);
  const { title, courseTitle } = nameWork(catalog, submission);
  const claim = readClaim(review, { graderId, now: now() });
  const { number, previous } = await findPrevious(deps, found);
  const comments = await listReviewComments(db, { submissionIds: [submissionId], releasedOnly: false });
  const run = await findNewestTestRun(db, { submissionId });
  return {
    submissionId,
    now: now(),
    course: { id: submission.courseId, title: courseTitle },
    title,
    learnerName: found.learnerName,
    handedInAt: submission.createdAt,
    number,
    link: submission.link,
    message: submission.message,
    files: await viewFiles(submission.files),
    run: buildRunView(run),
    areTestsRunning: submission.state !== "done",
    claim,
    heldBy: review && (claim === "held" || claim === "stale") ? { name: found.graderName ?? "", since: review.claimedAt } : null,
    isSuperseded: found.isSuperseded,
    isAccepted: found.isAccepted,
    rubric: project && project.rubric,
    levels: review?.levels ?? {},
    summary: review?.summary ?? "",
    version: review?.version ?? 1,
    decided: buildDecisionView(review, found.graderName),
    comments: comments.map((comment) => buildCommentView({ learnerId }, comment)),
    previous,
    commentId: newId(),
  };
}

/** The last decided hand-in before this one, with its review and what changed since: those in between no grader has read. */
async function findPrevious({ db }: Pick<Deps, "db">, { submission }: ReviewCase): Promise<{ number: number; previous: PreviousView | null }> {
  const { userId, courseId, activityId } = submission;
  const all = await listReviewedSubmissions(db, { userId, courseId, activityIds: [activityId] });
  const index = all.findIndex((other) => other.submission.id === submission.id);
  const number = all.length - index;
  const before = all.slice(index + 1).find(({ review }) => review?.decidedAt);
  if (!before) return { number, previous: null };
  const comments = await listReviewComments(db, { submissionIds: [before.submission.id], releasedOnly: true });
  return {
    number,
    previous: {
      submissionId: before.submission.id,
      handedInAt: before.submission.createdAt,
      decided: buildDecisionView(before.review, before.graderName),
      comments: comments.map((comment) => buildCommentView({ learnerId: userId }, comment)),
      changes: listFileChanges(before.submission.files, submission.files),
    },
  };
}
