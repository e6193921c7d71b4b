import { and, asc, count, eq, sum } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { taskFiles } from "../schema.ts";

export type TaskFile = typeof taskFiles.$inferSelect;
/** A file without its bytes: what lists show. */
export type TaskFileHead = Pick<TaskFile, "id" | "name" | "sizeBytes" | "createdAt">;

interface Key {
  userId: string;
  courseId: string;
  activityId: string;
}

const isOf = ({ userId, courseId, activityId }: Key) => and(eq(taskFiles.userId, userId), eq(taskFiles.courseId, courseId), eq(taskFiles.activityId, activityId));

/** What somebody has handed in with a task, in the order in which it came. */
export async function listTaskFiles(db: Queryable, key: Key): Promise<TaskFileHead[]> {
  return db
    .select({ id: taskFiles.id, name: taskFiles.name, sizeBytes: taskFiles.sizeBytes, createdAt: taskFiles.createdAt })
    .from(taskFiles)
    .where(isOf(key))
    .orderBy(asc(taskFiles.createdAt), asc(taskFiles.id));
}

/** A file of one person, or null. */
export async function findTaskFile(db: Queryable, { id, userId }: { id: string; userId: string }): Promise<TaskFile | null> {
  const [row] = await db.select().from(taskFiles).where(and(eq(taskFiles.id, id), eq(taskFiles.userId, userId)));
  return row ?? null;
}

/** A file of a course, for who teaches it; or null. */
export async function findTaskFileOfCourse(db: Queryable, { id, courseId }: { id: string; courseId: string }): Promise<TaskFile | null> {
  const [row] = await db.select().from(taskFiles).where(and(eq(taskFiles.id, id), eq(taskFiles.courseId, courseId)));
  return row ?? null;
}

/** How much somebody has stored in all. */
export async function measureTaskFiles(db: Queryable, { userId }: { userId: string }): Promise<{ files: number; totalBytes: number }> {
  const [row] = await db.select({ files: count(), totalBytes: sum(taskFiles.sizeBytes) }).from(taskFiles).where(eq(taskFiles.userId, userId));
  return { files: row?.files ?? 0, totalBytes: Number(row?.totalBytes ?? 0) };
}

export async function insertTaskFile(tx: Queryable, row: TaskFile): Promise<void> {
  await tx.insert(taskFiles).values(row);
}

/** Removes a file of somebody's task; false when there was none. */
export async function deleteTaskFile(tx: Queryable, { id, ...key }: Key & { id: string }): Promise<boolean> {
  const gone = await tx.delete(taskFiles).where(and(eq(taskFiles.id, id), isOf(key))).returning({ id: taskFiles.id });
  return gone.length > 0;
}
