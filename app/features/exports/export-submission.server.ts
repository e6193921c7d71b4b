import { findOwnReview } from "../../../db/queries/own-work.ts";
import { listReviewComments } from "../../../db/queries/review-comments.ts";
import { findNewestTestRun } from "../../../db/queries/reviews.ts";
import { findSubmission } from "../../../db/queries/submissions.ts";
import type { GradeResult } from "../../../sandbox/contract.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { redactResult } from "../submissions/redact-result.ts";

/** One hand-in with all that its learner may know of it; null when it is not theirs. People are `you` and `grader`. */
export async function exportSubmission({ db, catalog }: Pick<Deps, "db" | "catalog">, { id, userId }: { id: string; userId: string }) {
  const submission = await findSubmission(db, { id, userId });
  if (!submission) return null;
  const { courseId, activityId, kind, files, link, message, state, createdAt } = submission;
  const run = await findNewestTestRun(db, { submissionId: id });
  const review = await findOwnReview(db, { submissionId: id, userId });
  const comments = (await listReviewComments(db, { submissionIds: [id], releasedOnly: true })).map(({ authorId, path, line, body, createdAt: at }) => ({ by: authorId === userId ? "you" : "grader", path, line, body, at }));
  // Written by the grading queue and by nobody else.
  const tests = run && redactResult(run.result as GradeResult, { ranHiddenTests: mayHaveHiddenTests(catalog, { courseId, activityId }) });
  return { files, result: { courseId, activityId, kind, state, createdAt, link, message, tests, review, comments } };
}

/** Of an activity that is gone nobody can tell: then it counts as having some. */
function mayHaveHiddenTests(catalog: Catalog, { courseId, activityId }: { courseId: string; activityId: string }): boolean {
  const course = findCourse(catalog, courseId);
  const activity = course && findActivityById(course, activityId);
  return activity && "tests" in activity ? activity.tests.some(({ group }) => group === "hidden") : true;
}
