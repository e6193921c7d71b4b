/** Somebody's hand-ins of one activity with their verdicts. */
import { and, desc, eq, sql, sum } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { activeTimes, submissions, testRuns } from "../schema.ts";
import type { AtActivity } from "./hint-openings.ts";

export interface Attempt {
  id: string;
  state: "queued" | "running" | "done";
  createdAt: Date;
  /** Null while there is no verdict, or nothing was graded. */
  outcome: (typeof testRuns.$inferSelect)["outcome"] | null;
  passedTests: number | null;
  totalTests: number | null;
}

const firstRun = and(eq(testRuns.submissionId, submissions.id), eq(testRuns.number, 1));
const ofActivity = ({ userId, courseId, activityId }: AtActivity) => and(eq(submissions.userId, userId), eq(submissions.courseId, courseId), eq(submissions.activityId, activityId));

/** Somebody's hand-ins of an activity, the newest first, without their files. */
export async function listAttempts(db: Queryable, { limit, ...at }: AtActivity & { limit: number }): Promise<Attempt[]> {
  return db
    .select({ id: submissions.id, state: submissions.state, createdAt: submissions.createdAt, outcome: testRuns.outcome, passedTests: testRuns.passedTests, totalTests: testRuns.totalTests })
    .from(submissions)
    .leftJoin(testRuns, firstRun)
    .where(ofActivity(at))
    .orderBy(desc(submissions.createdAt))
    .limit(limit);
}

/** The latest verdicts on somebody's work at an activity, the newest first; `result` is a whole `GradeResult`. */
export async function listLatestVerdicts(db: Queryable, { limit, ...at }: AtActivity & { limit: number }): Promise<{ outcome: Attempt["outcome"]; result: unknown }[]> {
  return db
    .select({ outcome: testRuns.outcome, result: testRuns.result })
    .from(submissions)
    .innerJoin(testRuns, firstRun)
    .where(ofActivity(at))
    .orderBy(desc(submissions.createdAt))
    .limit(limit);
}

/** Seconds that somebody was at work in one activity. */
export async function sumActiveSeconds(db: Queryable, { userId, courseId, activityId }: AtActivity): Promise<number> {
  const [row] = await db
    .select({ seconds: sql<number>`coalesce(${sum(activeTimes.seconds)}, 0)` })
    .from(activeTimes)
    .where(and(eq(activeTimes.userId, userId), eq(activeTimes.courseId, courseId), eq(activeTimes.activityId, activityId)));
  return row?.seconds ?? 0;
}
