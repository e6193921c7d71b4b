import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { courseRoles, users } from "../schema.ts";

export type CourseRole = (typeof courseRoles.$inferSelect)["role"];

const rolesOf = prepareOnce((db) =>
  db.select({ courseId: courseRoles.courseId, role: courseRoles.role }).from(courseRoles).where(eq(courseRoles.userId, param("userId"))).orderBy(asc(courseRoles.courseId)).prepare(),
);

/** Courses in which somebody teaches or grades, in the order of their ids. */
export async function listCourseRoles(db: Queryable, { userId }: { userId: string }): Promise<{ courseId: string; role: CourseRole }[]> {
  return rolesOf(db).all({ userId });
}

const oneRole = prepareOnce((db) =>
  db
    .select({ courseId: courseRoles.courseId })
    .from(courseRoles)
    .where(and(eq(courseRoles.userId, param("userId")), eq(courseRoles.courseId, param("courseId")), eq(courseRoles.role, param("role"))))
    .prepare(),
);

/** Whether somebody has this role in this course. */
export async function hasCourseRole(db: Queryable, { userId, courseId, role }: { userId: string; courseId: string; role: CourseRole }): Promise<boolean> {
  return oneRole(db).get({ userId, courseId, role }) !== undefined;
}

/** The people who teach or grade a course, by name. */
export async function listCoursePeople(db: Queryable, { courseId, role }: { courseId: string; role: CourseRole }): Promise<{ id: string; name: string; email: string }[]> {
  return db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(courseRoles)
    .innerJoin(users, eq(users.id, courseRoles.userId))
    .where(and(eq(courseRoles.courseId, courseId), eq(courseRoles.role, role)))
    .orderBy(asc(users.name));
}

/** Gives a role; giving it again changes nothing. */
export async function ensureCourseRole(tx: Queryable, row: { userId: string; courseId: string; role: CourseRole; createdAt: Date }): Promise<void> {
  await tx.insert(courseRoles).values(row).onConflictDoNothing();
}

/** Takes a role; false when there was none. */
export async function deleteCourseRole(tx: Queryable, { userId, courseId, role }: { userId: string; courseId: string; role: CourseRole }): Promise<boolean> {
  const gone = await tx
    .delete(courseRoles)
    .where(and(eq(courseRoles.userId, userId), eq(courseRoles.courseId, courseId), eq(courseRoles.role, role)))
    .returning({ courseId: courseRoles.courseId });
  return gone.length > 0;
}
