import { and, asc, eq, gte } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { submissions, testRuns } from "../schema.ts";

/** First verdicts of somebody's submissions of an activity since a moment, the first one first. */
export async function listOutcomesSince(
  db: Queryable,
  { userId, courseId, activityId, notBefore }: { userId: string; courseId: string; activityId: string; notBefore: Date },
): Promise<{ outcome: (typeof testRuns.$inferSelect)["outcome"]; at: Date }[]> {
  return db
    .select({ outcome: testRuns.outcome, at: submissions.createdAt })
    .from(submissions)
    .innerJoin(testRuns, and(eq(testRuns.submissionId, submissions.id), eq(testRuns.number, 1)))
    .where(and(eq(submissions.userId, userId), eq(submissions.courseId, courseId), eq(submissions.activityId, activityId), gte(submissions.createdAt, notBefore)))
    .orderBy(asc(submissions.createdAt));
}
