import { Form, Link } from "@remix-run/react";
import { Eye, Send } from "lucide-react";
import { QuestionsLink } from "../questions/questions-link.tsx";
import { RosterLink } from "../roster/roster-link.tsx";
import { SignOffsLink } from "../tasks/sign-offs-link.tsx";
import { buildEditorAddress, countWords } from "./file-address.ts";
import type { TaughtCourseView } from "./open-taught-course.server.ts";

/** The course's name, and what waits to be published. */
export function TaughtCourseHead({ course }: { course: TaughtCourseView }) {
  return (
    <header className="sheet teach-head">
      <div className="teach-head-text">
        <h1>{course.title}</h1>
        <p className="muted small teach-head-links">
          <Link to={buildEditorAddress(course.id, "course.md")}>Edit its page</Link>
          <Link to={`/courses/${course.id}`}><Eye size={16} aria-hidden /> As learners see it</Link>
          <RosterLink courseId={course.id} />
          <QuestionsLink courseId={course.id} />
          <SignOffsLink courseId={course.id} waiting={course.waitingSignOffs} />
          {!course.isPublished && <span className="tag attention">not open to learners</span>}
        </p>
      </div>
      <div className="teach-head-act">
        {course.changedFiles > 0 ? (
          <>
            <Link className="button primary" to={`/teach/${course.id}/publish`}><Send size={17} aria-hidden /> Review and publish</Link>
            <p className="small muted">{countWords(course.changedFiles, "file")} with unpublished changes</p>
            <details className="teach-discard small">
              <summary>Discard them…</summary>
              <Form method="post" className="stack">
                <p>All your unpublished changes of this course are lost. This can't be undone.</p>
                <button className="button danger small" name="intent" value="discard-all">Discard {countWords(course.changedFiles, "changed file")}</button>
              </Form>
            </details>
          </>
        ) : (
          <p className="small muted">Everything is published.</p>
        )}
      </div>
      {course.otherAuthors.length > 0 && (
        <p className="small muted teach-others">
          Also changing this course: {course.otherAuthors.map(({ name, files }) => `${name} (${countWords(files, "file")})`).join(", ")}. If both of you change one file, publishing shows both.
        </p>
      )}
    </header>
  );
}
