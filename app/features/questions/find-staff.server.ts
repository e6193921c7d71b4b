import { hasCourseRole } from "../../../db/queries/course-roles.ts";
import type { Queryable } from "../../../db/open-database.ts";

/** Whether somebody answers questions in a course: its instructors, its graders, administrators. */
export async function isCourseStaff(db: Queryable, { user, courseId }: { user: { id: string; isAdministrator: boolean }; courseId: string }): Promise<boolean> {
  if (user.isAdministrator) return true;
  for (const role of ["instructor", "grader"] as const) if (await hasCourseRole(db, { userId: user.id, courseId, role })) return true;
  return false;
}
