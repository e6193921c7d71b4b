import type { CodeActivity } from "../features/drafts/learner-files.ts";
import type { RequestContext } from "./request-context.server.ts";
import { requireActivityVisit, type CourseVisit } from "./require-enrollment.server.ts";
import { notFound } from "./require-user.server.ts";

/** A visit to a lab or a project; for other kinds the page does not exist. */
export async function requireCodeActivity(
  context: RequestContext,
  request: Request,
  params: { courseId?: string; moduleId?: string; activityId?: string },
): Promise<CourseVisit & { activity: CodeActivity }> {
  const { activity, ...visit } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "lab" && activity.kind !== "project") throw notFound();
  return { ...visit, activity };
}
