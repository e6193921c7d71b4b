import { Link } from "@remix-run/react";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { describeRungs, Ladder } from "../../ui/ladder.tsx";
import type { CourseCard } from "./course-card.ts";
import { CourseFacts } from "./course-facts.tsx";

type HeadingLevel = 2 | 3;

/** One course in a list; the whole tile leads to its page. */
export function CourseTile({ course, headingLevel = 2 }: { course: CourseCard; headingLevel?: HeadingLevel }) {
  const { id, title, summary, progress, counts } = course;
  const Heading = `h${headingLevel}` as const;
  const ahead = Array.from({ length: Object.values(counts).reduce((sum, count) => sum + count, 0) }, () => "ahead" as const);
  return (
    <article className="sheet course-tile">
      <Heading className="h3"><Link className="tile-link" to={`/courses/${id}`} prefetch="intent">{title}</Link></Heading>
      <p>{summary}</p>
      <CourseFacts course={course} />
      {progress ? (
        <div className="course-tile-foot">
          <Ladder groups={progress.groups} label={describeRungs(progress.groups)} />
          <p className="row small muted">
            <span>{progress.isDone ? "All done" : `${progress.done} of ${progress.total} done`}</span>
            <span>{formatMinutes(progress.minutesDone)} of {formatMinutes(progress.minutesTotal)}</span>
          </p>
        </div>
      ) : (
        <div className="course-tile-foot">
          <Ladder groups={[ahead]} label={`${ahead.length} activities`} />
        </div>
      )}
    </article>
  );
}

/** Courses beside each other, or a sentence when there are none. */
export function CourseTiles({ courses, headingLevel }: { courses: readonly CourseCard[]; headingLevel?: HeadingLevel }) {
  if (courses.length === 0) {
    return (
      <div className="sheet empty-state">
        <p><b>No course is open yet.</b></p>
        <p className="muted">As soon as an instructor publishes one, it stands here.</p>
      </div>
    );
  }
  return (
    <ul className="course-tiles">
      {courses.map((course) => <li key={course.id}><CourseTile course={course} headingLevel={headingLevel} /></li>)}
    </ul>
  );
}
