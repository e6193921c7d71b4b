import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LessonPage } from "../features/lessons/lesson-page.tsx";
import { openLesson } from "../features/lessons/open-lesson.server.ts";
import { buildActivityPath } from "../features/progress/activity-path.ts";
import { enterActivity } from "../features/progress/enter-activity.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · ${data.place.course.title} · Rung` : "Not found · Rung" }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { activity, ...visit } = await requireActivityVisit(context, request, params);
  if (activity.id !== `${params.moduleId}/${params.activityId}`) throw redirect(buildActivityPath(activity), 301);
  const place = await enterActivity(deps, visit, activity);
  const { title } = activity;
  switch (activity.kind) {
    case "lesson":
      return { kind: "lesson" as const, title, place, lesson: await openLesson(deps, visit, activity) };
    default:
      throw notFound();
  }
}

/** What forms post without scripts, by the kind of the activity and the form's `intent`. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  switch (activity.kind) {
    default:
      throw notFound();
  }
}

export default function ActivityPage() {
  const page = useLoaderData<typeof loader>();
  switch (page.kind) {
    case "lesson":
      return <LessonPage place={page.place} lesson={page.lesson} />;
  }
}
