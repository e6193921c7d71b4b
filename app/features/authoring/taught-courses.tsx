import { Link } from "@remix-run/react";
import { CircleCheck, PenLine, TriangleAlert } from "lucide-react";
import { countWords } from "./file-address.ts";
import type { TaughtCourse } from "./list-taught-courses.server.ts";

/** The courses of an author, with what waits in each. */
export function TaughtCourses({ courses }: { courses: readonly TaughtCourse[] }) {
  if (courses.length === 0) return <p className="sheet empty-state muted">There is no course in the content folder yet. A folder below <code>courses/</code> with a <code>course.md</code> makes one.</p>;
  return (
    <ul className="list teach-courses">
      {courses.map((course) => (
        <li key={course.id} className="sheet teach-course">
          <div className="teach-course-text">
            <h2 className="h3"><Link className="tile-link" to={`/teach/${course.id}`}>{course.title}</Link> {!course.isPublished && <span className="tag attention">not open to learners</span>}</h2>
            {course.summary && <p className="muted">{course.summary}</p>}
          </div>
          <ul className="teach-facts small">
            <li className="muted">{countWords(course.modules, "module")}, {countWords(course.activities + course.brokenActivities, "activity", "activities")}</li>
            <li className={course.problems > 0 ? "teach-bad" : "teach-good"}>
              {course.problems > 0 ? <TriangleAlert size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
              {course.problems > 0 ? countWords(course.problems, "problem") : "No problems"}
              {course.brokenActivities > 0 && `, ${countWords(course.brokenActivities, "activity", "activities")} hidden from learners`}
            </li>
            {course.changedFiles > 0 && <li className="teach-changed"><PenLine size={16} aria-hidden /> {countWords(course.changedFiles, "file")} not published</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}
