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
  const posted = await request.clone().formData().catch(() => new FormData());
  if (posted.get("intent") === "drop") {
    await dropPlan(context.deps, { userId: enrollment.userId, courseId: course.id });
    return redirect("/plan");
  }
  const form = await readForm(request, planForm);
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 400 });
  const answer = await savePlan(context.deps, { course, enrollment, form: form.data });
  if (answer.kind === "saved") return redirect(`/courses/${course.id}/plan?saved`);
  const errors: Record<string, string> = { [answer.field]: answer.says };
  return data({ errors, values: Object.fromEntries([...posted].filter((field): field is [string, string] => typeof field[1] === "string")) }, { status: 400 });
}

export default function CoursePlanRoute() {
  const { page, isSaved } = useLoaderData<typeof loader>();
  return <CoursePlanForm key={page.course.id} page={page} isSaved={isSaved} refused={useActionData<typeof action>() ?? null} />;
}
