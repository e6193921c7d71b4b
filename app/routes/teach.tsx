import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTaughtCourses } from "../features/authoring/list-taught-courses.server.ts";
import { messages } from "../features/authoring/messages.ts";
import { TaughtCourses } from "../features/authoring/taught-courses.tsx";
import { createPageT } from "../i18n/find-page-locale.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("teach")} · Rung` }];

/** For those who teach something; for everybody else the page does not exist. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const courses = await listTaughtCourses(context.deps, user);
  if (courses.length === 0 && !user.isAdministrator) throw notFound();
  return { courses };
}

export default function TeachPage() {
  const t = useMessages(messages);
  const { courses } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <header className="stack page-head">
        <h1>{t("teach")}</h1>
        <p className="muted">{t("teachIntro")}</p>
      </header>
      <TaughtCourses courses={courses} />
    </div>
  );
}
