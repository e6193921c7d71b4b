import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { acceptCourseVersion } from "../features/versions/accept-course-version.server.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireCourseVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

const versionForm = z.object({ seenHash: z.string().min(1).max(200) });

/** Somebody came back here after signing in, or typed the address. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(`/courses/${encodeURIComponent(params.courseId ?? "")}`);
}

/** Moves on to the course as it is now. When it has changed again meanwhile, its page shows the changes anew. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { course, enrollment } = await requireCourseVisit(context, request, params.courseId);
  const form = await readForm(request, versionForm);
  if (!enrollment) throw notFound();
  if (!form.ok) throw refuseForm(context);
  const isMoved = await acceptCourseVersion(context.deps, { course, enrollment, seenHash: form.data.seenHash });
  return redirect(isMoved ? `/courses/${course.id}` : `/courses/${course.id}?changed=again#what-changed`);
}
