import { and, desc, eq, sql } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { enrollments } from "../schema.ts";

export type Enrollment = typeof enrollments.$inferSelect;

const place = prepareOnce((db) => db.select().from(enrollments).where(and(eq(enrollments.userId, param("userId")), eq(enrollments.courseId, param("courseId")))).prepare());

/** Somebody's place in a course, or null. */
export async function findEnrollment(db: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<Enrollment | null> {
  return place(db).get({ userId, courseId }) ?? null;
}

const places = prepareOnce((db) =>
  db.select().from(enrollments).where(eq(enrollments.userId, param("userId"))).orderBy(desc(enrollments.lastActiveAt), desc(enrollments.createdAt)).prepare(),
);

/** Somebody's courses, the one last worked in first. */
export async function listEnrollments(db: Queryable, { userId }: { userId: string }): Promise<Enrollment[]> {
  return places(db).all({ userId });
}

/** Enrolls; doing it again changes nothing. */
export async function ensureEnrollment(tx: Queryable, row: Pick<Enrollment, "id" | "userId" | "courseId" | "courseHash" | "createdAt">): Promise<void> {
  await tx.insert(enrollments).values(row).onConflictDoNothing();
}

const visit = prepareOnce((tx) =>
  tx
    .update(enrollments)
    .set({ lastActivityId: sql`${param("activityId")}`, lastActiveAt: sql`${param("at")}` })
    .where(and(eq(enrollments.userId, param("userId")), eq(enrollments.courseId, param("courseId"))))
    .prepare(),
);

/** Notes where somebody is, for "continue". */
export async function updateLastActivity(tx: Queryable, { userId, courseId, activityId, at }: { userId: string; courseId: string; activityId: string; at: Date }): Promise<void> {
  visit(tx).run({ userId, courseId, activityId, at: at.getTime() });
}

/** Moves somebody to another version of the course. */
export async function updateCourseHash(tx: Queryable, { userId, courseId, courseHash }: { userId: string; courseId: string; courseHash: string }): Promise<void> {
  await tx.update(enrollments).set({ courseHash }).where(and(eq(enrollments.userId, userId), eq(enrollments.courseId, courseId)));
}
