import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openSurveyResults } from "../features/surveys/open-survey-results.server.ts";
import { SurveyResultsPage } from "../features/surveys/survey-results-page.tsx";
import { messages } from "../features/authoring/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Crumbs } from "../ui/crumbs.tsx";
import { requireTeaching } from "../web/require-teaching.server.ts";
import { notFound } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [{ title: `${data ? `${data.results.title} · ${data.course.title}` : createPageT(messages, matches)("notFound")} · Rung` }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { course } = await requireTeaching(context, request, params.courseId);
  const results = await openSurveyResults(context.deps, { course, moduleId: params.moduleId ?? "", slug: params.activityId ?? "" });
  if (!results) throw notFound();
  return { course: { id: course.id, title: course.title }, results };
}

export default function SurveyResultsRoute() {
  const t = useMessages(messages);
  const { course, results } = useLoaderData<typeof loader>();
  return (
    <div className="page reading quiz">
      <Crumbs trail={[{ label: t("teach"), to: "/teach" }, { label: course.title, to: `/teach/${course.id}` }]} />
      <SurveyResultsPage results={results} />
    </div>
  );
}
