import type { Course } from "../catalog/catalog.ts";
import { findCourse } from "../catalog/find.ts";
import { isCourseStaff } from "../features/questions/find-staff.server.ts";
import type { RequestContext } from "./request-context.server.ts";
import { notFound, requireUser } from "./require-user.server.ts";
import type { SignedInUser } from "./session-keeper.server.ts";

/** The signed-in person in a course whose questions they answer (instructors, graders, administrators), else 404. */
export async function requireCourseStaff(context: RequestContext, request: Request, courseId: string | undefined): Promise<{ user: SignedInUser; course: Course }> {
  const user = requireUser(context, request);
  const course = findCourse(context.deps.catalog, courseId ?? "");
  if (!course || !(await isCourseStaff(context.deps.db, { user, courseId: course.id }))) throw notFound();
  return { user, course };
}
