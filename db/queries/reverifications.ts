import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { submissions, testRuns } from "../schema.ts";
import type { Submission } from "./submissions.ts";

/**
 * Submissions that completed an activity and have no verdict by its present tests: of each person the newest one that
 * passed. `activityIds` are the present id and the former ones.
 */
export async function listUnverifiedPasses(db: Queryable, { courseId, activityIds, testHash, limit }: { courseId: string; activityIds: readonly string[]; testHash: string; limit: number }): Promise<Submission[]> {
  const ids = sql`(select value from json_each(${JSON.stringify(activityIds)}))`;
  const rows = await db.all<{ id: string }>(sql`
    select newest.id as id from completions c
    join submissions newest on newest.id = (
      select s.id from submissions s join test_runs r on r.submission_id = s.id and r.number = 1
      where s.user_id = c.user_id and s.course_id = c.course_id and s.activity_id in ${ids} and r.outcome = 'passed'
      order by s.created_at desc limit 1)
    where c.course_id = ${courseId} and c.activity_id in ${ids} and c.reason = 'passed'
      and not exists (select 1 from test_runs n where n.submission_id = newest.id and n.test_hash = ${testHash})
    limit ${limit}`);
  if (rows.length === 0) return [];
  return db.select().from(submissions).where(inArray(submissions.id, rows.map(({ id }) => id)));
}

/** The number of the next verdict of a submission. */
export async function nextTestRunNumber(db: Queryable, { submissionId }: { submissionId: string }): Promise<number> {
  const [row] = await db.select({ number: testRuns.number }).from(testRuns).where(eq(testRuns.submissionId, submissionId)).orderBy(desc(testRuns.number)).limit(1);
  return (row?.number ?? 0) + 1;
}

/** A later verdict of a submission, by tests that were changed after it. */
export interface Reverification {
  submissionId: string;
  activityId: string;
  testHash: string;
  outcome: (typeof testRuns.$inferSelect)["outcome"];
  /** `GradeResult`, hidden tests in full: redact before a learner sees it. */
  result: unknown;
  at: Date;
}

/** Somebody's later verdicts in a course, the newest first. */
export async function listReverifications(db: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<Reverification[]> {
  return db
    .select({ submissionId: submissions.id, activityId: submissions.activityId, testHash: testRuns.testHash, outcome: testRuns.outcome, result: testRuns.result, at: testRuns.createdAt })
    .from(submissions)
    .innerJoin(testRuns, and(eq(testRuns.submissionId, submissions.id), gt(testRuns.number, 1)))
    .where(and(eq(submissions.userId, userId), eq(submissions.courseId, courseId)))
    .orderBy(desc(testRuns.createdAt));
}
