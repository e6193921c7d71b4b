import { formatMinutes } from "../../ui/format-minutes.ts";
import { describeRungs, Ladder } from "../../ui/ladder.tsx";
import { CertificateButton } from "../certificates/certificate-button.tsx";
import { WhyTally } from "../progress/why.tsx";
import type { TodayCourse } from "./open-today.server.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { Link } from "../../ui/link.tsx";

/** Every course somebody is in, each with its ladder. */
export function YourCourses({ courses }: { courses: readonly TodayCourse[] }) {
  const t = useMessages(messages);
  return (
    <section className="sheet" aria-labelledby="your-courses">
      <div className="panel-part row">
        <h2 id="your-courses">{t("yourCourses")}</h2>
        <Link className="small" to="/courses">{t("findAnother")}</Link>
      </div>
      {courses.map((course) => <CourseLine key={course.id} course={course} />)}
    </section>
  );
}

function CourseLine({ course }: { course: TodayCourse }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { id, title, progress, next } = course;
  if (!progress) return null;
  return (
    <article className="panel-part" aria-labelledby={`course-${id}`}>
      <div className="row">
        <h3 id={`course-${id}`}><Link className="plain-link" to={`/courses/${id}`}>{title}</Link></h3>
        <span className="small muted">{t("timeOf", { done: formatMinutes(progress.minutesDone), total: formatMinutes(progress.minutesTotal) })}</span>
      </div>
      <Ladder groups={progress.groups} label={describeRungs(progress.groups, locale)} />
      <div className="row small muted">
        <span>{t("doneOf", { done: String(progress.done), total: String(progress.total) })}</span>
        {next ? <span>{t.rich("nextIs", { title: next.title, way: (words) => <Link key="way" to={next.path}>{words}</Link> })}</span> : <span>{t(progress.isDone ? "allIsDone" : "nothingLeft")}</span>}
      </div>
      {progress.isDone && <CertificateButton course={course} isSmall />}
      <WhyTally of="course" explanation={course.why} courseId={id} />
    </article>
  );
}
