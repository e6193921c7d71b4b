import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { structureForm } from "../features/authoring/authoring-forms.ts";
import { changeStructure } from "../features/authoring/change-structure.server.ts";
import { CourseStructure } from "../features/authoring/course-structure.tsx";
import { buildEditorAddress } from "../features/authoring/file-address.ts";
import { messages } from "../features/authoring/messages.ts";
import { refusals } from "../features/authoring/refusals.ts";
import { listSurveys } from "../features/surveys/open-survey-results.server.ts";
import { SurveyLinks } from "../features/surveys/survey-links.tsx";
import { openTaughtCourse } from "../features/authoring/open-taught-course.server.ts";
import { ProblemList } from "../features/authoring/problem-list.tsx";
import { TaughtCourseHead } from "../features/authoring/taught-course-head.tsx";
import { createPageT } from "../i18n/find-page-locale.ts";
import { say, sayErrors } from "../i18n/saying.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { Crumbs } from "../ui/crumbs.tsx";
import { Notice } from "../ui/notice.tsx";
import { readForm } from "../web/read-form.server.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: `${data ? t("courseTitle", { title: data.course.title }) : t("notFound")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const said = new URL(request.url).searchParams.get("published");
  return { course: await openTaughtCourse(context.deps, visit), surveys: listSurveys(visit.course), publishedFiles: said && /^\d{1,4}$/.test(said) ? Number(said) : null };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const form = await readForm(request, structureForm);
  if (!form.ok) return Response.json({ message: null, errors: sayErrors(refusals, context.locale, form.errors, "notUnderstood"), values: form.values }, { status: 400 });
  const answer = await changeStructure(context.deps, visit, form.data, context.locale);
  const values: Record<string, string> = Object.fromEntries(Object.entries(form.data).map(([name, value]) => [name, String(value)]));
  if (answer.kind === "refused") {
    const message = say(refusals, context.locale, answer.message);
    return Response.json({ message: answer.field === null ? message : null, errors: answer.field === null ? {} : { [answer.field]: message }, values }, { status: 400 });
  }
  const isNew = form.data.intent === "create-activity" || form.data.intent === "create-module";
  return redirect(isNew && answer.open ? buildEditorAddress(visit.course.id, answer.open) : `/teach/${visit.course.id}`, 303);
}

/** What a refused form comes back with. */
interface Refused {
  message: string | null;
  errors: Record<string, string>;
  values: Record<string, string>;
}

export default function TaughtCoursePage() {
  const t = useMessages(messages);
  const { course, surveys, publishedFiles } = useLoaderData<typeof loader>();
  const refused = useActionData<Refused>();
  return (
    <div className="page">
      <Crumbs trail={[{ label: t("teach"), to: "/teach" }]} />
      <TaughtCourseHead course={course} />
      {publishedFiles !== null && course.changedFiles === 0 && <Notice tone="good" live>{t("published", { count: publishedFiles })} <Link to={`/courses/${course.id}`}>{t("seeAsLearners")}</Link></Notice>}
      {refused?.message && <Notice tone="bad" live>{refused.message}</Notice>}
      <div className="teach-columns">
        <CourseStructure course={course} refused={refused ?? null} />
        <ProblemList courseId={course.id} problems={course.problems} />
      </div>
      <SurveyLinks surveys={surveys} />
    </div>
  );
}
