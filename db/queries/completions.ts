import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
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

const insertion = prepareOnce((tx) =>
  tx
    .insert(completions)
    .values({
      userId: param("userId"), courseId: param("courseId"), activityId: param("activityId"), reason: param("reason"), contentHash: param("contentHash"), completedAt: param("completedAt"),
    })
    .onConflictDoNothing()
    .prepare(),
);

/** Records that an activity is finished. The first time stays: true when this was it. */
export async function ensureCompletion(tx: Queryable, row: Completion): Promise<boolean> {
  return insertion(tx).run({ ...row }).changes > 0;
}

/** Takes back what somebody marked themselves; what was passed or accepted stays. */
export async function deleteMarkedCompletion(tx: Queryable, { userId, courseId, activityId }: { userId: string; courseId: string; activityId: string }): Promise<void> {
  await tx
    .delete(completions)
    .where(and(eq(completions.userId, userId), eq(completions.courseId, courseId), eq(completions.activityId, activityId), eq(completions.reason, "marked")));
}
