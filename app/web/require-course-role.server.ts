import { hasCourseRole, type CourseRole } from "../../db/queries/course-roles.ts";
import type { RequestContext } from "./request-context.server.ts";
import { notFound, requireUser } from "./require-user.server.ts";
import type { SignedInUser } from "./session-keeper.server.ts";

/** The signed-in person when they have this role in this course (administrators teach everywhere), else 404. */
export async function requireCourseRole(context: RequestContext, request: Request, courseId: string, role: CourseRole): Promise<SignedInUser> {
  const user = requireUser(context, request);
  if (await hasCourseRole(context.deps.db, { userId: user.id, courseId, role })) return user;
  if (user.isAdministrator && role === "instructor") return user;
  throw notFound();
}
