import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CourseTiles } from "../features/courses/course-tile.tsx";
import { LabPicture } from "../features/courses/lab-picture.tsx";
import { listCourses } from "../features/courses/list-courses.server.ts";
import { Ladder, type RungState } from "../ui/ladder.tsx";
import { useMessages } from "../i18n/use-messages.ts";
import { welcomeMessages } from "../features/courses/welcome-messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";

export const meta: MetaFunction = ({ matches }) => {
  const t = createPageT(welcomeMessages, matches);
  return [{ title: t("pageTitle") }, { name: "description", content: t("description") }];
};

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.user) throw redirect("/today");
  return { courses: await listCourses(context.deps, { userId: null }) };
}

const STEPS = ["ahead", "begun", "done"] as const satisfies RungState[];

export default function WelcomePage() {
  const t = useMessages(welcomeMessages);
  const { courses } = useLoaderData<typeof loader>();
  return (
    <div className="page welcome">
      <section className="welcome-top" aria-labelledby="welcome">
        <div className="welcome-words">
          <Ladder groups={[["done", "done", "done", "begun", "ahead", "ahead", "ahead", "ahead"]]} label={t("ladder")} />
          <h1 id="welcome">{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
          <p className="welcome-acts">
            <Link className="button primary" to="/sign-up">{t("signUp")}</Link>
            <Link className="button" to="/courses">{t("seeCourses")}</Link>
          </p>
        </div>
        <LabPicture />
      </section>
      <section aria-labelledby="how" className="stack">
        <h2 id="how">{t("how")}</h2>
        <ol className="welcome-steps">
          {STEPS.map((state) => (
            <li key={state}>
              <Ladder groups={[[state]]} label="" />
              <h3>{t(`step-${state}`)}</h3>
              <p className="muted">{t(`text-${state}`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="courses" className="stack">
        <h2 id="courses">{t("courses")}</h2>
        <CourseTiles courses={courses} headingLevel={3} />
      </section>
    </div>
  );
}
