import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { taskWorks, users } from "../schema.ts";

export type TaskWork = typeof taskWorks.$inferSelect;

interface Key {
  userId: string;
  courseId: string;
  activityId: string;
}

const ofTask = prepareOnce((db) =>
  db
    .select()
    .from(taskWorks)
    .where(and(eq(taskWorks.userId, param("userId")), eq(taskWorks.courseId, param("courseId")), eq(taskWorks.activityId, param("activityId"))))
    .prepare(),
);

/** Somebody's work at a task, or null before they began. */
export async function findTaskWork(db: Queryable, { userId, courseId, activityId }: Key): Promise<TaskWork | null> {
  return ofTask(db).get({ userId, courseId, activityId }) ?? null;
}

/** Keeps the work at a task as it is now. */
export async function putTaskWork(tx: Queryable, row: TaskWork): Promise<void> {
  const { checked, hours, evidence, state, handedInAt, signedBy, signedAt, words, version, updatedAt } = row;
  await tx
    .insert(taskWorks)
    .values(row)
    .onConflictDoUpdate({ target: [taskWorks.userId, taskWorks.courseId, taskWorks.activityId], set: { checked, hours, evidence, state, handedInAt, signedBy, signedAt, words, version, updatedAt } });
}

/** Work that waits for a sign-off in a course, the longest waiting first, with the learner's name. */
export async function listWaitingTaskWorks(db: Queryable, { courseId, limit }: { courseId: string; limit: number }): Promise<{ work: TaskWork; learnerName: string }[]> {
  return db
    .select({ work: taskWorks, learnerName: users.name })
    .from(taskWorks)
    .innerJoin(users, eq(users.id, taskWorks.userId))
    .where(and(eq(taskWorks.courseId, courseId), sql`${taskWorks.state} = 'waiting'`))
    .orderBy(asc(taskWorks.handedInAt))
    .limit(limit);
}

/** How many wait for a sign-off in a course. */
export async function countWaitingTaskWorks(db: Queryable, { courseId }: { courseId: string }): Promise<number> {
  const [row] = await db.select({ waiting: count() }).from(taskWorks).where(and(eq(taskWorks.courseId, courseId), sql`${taskWorks.state} = 'waiting'`));
  return row?.waiting ?? 0;
}
