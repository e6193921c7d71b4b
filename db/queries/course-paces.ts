import { eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { coursePaces } from "../schema.ts";

export type CoursePace = typeof coursePaces.$inferSelect;

const one = prepareOnce((db) => db.select().from(coursePaces).where(eq(coursePaces.courseId, param("courseId"))).prepare());

/** How the people of a course compare with its stated minutes, or null before enough was measured. */
export async function findCoursePace(db: Queryable, { courseId }: { courseId: string }): Promise<CoursePace | null> {
  return one(db).get({ courseId }) ?? null;
}

export async function putCoursePace(tx: Queryable, row: CoursePace): Promise<void> {
  const { courseId: _, ...set } = row;
  await tx.insert(coursePaces).values(row).onConflictDoUpdate({ target: coursePaces.courseId, set });
}
