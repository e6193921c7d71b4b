import { and, asc, eq, sql } from "drizzle-orm";
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
    .onConflictDoUpdate({
      target: [completions.userId, completions.courseId, completions.activityId],
      set: { reason: sql`excluded.reason`, contentHash: sql`excluded.content_hash`, completedAt: sql`excluded.completed_at` },
      setWhere: sql`${completions.reason} = 'placed' and excluded.reason <> 'placed'`,
    })
    .prepare(),
);

/** Records that an activity is finished. The first time stays, unless it was only skipped before: true when this was it. */
export async function ensureCompletion(tx: Queryable, row: Completion): Promise<boolean> {
  return insertion(tx).run({ ...row }).changes > 0;
}

const taking = prepareOnce((tx) =>
  tx
    .delete(completions)
    .where(and(eq(completions.userId, param("userId")), eq(completions.courseId, param("courseId")), eq(completions.activityId, param("activityId")), eq(completions.reason, "marked")))
    .prepare(),
);

/** Takes back what somebody marked themselves; what was passed or accepted stays. */
export async function deleteMarkedCompletion(tx: Queryable, { userId, courseId, activityId }: { userId: string; courseId: string; activityId: string }): Promise<void> {
  taking(tx).run({ userId, courseId, activityId });
}

/** Takes back a completion that came about in this way; any other stays. True when there was one. */
export async function deleteCompletion(tx: Queryable, { userId, courseId, activityId, reason }: Pick<Completion, "userId" | "courseId" | "activityId" | "reason">): Promise<boolean> {
  const gone = await tx
    .delete(completions)
    .where(and(eq(completions.userId, userId), eq(completions.courseId, courseId), eq(completions.activityId, activityId), eq(completions.reason, reason)))
    .returning({ activityId: completions.activityId });
  return gone.length > 0;
}

const ofActivity = prepareOnce((db) =>
  db
    .select()
    .from(completions)
    .where(and(eq(completions.userId, param("userId")), eq(completions.courseId, param("courseId")), eq(completions.activityId, param("activityId"))))
    .prepare(),
);

/** How and when somebody finished an activity, or null. */
export async function findCompletion(db: Queryable, { userId, courseId, activityId }: Pick<Completion, "userId" | "courseId" | "activityId">): Promise<Completion | null> {
  return ofActivity(db).get({ userId, courseId, activityId }) ?? null;
}
