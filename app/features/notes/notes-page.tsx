import { Link } from "@remix-run/react";
import { BookmarkCheck, Download } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { KindMark } from "../courses/kind-mark.tsx";
import { messages } from "./messages.ts";
import type { NotedActivity, NotedCourse } from "./view-notes.server.ts";

/** All notes of a person, course by course. */
export function NotesPage({ courses }: { courses: readonly NotedCourse[] }) {
  const t = useMessages(messages);
  return (
    <div className="page reading">
      <div className="row">
        <h1>{t("title")}</h1>
        {courses.length > 0 && <a className="button small" href="/notes/export.md" download><Download size={16} aria-hidden /> {t("export")}</a>}
      </div>
      <p className="muted">{t("onlyYou")}</p>
      {courses.length === 0 && (
        <div className="sheet empty-state">
          <h2 className="h3">{t("nothing")}</h2>
          <p className="muted">{t("nothingHelp")}</p>
        </div>
      )}
      {courses.map((course) => (
        <section key={course.courseId} className="stack" aria-labelledby={`notes-of-${course.courseId}`}>
          <h2 className="h3" id={`notes-of-${course.courseId}`}>{course.title}</h2>
          {course.activities.map((activity) => <Noted key={activity.activityId} activity={activity} />)}
        </section>
      ))}
    </div>
  );
}

function Noted({ activity: { title, kind, path, isBookmarked, notes } }: { activity: NotedActivity }) {
  const t = useMessages(messages);
  return (
    <article className="sheet">
      <div className="panel-part row">
        <h3>{path ? <Link className="plain-link" to={path}>{title}</Link> : <>{title} <span className="small muted">{t("gone")}</span></>}</h3>
        <span className="row small muted">
          {isBookmarked && <span className="tag"><BookmarkCheck size={14} aria-hidden /> {t("bookmarked")}</span>}
          {kind && <KindMark kind={kind} />}
        </span>
      </div>
      {notes.length > 0 && (
        <ol className="note-list">
          {notes.map(({ id, quote, body }) => (
            <li key={id} className="note">
              {quote !== "" && <blockquote className="note-quote" dir="auto"><p>{quote}</p></blockquote>}
              {body !== "" && <p className="note-body" dir="auto">{body}</p>}
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}
