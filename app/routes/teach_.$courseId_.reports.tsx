import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { decideReport } from "../features/reports/decide-report.server.ts";
import { openReports } from "../features/reports/open-reports.server.ts";
import { reportStateForm } from "../features/reports/report-forms.ts";
import { ReportsPage } from "../features/reports/reports-page.tsx";
import { readForm } from "../web/read-form.server.ts";
import { requireCourseStaff } from "../web/require-course-staff.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { messages } from "../features/reports/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { refuseForm } from "../web/say-plainly.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: data ? `${t("listTitle", { course: data.view.course.title })} · Rung` : `${t("title")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { course } = await requireCourseStaff(context, request, params.courseId);
  return { view: await openReports(context.deps, { course, asked: new URL(request.url).searchParams.get("state") }) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { course } = await requireCourseStaff(context, request, params.courseId);
  const form = await readForm(request, reportStateForm);
  if (!form.ok) throw refuseForm(context);
  if (!(await decideReport(context.deps, { courseId: course.id, ...form.data }))) throw notFound();
  return redirect(`/teach/${course.id}/reports`, 303);
}

export default function ReportsRoute() {
  const { view } = useLoaderData<typeof loader>();
  return <ReportsPage view={view} />;
}
