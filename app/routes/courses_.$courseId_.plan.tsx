import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CoursePlanForm } from "../features/plans/course-plan-form.tsx";
import { openCoursePlan } from "../features/plans/open-course-plan.server.ts";
import { planForm } from "../features/plans/plan-forms.ts";
import { dropPlan, savePlan } from "../features/plans/save-plan.server.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireCourseVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.course.title ?? "Plan"} · Rung` }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { course, enrollment } = await requireCourseVisit(context, request, params.courseId);
  if (!enrollment) throw notFound();
  return { page: await openCoursePlan(context.deps, { course, enrollment }), isSaved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { course, enrollment } = await requireCourseVisit(context, request, params.courseId);
  if (!enrollment) throw notFound();
  const isDrop = (await request.clone().formData().catch(() => new FormData())).get("intent") === "drop";
  if (isDrop) {
    await dropPlan(context.deps, { userId: enrollment.userId, courseId: course.id });
    return redirect("/plan");
  }
  const form = await readForm(request, planForm);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 400 });
  const answer = await savePlan(context.deps, { course, enrollment, form: form.data });
  if (answer.kind === "saved") return redirect(`/courses/${course.id}/plan?saved`);
  return data({ errors: { [answer.field]: answer.says } as Record<string, string>, values: valuesAgain(form.data) }, { status: 400 });
}

/** What was chosen, as the form's fields, to be shown again. */
function valuesAgain({ mode, weekdayMinutes, targetDay, startDay, timeZone }: { mode: string; weekdayMinutes: readonly number[]; targetDay: string | null; startDay: string | null; timeZone: string | null }): Record<string, string> {
  const values: Record<string, string> = { mode, targetDay: targetDay ?? "", startDay: startDay ?? "", timeZone: timeZone ?? "" };
  const most = Math.max(...weekdayMinutes);
  values.mostHours = String(most / 60);
  values.hours = String(weekdayMinutes.reduce((sum, minutes) => sum + minutes, 0) / 60);
  weekdayMinutes.forEach((minutes, weekday) => {
    if (minutes > 0) values[`day${weekday + 1}`] = "on";
  });
  return values;
}

export default function CoursePlanRoute() {
  const { page, isSaved } = useLoaderData<typeof loader>();
  return <CoursePlanForm key={page.course.id} page={page} isSaved={isSaved} refused={useActionData<typeof action>() ?? null} />;
}
