import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { completions } from "../schema.ts";

export type Completion = typeof completions.$inferSelect;

/** What somebody has finished in a course, in the order of time. */
export async function listCompletions(db: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<Completion[]> {
  return db
    .select()
    .from(completions)
    .where(and(eq(completions.userId, userId), eq(completions.courseId, courseId)))
    .orderBy(asc(completions.completedAt));
}

/** Records that an activity is finished. The first time stays: true when this was it. */
export async function ensureCompletion(tx: Queryable, row: Completion): Promise<boolean> {
  const added = await tx.insert(completions).values(row).onConflictDoNothing().returning({ activityId: completions.activityId });
  return added.length > 0;
}

/** Takes back what somebody marked themselves; what was passed or accepted stays. */
export async function deleteMarkedCompletion(tx: Queryable, { userId, courseId, activityId }: { userId: string; courseId: string; activityId: string }): Promise<void> {
  await tx
    .delete(completions)
    .where(and(eq(completions.userId, userId), eq(completions.courseId, courseId), eq(completions.activityId, activityId), eq(completions.reason, "marked")));
}
