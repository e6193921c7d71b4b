import { Link } from "@remix-run/react";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { describeRungs, Ladder } from "../../ui/ladder.tsx";
import { WhyTally } from "../progress/why.tsx";
import type { TodayCourse } from "./open-today.server.ts";

/** Every course somebody is in, each with its ladder. */
export function YourCourses({ courses }: { courses: readonly TodayCourse[] }) {
  return (
    <section className="sheet" aria-labelledby="your-courses">
      <div className="panel-part row">
        <h2 id="your-courses">Your courses</h2>
        <Link className="small" to="/courses">Find another</Link>
      </div>
      {courses.map((course) => <CourseLine key={course.id} course={course} />)}
    </section>
  );
}

function CourseLine({ course }: { course: TodayCourse }) {
  const { id, title, progress, next } = course;
  if (!progress) return null;
  return (
    <article className="panel-part" aria-labelledby={`course-${id}`}>
      <div className="row">
        <h3 id={`course-${id}`}><Link className="plain-link" to={`/courses/${id}`}>{title}</Link></h3>
        <span className="small muted">{formatMinutes(progress.minutesDone)} of {formatMinutes(progress.minutesTotal)}</span>
      </div>
      <Ladder groups={progress.groups} label={describeRungs(progress.groups)} />
      <div className="row small muted">
        <span>{progress.done} of {progress.total} done</span>
        {next ? <span>Next: <Link to={next.path}>{next.title}</Link></span> : <span>{progress.isDone ? "All of it is done" : "Nothing is left to do"}</span>}
      </div>
      <WhyTally of="course" explanation={course.why} courseId={id} />
    </article>
  );
}
