import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CourseTiles } from "../features/courses/course-tile.tsx";
import { LabPicture } from "../features/courses/lab-picture.tsx";
import { listCourses } from "../features/courses/list-courses.server.ts";
import { Ladder, type RungState } from "../ui/ladder.tsx";

export const meta: MetaFunction = () => [
  { title: "Rung: learn to program, one rung at a time" },
  { name: "description", content: "Courses to read and labs to solve at your own pace. Your code is tested as you write it, and your place is kept." },
];

export async function loader({ context }: LoaderFunctionArgs) {
  if (context.user) throw redirect("/today");
  return { courses: await listCourses(context.deps, { userId: null }) };
}

const STEPS: { state: RungState; title: string; text: string }[] = [
  { state: "ahead", title: "Read a little", text: "A lesson explains one idea, with examples you can try. Ten minutes is enough for one." },
  { state: "begun", title: "Try it at once", text: "A lab gives you files and tests. Run them as often as you like: each says what it expected and what it got." },
  { state: "done", title: "Keep the rung", text: "What you finish is filled, what you began is half. Come back in a day or a month, and start where you stopped." },
];

export default function WelcomePage() {
  const { courses } = useLoaderData<typeof loader>();
  return (
    <div className="page welcome">
      <section className="welcome-top" aria-labelledby="welcome">
        <div className="welcome-words">
          <Ladder groups={[["done", "done", "done", "begun", "ahead", "ahead", "ahead", "ahead"]]} label="A ladder with three rungs done and one begun" />
          <h1 id="welcome">Learn to program, one rung at a time</h1>
          <p className="lead">Courses to read and labs to solve at your own pace: before a shift, after one, on the train. Your code is tested as you write it, and your place is kept.</p>
          <p className="welcome-acts">
            <Link className="button primary" to="/sign-up">Make an account</Link>
            <Link className="button" to="/courses">See the courses</Link>
          </p>
        </div>
        <LabPicture />
      </section>
      <section aria-labelledby="how" className="stack">
        <h2 id="how">How it goes</h2>
        <ol className="welcome-steps">
          {STEPS.map(({ state, title, text }) => (
            <li key={title}>
              <Ladder groups={[[state]]} label="" />
              <h3>{title}</h3>
              <p className="muted">{text}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="courses" className="stack">
        <h2 id="courses">Courses</h2>
        <CourseTiles courses={courses} headingLevel={3} />
      </section>
    </div>
  );
}
