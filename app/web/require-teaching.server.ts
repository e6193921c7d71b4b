import { findTaughtCourse, type TeachingVisit } from "../features/authoring/find-taught-course.server.ts";
import type { RequestContext } from "./request-context.server.ts";
import { notFound, requireUser } from "./require-user.server.ts";

/** The signed-in person in a course that they may change, else 404. */
export async function requireTeaching(context: RequestContext, request: Request, courseId: string | undefined): Promise<TeachingVisit> {
  const user = requireUser(context, request);
  const visit = await findTaughtCourse(context.deps, user, courseId ?? "");
  if (!visit) throw notFound();
  return visit;
}
