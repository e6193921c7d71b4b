import { Link } from "@remix-run/react";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { describeRungs, Ladder } from "../../ui/ladder.tsx";
import type { CourseCard } from "./course-card.ts";
import { CourseFacts } from "./course-facts.tsx";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

type HeadingLevel = 2 | 3;

/** One course in a list; the whole tile leads to its page. */
export function CourseTile({ course, headingLevel = 2 }: { course: CourseCard; headingLevel?: HeadingLevel }) {
  const t = useMessages(messages);
  const locale = useLocale();
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
          <Ladder groups={progress.groups} label={describeRungs(progress.groups, locale)} />
          <p className="row small muted">
            <span>{progress.isDone ? t("allDone") : t("doneOf", { done: String(progress.done), total: String(progress.total) })}</span>
            <span>{t("timeOf", { done: formatMinutes(progress.minutesDone), total: formatMinutes(progress.minutesTotal) })}</span>
          </p>
        </div>
      ) : (
        <div className="course-tile-foot">
          <Ladder groups={[ahead]} label={t("activities", { count: String(ahead.length) })} />
        </div>
      )}
    </article>
  );
}

/** Courses beside each other, or a sentence when there are none. */
export function CourseTiles({ courses, headingLevel }: { courses: readonly CourseCard[]; headingLevel?: HeadingLevel }) {
  const t = useMessages(messages);
  if (courses.length === 0) {
    return (
      <div className="sheet empty-state">
        <p><b>{t("noneTitle")}</b></p>
        <p className="muted">{t("noneHelp")}</p>
      </div>
    );
  }
  return (
    <ul className="course-tiles">
      {courses.map((course) => <li key={course.id}><CourseTile course={course} headingLevel={headingLevel} /></li>)}
    </ul>
  );
}
