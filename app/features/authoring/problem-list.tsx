import { Link } from "@remix-run/react";
import { buildEditorAddress, countWords } from "./file-address.ts";
import type { ProblemView } from "./open-taught-course.server.ts";

/** Every problem that the check found, each with the way to its line. */
export function ProblemList({ courseId, problems }: { courseId: string; problems: readonly ProblemView[] }) {
  return (
    <section className="sheet teach-problems" aria-labelledby="problems">
      <h2 className="h3 panel-part" id="problems">{problems.length === 0 ? "No problems" : countWords(problems.length, "problem")}</h2>
      {problems.length === 0 ? <p className="panel-part muted small">The check finds nothing wrong in this course, with your changes in it.</p> : <Problems courseId={courseId} problems={problems} />}
    </section>
  );
}

/** The list alone. */
export function Problems({ courseId, problems }: { courseId: string; problems: readonly ProblemView[] }) {
  return (
    <ul className="list teach-problem-list">
      {problems.map(({ path, canOpen, line, field, message, fix }, index) => {
        const place = `${path}${line === null ? "" : `, line ${line}`}`;
        return (
          <li key={index}>
            <p className="teach-problem-place small">{canOpen ? <Link to={buildEditorAddress(courseId, path, line)}><bdi>{place}</bdi></Link> : <bdi>{place}</bdi>}{field && !message.includes(`\`${field}\``) && <code>{field}</code>}</p>
            <p><Marked text={message} /></p>
            <p className="muted small"><Marked text={fix} /></p>
          </li>
        );
      })}
    </ul>
  );
}

/** What stands between backticks as code; everything else as it is. */
export function Marked({ text }: { text: string }) {
  return <>{text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : <span key={index}>{part}</span>))}</>;
}
