import { redirect } from "@remix-run/node";
import { hasCourseRole } from "../../db/queries/course-roles.ts";
import { findEnrollment, type Enrollment } from "../../db/queries/enrollments.ts";
import type { Activity, Course } from "../catalog/catalog.ts";
import { findActivity, findCourse } from "../catalog/find.ts";
import { findClosed } from "../features/progress/find-closed.server.ts";
import { wordGate } from "../features/progress/gate-words.ts";
import type { GateView } from "../features/progress/gates.ts";
import { messages } from "../features/progress/messages.ts";
import { createT } from "../i18n/messages.ts";
import type { RequestContext } from "./request-context.server.ts";
import { notFound, requireUser } from "./require-user.server.ts";
import type { SignedInUser } from "./session-keeper.server.ts";

/** Who is in which course. `enrollment` is null for instructors and administrators who only look. */
export interface CourseVisit {
  user: SignedInUser;
  course: Course;
  enrollment: Enrollment | null;
}

/**
 * The signed-in person in a course that they may work in. Not enrolled: a redirect to the course's page, where they
 * can enroll. A course that is not published is a 404 for all but its instructors.
 */
export async function requireCourseVisit(context: RequestContext, request: Request, courseId: string | undefined): Promise<CourseVisit> {
  const user = requireUser(context, request);
  const { db, catalog } = context.deps;
  const course = findCourse(catalog, courseId ?? "");
  if (!course) throw notFound();
  const enrollment = await findEnrollment(db, { userId: user.id, courseId: course.id });
  if (enrollment && course.published) return { user, course, enrollment };
  const teaches = user.isAdministrator || (await hasCourseRole(db, { userId: user.id, courseId: course.id, role: "instructor" }));
  if (!course.published && !teaches) throw notFound();
  if (!enrollment && !teaches) throw request.method === "GET" ? redirect(`/courses/${course.id}`) : notFound();
  return { user, course, enrollment };
}

interface ActivityParams {
  courseId?: string;
  moduleId?: string;
  activityId?: string;
}

/**
 * The same with one sound activity of the course; its former ids count. `closed` is what must be done before it opens,
 * or null: whoever shows or takes anything of a closed activity uses `requireActivityVisit` instead.
 */
export async function requireActivityApproach(context: RequestContext, request: Request, params: ActivityParams): Promise<CourseVisit & { activity: Activity; closed: readonly GateView[] | null }> {
  const visit = await requireCourseVisit(context, request, params.courseId);
  const activity = findActivity(visit.course, params.moduleId ?? "", params.activityId ?? "");
  if (!activity) throw notFound();
  return { ...visit, activity, closed: await findClosed(context.deps, { user: visit.user, course: visit.course, activity }) };
}

/** A visit to an activity that is open to this person; else 403 with what opens it. */
export async function requireActivityVisit(context: RequestContext, request: Request, params: ActivityParams): Promise<CourseVisit & { activity: Activity }> {
  const { closed, ...visit } = await requireActivityApproach(context, request, params);
  if (closed) throw refuseClosed(context, visit.activity, closed);
  return visit;
}

function refuseClosed({ locale }: RequestContext, { title }: Activity, gates: readonly GateView[]): Response {
  const what = gates.map((gate) => wordGate(locale, gate, gate.title)).join("; ");
  const message = createT(messages, locale)("closedRefused", { title, what });
  return Response.json({ kind: "closed", message, opens: gates.map(({ path }) => path) }, { status: 403, statusText: "Forbidden" });
}
