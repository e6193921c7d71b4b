import { Form, Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { When } from "../../ui/when.tsx";
import { CourseTabs } from "../questions/course-tabs.tsx";
import { showInvisible } from "../reviews/show-invisible.ts";
import { messages } from "./messages.ts";
import type { ReportLine, ReportsView } from "./open-reports.server.ts";
import { REPORT_STATES } from "./report-forms.ts";

/** Reports of problems of a course, by what became of them. */
export function ReportsPage({ view }: { view: ReportsView }) {
  const t = useMessages(messages);
  const { course, state, counts, reports, now } = view;
  return (
    <div className="page reading questions">
      <header className="stack">
        <p className="small"><Link to="/questions">← {t("all")}</Link></p>
        <h1>{t("listTitle", { course: course.title })}</h1>
        <CourseTabs courseId={course.id} />
      </header>
      <nav className="state-filter" aria-label={t("title")}>
        {REPORT_STATES.map((one) => <Link key={one} className="button small" to={`?state=${one}`} aria-current={one === state ? "true" : undefined}>{t(one)} <span className="muted">{counts[one]}</span></Link>)}
      </nav>
      {reports.length === 0 ? <p className="muted">{t("none")}</p> : <ul className="question-list">{reports.map((report) => <Report key={report.id} report={report} state={state} now={now} />)}</ul>}
    </div>
  );
}

const ACTS = { open: [["fixed", "markFixed"], ["declined", "markDeclined"]], fixed: [["open", "markOpen"]], declined: [["open", "markOpen"]] } as const;

function Report({ report: { id, kind, words, reporterName, createdAt, activityTitle, path, hasChanged }, state, now }: { report: ReportLine; state: ReportsView["state"]; now: Date }) {
  const t = useMessages(messages);
  return (
    <li className="question-item">
      <p className="question-facts"><b className="tag">{t(kind)}</b> {path ? <Link to={path}>{activityTitle}</Link> : activityTitle} {hasChanged && <span className="tag good">{t("changed")}</span>}</p>
      {words !== "" && <p className="said-words">{showInvisible(words)}</p>}
      <div className="question-facts small muted">
        <bdi>{showInvisible(reporterName)}</bdi> <When at={createdAt} now={now} />
        <Form method="post" className="report-acts" preventScrollReset>
          <input type="hidden" name="id" value={id} />
          {ACTS[state].map(([next, label]) => <button key={next} className="button small" name="state" value={next} aria-label={t("ofActivity", { action: t(label), title: activityTitle })}>{t(label)}</button>)}
        </Form>
      </div>
    </li>
  );
}
