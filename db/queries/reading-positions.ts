import { and, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { readingPositions } from "../schema.ts";

export type ReadingPosition = typeof readingPositions.$inferSelect;

const ofLesson = prepareOnce((db) =>
  db
    .select()
    .from(readingPositions)
    .where(and(eq(readingPositions.userId, param("userId")), eq(readingPositions.courseId, param("courseId")), eq(readingPositions.activityId, param("activityId"))))
    .prepare(),
);

/** How far somebody has read a lesson, or null before the first time. */
export async function findReadingPosition(db: Queryable, { userId, courseId, activityId }: { userId: string; courseId: string; activityId: string }): Promise<ReadingPosition | null> {
  return ofLesson(db).get({ userId, courseId, activityId }) ?? null;
}

/** Notes how far somebody has read; the newest counts, also when it is further up. */
export async function putReadingPosition(tx: Queryable, row: ReadingPosition): Promise<void> {
  const { position, updatedAt } = row;
  await tx
    .insert(readingPositions)
    .values(row)
    .onConflictDoUpdate({ target: [readingPositions.userId, readingPositions.courseId, readingPositions.activityId], set: { position, updatedAt } });
}
