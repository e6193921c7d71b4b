import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CourseTiles } from "../features/courses/course-tile.tsx";
import { listCourses } from "../features/courses/list-courses.server.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { messages } from "../features/courses/messages.ts";
import { messages as roleMessages } from "../features/roles/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";

export const meta: MetaFunction = ({ matches }) => {
  const t = createPageT(messages, matches);
  return [{ title: `${t("title")} · Rung` }, { name: "description", content: t("description") }];
};

export async function loader({ context }: LoaderFunctionArgs) {
  return { courses: await listCourses(context.deps, { userId: context.user?.id ?? null }), hasRoles: context.deps.catalog.frameworks.length > 0 };
}

export default function CoursesPage() {
  const t = useMessages(messages);
  const tRoles = useMessages(roleMessages);
  const { courses, hasRoles } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <header className="stack page-head">
        <h1>{t("title")}</h1>
        <p className="muted">{t("lead")}</p>
      </header>
      <CourseTiles courses={courses} />
      {hasRoles && <p className="page-foot"><Link to="/roles" prefetch="intent">{tRoles("lookAtRoles")}</Link></p>}
    </div>
  );
}
