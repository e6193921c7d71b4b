import { and, desc, eq, gte, sql, sum } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { activeTimes, completions } from "../schema.ts";

export type ActiveTime = typeof activeTimes.$inferSelect;

/** When time of somebody was counted last, in whichever activity; null before the first time. */
export async function findLatestBeat(db: Queryable, { userId }: { userId: string }): Promise<Date | null> {
  const [row] = await db.select({ at: activeTimes.updatedAt }).from(activeTimes).where(eq(activeTimes.userId, userId)).orderBy(desc(activeTimes.updatedAt)).limit(1);
  return row?.at ?? null;
}

/** Adds measured time to an activity's day. */
export async function addActiveTime(tx: Queryable, row: ActiveTime): Promise<void> {
  await tx
    .insert(activeTimes)
    .values(row)
    .onConflictDoUpdate({
      target: [activeTimes.userId, activeTimes.courseId, activeTimes.activityId, activeTimes.day],
      set: { seconds: sql`${activeTimes.seconds} + excluded.seconds`, updatedAt: row.updatedAt },
    });
}

/** Seconds that somebody spent on each activity of a course. */
export async function listActivityTimes(db: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<{ activityId: string; seconds: number }[]> {
  const rows = await db
    .select({ activityId: activeTimes.activityId, seconds: sum(activeTimes.seconds).mapWith(Number) })
    .from(activeTimes)
    .where(and(eq(activeTimes.userId, userId), eq(activeTimes.courseId, courseId)))
    .groupBy(activeTimes.activityId);
  return rows;
}

/** Seconds that somebody spent in each course, day by day, from `since` (a day) on. */
export async function listActiveDays(db: Queryable, { userId, since }: { userId: string; since: string }): Promise<{ courseId: string; day: string; seconds: number }[]> {
  return db
    .select({ courseId: activeTimes.courseId, day: activeTimes.day, seconds: sum(activeTimes.seconds).mapWith(Number) })
    .from(activeTimes)
    .where(and(eq(activeTimes.userId, userId), gte(activeTimes.day, since)))
    .groupBy(activeTimes.courseId, activeTimes.day);
}

/** What somebody measured of activities that they have finished, in all courses. */
export async function listFinishedTimes(db: Queryable, { userId }: { userId: string }): Promise<{ courseId: string; activityId: string; seconds: number }[]> {
  return db
    .select({ courseId: activeTimes.courseId, activityId: activeTimes.activityId, seconds: sum(activeTimes.seconds).mapWith(Number) })
    .from(activeTimes)
    .innerJoin(completions, and(eq(completions.userId, activeTimes.userId), eq(completions.courseId, activeTimes.courseId), eq(completions.activityId, activeTimes.activityId)))
    .where(eq(activeTimes.userId, userId))
    .groupBy(activeTimes.courseId, activeTimes.activityId);
}

/** The latest measured days of everybody at activities that they have finished, at most `limit` rows. */
export async function listCourseTimes(db: Queryable, { courseId, limit }: { courseId: string; limit: number }): Promise<{ userId: string; activityId: string; seconds: number }[]> {
  return db
    .select({ userId: activeTimes.userId, activityId: activeTimes.activityId, seconds: activeTimes.seconds })
    .from(activeTimes)
    .innerJoin(completions, and(eq(completions.userId, activeTimes.userId), eq(completions.courseId, activeTimes.courseId), eq(completions.activityId, activeTimes.activityId)))
    .where(eq(activeTimes.courseId, courseId))
    .orderBy(desc(activeTimes.updatedAt))
    .limit(limit);
}
