import { Form, Link } from "@remix-run/react";
import { Eye, Send } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { QuestionsLink } from "../questions/questions-link.tsx";
import { RosterLink } from "../roster/roster-link.tsx";
import { SignOffsLink } from "../tasks/sign-offs-link.tsx";
import { buildEditorAddress } from "./file-address.ts";
import { messages } from "./messages.ts";
import type { TaughtCourseView } from "./open-taught-course.server.ts";

/** The course's name, and what waits to be published. */
export function TaughtCourseHead({ course }: { course: TaughtCourseView }) {
  const t = useMessages(messages);
  return (
    <header className="sheet teach-head">
      <div className="teach-head-text">
        <h1>{course.title}</h1>
        <p className="muted small teach-head-links">
          <Link to={buildEditorAddress(course.id, "course.md")}>{t("editPage")}</Link>
          <Link to={`/courses/${course.id}`}><Eye size={16} aria-hidden /> {t("asLearners")}</Link>
          <RosterLink courseId={course.id} />
          <QuestionsLink courseId={course.id} />
          <SignOffsLink courseId={course.id} waiting={course.waitingSignOffs} />
          {!course.isPublished && <span className="tag attention">{t("notOpen")}</span>}
        </p>
      </div>
      <div className="teach-head-act">
        {course.changedFiles > 0 ? (
          <>
            <Link className="button primary" to={`/teach/${course.id}/publish`}><Send size={17} aria-hidden /> {t("reviewAndPublish")}</Link>
            <p className="small muted">{t("unpublished", { count: course.changedFiles })}</p>
            <details className="teach-discard small">
              <summary>{t("discardAsk")}</summary>
              <Form method="post" className="stack">
                <p>{t("discardWarning")}</p>
                <button className="button danger small" name="intent" value="discard-all">{t("discardAll", { count: course.changedFiles })}</button>
              </Form>
            </details>
          </>
        ) : (
          <p className="small muted">{t("allPublished")}</p>
        )}
      </div>
      {course.otherAuthors.length > 0 && (
        <p className="small muted teach-others">
          {t("otherAuthors", { authors: course.otherAuthors.map(({ name, files }) => t("authorFiles", { name, count: files })).join(", ") })}
        </p>
      )}
    </header>
  );
}
