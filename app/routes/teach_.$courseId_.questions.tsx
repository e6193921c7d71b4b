import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InboxPage } from "../features/questions/inbox-page.tsx";
import { openInbox } from "../features/questions/open-inbox.server.ts";
import { requireCourseStaff } from "../web/require-course-staff.server.ts";
import { messages } from "../features/questions/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: data ? `${data.inbox.course.title} · ${t("title")} · Rung` : `${t("title")} · Rung` }];
};

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { course } = await requireCourseStaff(context, request, params.courseId);
  return { inbox: await openInbox(context.deps, { course, asked: new URL(request.url).searchParams.get("state") }) };
}

export default function InboxRoute() {
  const { inbox } = useLoaderData<typeof loader>();
  return <InboxPage inbox={inbox} />;
}
