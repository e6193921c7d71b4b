import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { reviews, submissions, testRuns } from "../schema.ts";

/** One hand-in with what came of it. */
export interface HandInFact {
  at: Date;
  /** Of the verdict at hand-in; null while there is none. */
  outcome: (typeof testRuns.$inferSelect)["outcome"] | null;
  passedTests: number;
  totalTests: number;
  decision: (typeof reviews.$inferSelect)["decision"];
  decidedAt: Date | null;
}

/** Somebody's hand-ins of an activity under all its ids, the oldest first. */
export async function listHandInFacts(db: Queryable, { userId, courseId, activityIds }: { userId: string; courseId: string; activityIds: readonly string[] }): Promise<HandInFact[]> {
  const rows = await db
    .select({ at: submissions.createdAt, outcome: testRuns.outcome, passedTests: testRuns.passedTests, totalTests: testRuns.totalTests, decision: reviews.decision, decidedAt: reviews.decidedAt })
    .from(submissions)
    .leftJoin(testRuns, and(eq(testRuns.submissionId, submissions.id), eq(testRuns.number, 1)))
    .leftJoin(reviews, eq(reviews.submissionId, submissions.id))
    .where(and(eq(submissions.userId, userId), eq(submissions.courseId, courseId), inArray(submissions.activityId, [...activityIds])))
    .orderBy(asc(submissions.createdAt));
  return rows.map(({ passedTests, totalTests, ...row }) => ({ ...row, passedTests: passedTests ?? 0, totalTests: totalTests ?? 0 }));
}
