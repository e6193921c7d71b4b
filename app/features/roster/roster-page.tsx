import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Crumbs } from "../../ui/crumbs.tsx";
import { When } from "../../ui/when.tsx";
import { messages } from "./messages.ts";
import type { RosterView } from "./view-roster.server.ts";

/** Who is in a course and how far they are. */
export function RosterPage({ courseId, isFirst, view: { courseTitle, now, total, rows, nextCursor } }: { courseId: string; isFirst: boolean; view: RosterView }) {
  const t = useMessages(messages);
  return (
    <div className="page">
      <Crumbs trail={[{ label: courseTitle, to: `/teach/${courseId}` }]} />
      <h1>{t("title")}</h1>
      {rows.length === 0 ? (
        <div className="sheet empty-state">
          <h2 className="h3">{t("nobody")}</h2>
          <p className="muted">{t("nobodyHelp")}</p>
        </div>
      ) : (
        <div className="sheet table-scroll" tabIndex={0} role="region" aria-label={t("title")}>
          <table className="data">
            <thead><tr><th scope="col">{t("name")}</th><th scope="col">{t("finished")}</th><th scope="col">{t("lastActive")}</th><th scope="col">{t("joined")}</th></tr></thead>
            <tbody>
              {rows.map(({ id, name, email, finished, lastActiveAt, enrolledAt }) => (
                <tr key={id}>
                  <th scope="row"><bdi>{name}</bdi><span className="small muted block"><bdi>{email}</bdi></span></th>
                  <td>{t("of", { finished, total })}</td>
                  <td>{lastActiveAt ? <When at={lastActiveAt} now={now} /> : t("notYet")}</td>
                  <td><When at={enrolledAt} now={now} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="row">
        {!isFirst && <Link className="button quiet" to={`/teach/${courseId}/learners`}>{t("first")}</Link>}
        {nextCursor && <Link className="button" to={`/teach/${courseId}/learners?after=${encodeURIComponent(nextCursor)}`}>{t("older")}</Link>}
      </p>
    </div>
  );
}
