import { and, count, eq, max } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { quizAttempts } from "../schema.ts";

/** Somebody's quizzes in a course that they handed in: the best score of each, 0 to 1, and how often. */
export async function listBestScores(db: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<{ activityId: string; best: number; attempts: number }[]> {
  const rows = await db
    .select({ activityId: quizAttempts.activityId, best: max(quizAttempts.score), attempts: count() })
    .from(quizAttempts)
    .where(and(eq(quizAttempts.userId, userId), eq(quizAttempts.courseId, courseId), eq(quizAttempts.state, "submitted")))
    .groupBy(quizAttempts.activityId);
  return rows.map(({ best, ...row }) => ({ ...row, best: best ?? 0 }));
}
