import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { ensureCertificate } from "../features/certificates/ensure-certificate.server.ts";
import { requireCourseVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { siteOrigin } from "../web/site-origin.server.ts";

/** Issues the certificate of a course that is done, or finds it, and goes to its page. Not done: back to the course, which says why. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { user, course } = await requireCourseVisit(context, request, params.courseId);
  const answer = await ensureCertificate(context.deps, { userId: user.id, courseId: course.id, origin: siteOrigin(context.deps.settings, request) });
  switch (answer.kind) {
    case "issued":
      return redirect(`/certificates/${answer.code}`);
    case "not-done":
      return redirect(`/courses/${course.id}`);
    case "none":
      throw notFound();
  }
}
