import { and, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { courseVersions } from "../schema.ts";

export type CourseVersion = typeof courseVersions.$inferSelect;
export type { OutlinedActivity } from "../schema/versions.ts";

const byHash = prepareOnce((db) => db.select().from(courseVersions).where(and(eq(courseVersions.courseId, param("courseId")), eq(courseVersions.contentHash, param("contentHash")))).prepare());

/** What a course consisted of at this content hash, or null when nobody enrolled in that version. */
export async function findCourseVersion(db: Queryable, { courseId, contentHash }: { courseId: string; contentHash: string }): Promise<CourseVersion | null> {
  return byHash(db).get({ courseId, contentHash }) ?? null;
}

/** Keeps a version; doing it again changes nothing. */
export async function ensureCourseVersion(tx: Queryable, row: CourseVersion): Promise<void> {
  await tx.insert(courseVersions).values(row).onConflictDoNothing();
}
