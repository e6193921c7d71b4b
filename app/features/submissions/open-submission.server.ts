import { findSubmission, type Submission } from "../../../db/queries/submissions.ts";
import { findTestRun } from "../../../db/queries/test-runs.ts";
import type { GradeResult, Language } from "../../../sandbox/contract.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import type { LearnerResult } from "./learner-result.ts";
import { redactResult } from "./redact-result.ts";

/** A submission as the person who made it sees it. */
export interface SubmissionView {
  id: string;
  kind: Submission["kind"];
  state: Submission["state"];
  createdAt: Date;
  files: { path: string; text: string }[];
  link: string | null;
  message: string | null;
  /** Null while it waits, and for projects without tests. */
  result: LearnerResult | null;
  course: { id: string; title: string };
  /** Null when the activity has been taken out of the course. */
  activity: { title: string; url: string } | null;
  /** Null when no code is tested, or the activity is gone. */
  language: Language | null;
}

/** Somebody's own submission with its result, or null: also for another person's. */
export async function openSubmission(deps: Pick<Deps, "db" | "catalog">, { id, userId }: { id: string; userId: string }): Promise<SubmissionView | null> {
  const submission = await findSubmission(deps.db, { id, userId });
  if (!submission) return null;
  const { course, activity } = findPlace(deps, submission);
  return {
    id: submission.id,
    kind: submission.kind,
    state: submission.state,
    createdAt: submission.createdAt,
    files: Object.entries(submission.files).map(([path, text]) => ({ path, text })),
    link: submission.link,
    message: submission.message,
    result: await findLearnerResult(deps, submission),
    course: { id: submission.courseId, title: course?.title ?? submission.courseId },
    activity: activity && { title: activity.title, url: `/courses/${activity.courseId}/${activity.id}` },
    language: activity && "language" in activity ? activity.language : null,
  };
}

/** Where a submission is in the course. */
type Handed = Pick<Submission, "courseId" | "activityId">;

/** What the learner may see of a submission's verdict, or null while there is none. */
export async function findLearnerResult(deps: Pick<Deps, "db" | "catalog">, submission: Handed & Pick<Submission, "id">): Promise<LearnerResult | null> {
  const run = await findTestRun(deps.db, { submissionId: submission.id });
  // Written by the grading queue and by nobody else.
  return run && viewVerdict(deps, submission, run.result as GradeResult);
}

/** The same of a verdict that is at hand. */
export function viewVerdict(deps: Pick<Deps, "catalog">, submission: Handed, result: GradeResult): LearnerResult {
  const { activity } = findPlace(deps, submission);
  // When the activity is gone nobody knows whether it had hidden tests: careful then.
  const ranHiddenTests = !activity || !("tests" in activity) || activity.tests.some((test) => test.group === "hidden");
  return redactResult(result, { ranHiddenTests });
}

function findPlace({ catalog }: Pick<Deps, "catalog">, { courseId, activityId }: Handed) {
  const course = findCourse(catalog, courseId);
  return { course, activity: course && findActivityById(course, activityId) };
}
