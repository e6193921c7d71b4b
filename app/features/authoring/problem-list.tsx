import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { buildEditorAddress } from "./file-address.ts";
import { messages } from "./messages.ts";
import type { ProblemView } from "./open-taught-course.server.ts";

/** Every problem that the check found, each with the way to its line. */
export function ProblemList({ courseId, problems }: { courseId: string; problems: readonly ProblemView[] }) {
  const t = useMessages(messages);
  return (
    <section className="sheet teach-problems" aria-labelledby="problems">
      <h2 className="h3 panel-part" id="problems">{t("problems", { count: problems.length })}</h2>
      {problems.length === 0 ? <p className="panel-part muted small">{t("noProblems")}</p> : <Problems courseId={courseId} problems={problems} />}
    </section>
  );
}

/** The list alone. */
export function Problems({ courseId, problems }: { courseId: string; problems: readonly ProblemView[] }) {
  const t = useMessages(messages);
  return (
    <ul className="list teach-problem-list">
      {problems.map(({ path, canOpen, line, field, message, fix }, index) => {
        const place = line === null ? path : t("placeWithLine", { path, line: String(line) });
        return (
          <li key={index}>
            <p className="teach-problem-place small">{canOpen ? <Link to={buildEditorAddress(courseId, path, line)}><bdi>{place}</bdi></Link> : <bdi>{place}</bdi>}{field && !message.includes(`\`${field}\``) && <code>{field}</code>}</p>
            {/* The check says the same here as on the command line. */}
            <p lang="en"><Marked text={message} /></p>
            <p className="muted small" lang="en"><Marked text={fix} /></p>
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
