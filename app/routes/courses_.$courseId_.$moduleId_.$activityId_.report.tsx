import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { reportForm } from "../features/reports/report-forms.ts";
import { ReportPage, type ReportReply } from "../features/reports/report-page.tsx";
import { reportProblem } from "../features/reports/report-problem.server.ts";
import { readForm } from "../web/read-form.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { messages } from "../features/reports/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: page ? `${page.title} · ${t("title")} · Rung` : `${t("title")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  return { title: activity.title, path: buildActivityPath(activity) };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user } = await requireActivityVisit(context, request, params);
  const form = await readForm(request, reportForm);
  if (!form.ok) return data<ReportReply>({ kind: "refused", error: form.errors["kind"] ? "needKind" : "long", values: form.values }, { status: 400 });
  const { kind, words } = form.data;
  const answer = await reportProblem(context.deps, { userId: user.id, activity, report: { kind, words } });
  if (answer.kind === "too-many") return data<ReportReply>({ kind: "refused", error: "tooMany", values: { kind, words } }, { status: 429 });
  return data<ReportReply>({ kind: "sent", words });
}

export default function ReportRoute() {
  const { title, path } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <ReportPage title={title} path={path} reply={reply ?? null} />;
}
