/** What is new for a learner, read across tables. */
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { drafts, reviews, submissions, testRuns } from "../schema.ts";

export interface LatestTestRun {
  submissionId: string;
  courseId: string;
  activityId: string;
  outcome: (typeof testRuns.$inferSelect)["outcome"];
  passedTests: number;
  totalTests: number;
  createdAt: Date;
}

export interface UnseenReview {
  submissionId: string;
  courseId: string;
  activityId: string;
  decision: "accepted" | "changes-asked";
  decidedAt: Date;
}

const RUN = {
  submissionId: submissions.id,
  courseId: submissions.courseId,
  activityId: submissions.activityId,
  outcome: testRuns.outcome,
  passedTests: testRuns.passedTests,
  totalTests: testRuns.totalTests,
  createdAt: testRuns.createdAt,
};

/** Somebody's latest test runs in all courses, the newest first. */
export async function listLatestTestRuns(db: Queryable, { userId, limit }: { userId: string; limit: number }): Promise<LatestTestRun[]> {
  return db
    .select(RUN)
    .from(submissions)
    .innerJoin(testRuns, eq(testRuns.submissionId, submissions.id))
    .where(eq(submissions.userId, userId))
    .orderBy(desc(testRuns.createdAt), desc(testRuns.number))
    .limit(limit);
}

/** Decisions about somebody's projects that they have not opened, the newest first. */
export async function listUnseenReviews(db: Queryable, { userId }: { userId: string }): Promise<UnseenReview[]> {
  const rows = await db
    .select({ submissionId: submissions.id, courseId: submissions.courseId, activityId: submissions.activityId, decision: reviews.decision, decidedAt: reviews.decidedAt })
    .from(submissions)
    .innerJoin(reviews, eq(reviews.submissionId, submissions.id))
    .where(and(eq(submissions.userId, userId), isNotNull(reviews.decision), isNotNull(reviews.decidedAt), isNull(reviews.seenAt)))
    .orderBy(desc(reviews.decidedAt));
  return rows.flatMap(({ decision, decidedAt, ...row }) => (decision && decidedAt ? [{ ...row, decision, decidedAt }] : []));
}

/** What somebody left at one lab or project: when the draft was last saved, and the last test run. */
export async function findLatestWork(
  db: Queryable,
  { userId, courseId, activityId }: { userId: string; courseId: string; activityId: string },
): Promise<{ draftSavedAt: Date | null; lastRun: LatestTestRun | null }> {
  const [draft] = await db
    .select({ updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(and(eq(drafts.userId, userId), eq(drafts.courseId, courseId), eq(drafts.activityId, activityId)));
  const [run] = await db
    .select(RUN)
    .from(submissions)
    .innerJoin(testRuns, eq(testRuns.submissionId, submissions.id))
    .where(and(eq(submissions.userId, userId), eq(submissions.courseId, courseId), eq(submissions.activityId, activityId)))
    .orderBy(desc(testRuns.createdAt), desc(testRuns.number))
    .limit(1);
  return { draftSavedAt: draft?.updatedAt ?? null, lastRun: run ?? null };
}
