import { hasCourseRole } from "../../../db/queries/course-roles.ts";
import type { Course } from "../../catalog/catalog.ts";
import { findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";

/** Somebody in a course that they may change. */
export interface TeachingVisit {
  userId: string;
  course: Course;
}

/** The course when this person may change it (its instructors, administrators), else null: for them it does not exist. */
export async function findTaughtCourse(
  { db, catalog }: Pick<Deps, "db" | "catalog">,
  user: { id: string; isAdministrator: boolean },
  courseId: string,
): Promise<TeachingVisit | null> {
  const mayTeach = user.isAdministrator || (await hasCourseRole(db, { userId: user.id, courseId, role: "instructor" }));
  const course = mayTeach ? findCourse(catalog, courseId) : null;
  return course && { userId: user.id, course };
}
