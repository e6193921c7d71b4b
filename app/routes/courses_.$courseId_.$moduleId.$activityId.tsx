import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Suspense } from "react";
import { answerLabForm, statusOfLabAnswer } from "../features/labs/answer-lab-form.server.ts";
import { openLab } from "../features/labs/open-lab.server.ts";
import { labSayings } from "../features/labs/lab-sayings.ts";
import { requireLabForm } from "../features/labs/read-lab-form.server.ts";
import { nameActor } from "../features/accounts/act-as.ts";
import { PersonContext } from "../features/accounts/use-act-as.ts";
import { LessonPage } from "../features/lessons/lesson-page.tsx";
import { openLesson } from "../features/lessons/open-lesson.server.ts";
import { openPlacement } from "../features/placement/open-placement.server.ts";
import { answerProjectForm, statusOfProjectAnswer } from "../features/projects/answer-project-form.server.ts";
import { openProject } from "../features/projects/open-project.server.ts";
import { useActiveTime } from "../features/pace/use-active-time.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { ClosedPage } from "../features/progress/closed-page.tsx";
import { enterActivity } from "../features/progress/enter-activity.server.ts";
import { openTask } from "../features/tasks/open-task.server.ts";
import { findSaid } from "../features/tasks/task-form.ts";
import { answerQuizForm } from "../features/quizzes/answer-quiz-form.server.ts";
import { openQuiz } from "../features/quizzes/open-quiz.server.ts";
import { readQuizLook } from "../features/quizzes/quiz-look.ts";
import { openSurvey } from "../features/surveys/open-survey.server.ts";
import { sendSurvey } from "../features/surveys/send-survey.server.ts";
import { pageOnDemand } from "../ui/page-on-demand.ts";
import { requireActivityApproach, requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { messages } from "../features/lessons/messages.ts";
import { sayAnswer } from "../i18n/saying.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { describeTextLanguage, findSourceActivity, READ_SOURCE } from "../features/progress/text-language.ts";
import { HydrationMark } from "../ui/hydration-mark.tsx";
import { TextLanguageContext } from "../ui/text-language.tsx";

// A lesson is what people open most: it comes without the desks and forms of the other kinds.
const LabPage = await pageOnDemand(async () => (await import("../features/labs/lab-page.tsx")).LabPage);
const PlacementPart = await pageOnDemand(async () => (await import("../features/placement/placement-part.tsx")).PlacementPart);
const ProjectPage = await pageOnDemand(async () => (await import("../features/projects/project-page.tsx")).ProjectPage);
const TaskPage = await pageOnDemand(async () => (await import("../features/tasks/task-page.tsx")).TaskPage);
const QuizPage = await pageOnDemand(async () => (await import("../features/quizzes/quiz-page.tsx")).QuizPage);
const SurveyPage = await pageOnDemand(async () => (await import("../features/surveys/survey-page.tsx")).SurveyPage);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [{ title: data ? `${data.title} · ${data.place.course.title} · Rung` : `${createPageT(messages, matches)("notFound")} · Rung` }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { activity: translated, closed, ...visit } = await requireActivityApproach(context, request, params);
  const readsSource = new URL(request.url).searchParams.get(READ_SOURCE.name) === READ_SOURCE.value;
  const activity = (readsSource && findSourceActivity(deps.catalogSource.current(), translated)) || translated;
  if (activity.id !== `${params.moduleId}/${params.activityId}`) throw redirect(buildActivityPath(activity), 301);
  const entered = await enterActivity(deps, visit, translated);
  const place = { ...entered, textLanguage: describeTextLanguage({ translated, readsSource, path: entered.path, locale: context.locale }) };
  const { title } = activity;
  const description = activity.summary;
  if (closed) {
    const { kind, summary, minutes } = activity;
    return data({ kind: "closed" as const, title, place, closed: { kind, title, summary, minutes, gates: closed } }, { status: 403 });
  }
  switch (activity.kind) {
    case "lesson": {
      context.allowOfflineReading();
      const lesson = await openLesson(deps, visit, activity, { playOnce: new URL(request.url).searchParams.get("play") === "once" });
      if (lesson.video?.source.kind === "embed" && lesson.video.source.isAllowed) context.allowFrame(lesson.video.source.host);
      return { kind: "lesson" as const, title, description, place, lesson };
    }
    case "lab":
      context.allowOfflineReading();
      return { kind: "lab" as const, title, description, place, lab: await openLab(deps, visit, activity) };
    case "project":
      return { kind: "project" as const, title, place, project: await openProject(deps, visit, activity) };
    case "task":
      return { kind: "task" as const, title, place, task: await openTask(deps, visit, activity), said: findSaid(new URL(request.url).searchParams.get("said")) };
    case "quiz":
      return {
        kind: "quiz" as const, title, place,
        quiz: await openQuiz(deps, visit, activity, readQuizLook(request.url)),
        placement: visit.enrollment && (await openPlacement(deps, { userId: visit.user.id, course: visit.course, quiz: activity })),
      };
    case "survey":
      return { kind: "survey" as const, title, place, survey: await openSurvey(deps, visit, activity) };
  }
}

/** What forms post without scripts, by the kind of the activity and the form's `intent`. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity, user, enrollment } = await requireActivityVisit(context, request, params);
  switch (activity.kind) {
    case "lab": {
      const answer = await answerLabForm(context.deps, { userId: user.id, lab: activity, signal: request.signal, ...(await requireLabForm(request, context.locale)) });
      if (answer.kind === "submitted") throw redirect(`/submissions/${answer.submissionId}`, 303);
      return data({ of: "lab" as const, answer: sayAnswer(labSayings, context.locale, answer) }, { status: statusOfLabAnswer(answer) });
    }
    case "project": {
      const answer = await answerProjectForm(context.deps, { userId: user.id, isEnrolled: enrollment !== null, project: activity, path: buildActivityPath(activity), request, locale: context.locale });
      if (answer.kind === "go") throw redirect(answer.to, 303);
      return data({ of: "project" as const, answer }, { status: statusOfProjectAnswer(answer) });
    }
    case "quiz":
      if (!enrollment) throw notFound();
      throw redirect(await answerQuizForm(context.deps, { userId: user.id, quiz: activity, request }), 303);
    case "survey": {
      if (!enrollment) throw notFound();
      const refused = await sendSurvey(context.deps, { userId: user.id, survey: activity, form: await request.formData().catch(() => new FormData()) });
      if (!refused) throw redirect(buildActivityPath(activity), 303);
      return data({ of: "survey" as const, refused }, { status: 400 });
    }
    default:
      throw notFound();
  }
}

export default function ActivityPage() {
  const page = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>();
  useActiveTime(nameActor(`${page.place.path}/beat`, page.place.person), page.place.isEnrolled && page.kind !== "closed");
  return (
    <TextLanguageContext.Provider value={page.place.textLanguage}>
      <PersonContext.Provider value={page.place.person}>
        {/* Another person's page is another page: nothing that was typed for one is sent or kept for the other. */}
        <Suspense key={page.place.person}><PageOfKind page={page} posted={posted} /><HydrationMark /></Suspense>
      </PersonContext.Provider>
    </TextLanguageContext.Provider>
  );
}

type PageOfKindProps = { page: ReturnType<typeof useLoaderData<typeof loader>>; posted: ReturnType<typeof useActionData<typeof action>> };

function PageOfKind({ page, posted }: PageOfKindProps) {
  switch (page.kind) {
    case "closed":
      return <ClosedPage place={page.place} closed={page.closed} />;
    case "lesson":
      return <LessonPage place={page.place} lesson={page.lesson} />;
    case "lab":
      return <LabPage key={page.lab.path} place={page.place} lab={page.lab} answer={posted?.of === "lab" ? posted.answer : undefined} />;
    case "task":
      return <TaskPage key={page.task.path} place={page.place} task={page.task} said={page.said} />;
    case "project":
      return <ProjectPage key={page.project.path} place={page.place} project={page.project} answer={posted?.of === "project" ? posted.answer : undefined} />;
    case "quiz":
      return (
        <QuizPage key={page.quiz.path} place={page.place} quiz={page.quiz}>
          {page.placement && <PlacementPart placement={page.placement} next={{ title: page.place.course.title, path: `/courses/${page.place.course.id}` }} />}
        </QuizPage>
      );
    case "survey":
      return <SurveyPage key={page.survey.path} place={page.place} survey={page.survey} refused={posted?.of === "survey" ? posted.refused : null} />;
  }
}
