import { Link } from "@remix-run/react";
import { CircleCheck, PenLine, TriangleAlert } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import type { TaughtCourse } from "./list-taught-courses.server.ts";
import { messages } from "./messages.ts";

/** The courses of an author, with what waits in each. */
export function TaughtCourses({ courses }: { courses: readonly TaughtCourse[] }) {
  const t = useMessages(messages);
  if (courses.length === 0) return <p className="sheet empty-state muted">{t.rich("noCourses", { code: (words) => <code key={String(words)}>{words}</code> })}</p>;
  return (
    <ul className="list teach-courses">
      {courses.map((course) => (
        <li key={course.id} className="sheet teach-course">
          <div className="teach-course-text">
            <h2 className="h3"><Link className="tile-link" to={`/teach/${course.id}`}>{course.title}</Link> {!course.isPublished && <span className="tag attention">{t("notOpen")}</span>}</h2>
            {course.summary && <p className="muted">{course.summary}</p>}
          </div>
          <ul className="teach-facts small">
            <li className="muted">{t("modulesAndActivities", { modules: course.modules, activities: course.activities + course.brokenActivities })}</li>
            <li className={course.problems > 0 ? "teach-bad" : "teach-good"}>
              {course.problems > 0 ? <TriangleAlert size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
              {t("problems", { count: course.problems })}
              {course.brokenActivities > 0 && t("hiddenActivities", { count: course.brokenActivities })}
            </li>
            {course.changedFiles > 0 && <li className="teach-changed"><PenLine size={16} aria-hidden /> {t("filesNotPublished", { count: course.changedFiles })}</li>}
          </ul>
        </li>
      ))}
    </ul>
  );
}
