import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CourseTiles } from "../features/courses/course-tile.tsx";
import { listCourses } from "../features/courses/list-courses.server.ts";

export const meta: MetaFunction = () => [{ title: "Courses · Rung" }, { name: "description", content: "All courses on this site: what they teach and how long they take." }];

export async function loader({ context }: LoaderFunctionArgs) {
  return { courses: await listCourses(context.deps, { userId: context.user?.id ?? null }) };
}

export default function CoursesPage() {
  const { courses } = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <header className="stack page-head">
        <h1>Courses</h1>
        <p className="muted">Each at your own pace, in lessons to read and labs to solve. Nothing is timed.</p>
      </header>
      <CourseTiles courses={courses} />
    </div>
  );
}
