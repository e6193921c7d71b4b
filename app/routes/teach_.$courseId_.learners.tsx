import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { messages } from "../features/roster/messages.ts";
import { RosterPage } from "../features/roster/roster-page.tsx";
import { viewRoster } from "../features/roster/view-roster.server.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

export const meta: MetaFunction<typeof loader> = ({ matches }) => [{ title: `${createPageT(messages, matches)("title")} · Rung` }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { course } = await requireTeaching(context, request, params.courseId);
  const cursor = new URL(request.url).searchParams.get("after");
  return { courseId: course.id, isFirst: cursor === null, view: await viewRoster(context.deps, { course, cursor }) };
}

export default function RosterRoute() {
  const { courseId, isFirst, view } = useLoaderData<typeof loader>();
  return <RosterPage courseId={courseId} isFirst={isFirst} view={view} />;
}
