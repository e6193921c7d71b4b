import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { quizAttempts, type StoredResult } from "../schema.ts";

/** What was asked and what became of it in each attempt that somebody handed in, the first one first. */
export async function listHandedAttempts(db: Queryable, { userId, courseId, activityIds }: { userId: string; courseId: string; activityIds: readonly string[] }): Promise<{ asked: unknown; results: Record<string, StoredResult> | null }[]> {
  return db
    .select({ asked: quizAttempts.asked, results: quizAttempts.results })
    .from(quizAttempts)
    .where(and(eq(quizAttempts.userId, userId), eq(quizAttempts.courseId, courseId), inArray(quizAttempts.activityId, [...activityIds]), eq(quizAttempts.state, "submitted")))
    .orderBy(asc(quizAttempts.number));
}
