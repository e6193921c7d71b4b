import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTaughtCourses } from "../features/authoring/list-taught-courses.server.ts";
import { TaughtCourses } from "../features/authoring/taught-courses.tsx";
import { notFound, requireUser } from "../web/require-user.server.ts";

export const meta: MetaFunction = () => [{ title: "Teach · Rung" }];

/** For those who teach something; for everybody else the page does not exist. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const courses = await listTaughtCourses(context.deps, user);
  if (courses.length === 0 && !user.isAdministrator) throw notFound();
  return { courses };
}

export default function TeachPage() {
  const { courses } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <header className="stack page-head">
        <h1>Teach</h1>
        <p className="muted">The courses that you can change. What you write is yours alone until you publish it.</p>
      </header>
      <TaughtCourses courses={courses} />
    </div>
  );
}
