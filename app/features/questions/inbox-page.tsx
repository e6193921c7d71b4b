import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import { CourseTabs } from "./course-tabs.tsx";
import { messages } from "./messages.ts";
import type { InboxView } from "./open-inbox.server.ts";
import { QuestionList } from "./question-list.tsx";

const STATES = [["open", "stateOpen"], ["answered", "stateAnswered"], ["resolved", "stateResolved"]] as const;

/** The questions of a course, by where they stand. */
export function InboxPage({ inbox }: { inbox: InboxView }) {
  const t = useMessages(messages);
  const { course, state, counts, questions, now } = inbox;
  return (
    <div className="page reading questions">
      <header className="stack">
        <p className="small"><Link to="/questions">← {t("allQuestions")}</Link></p>
        <h1>{t("inboxTitle", { course: course.title })}</h1>
        <CourseTabs courseId={course.id} />
      </header>
      <nav className="state-filter" aria-label={t("questionsTab")}>
        {STATES.map(([one, label]) => (
          <Link key={one} className="button small" to={`?state=${one}`} aria-current={one === state ? "true" : undefined}>{t(label)} <span className="muted">{counts[one]}</span></Link>
        ))}
      </nav>
      {questions.length === 0 ? <p className="muted">{t("inboxNone")}</p> : <QuestionList questions={questions} now={now} />}
    </div>
  );
}
