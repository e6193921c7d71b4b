import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { completeLesson } from "../features/lessons/complete-lesson.server.ts";
import { completeForm } from "../features/lessons/lesson-forms.ts";
import { reopenLesson } from "../features/lessons/reopen-lesson.server.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  return redirect(buildActivityPath(activity));
}

/** Marks a lesson as complete or takes that back, and shows it again. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, enrollment } = await requireActivityVisit(context, request, params);
  if (activity.kind !== "lesson" || !enrollment) throw notFound();
  const form = await readForm(request, completeForm);
  if (!form.ok) throw refuseForm(context);
  const mark = form.data.intent === "complete" ? completeLesson : reopenLesson;
  await mark(context.deps, { userId: enrollment.userId, lesson: activity });
  return redirect(buildActivityPath(activity));
}
