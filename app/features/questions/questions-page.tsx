import { Link } from "@remix-run/react";
import { useMessages } from "../../i18n/use-messages.ts";
import type { QuestionsView } from "./list-questions.server.ts";
import { messages } from "./messages.ts";
import { QuestionList } from "./question-list.tsx";

/** Somebody's own questions, and the courses in which they answer. */
export function QuestionsPage({ view }: { view: QuestionsView }) {
  const t = useMessages(messages);
  const { own, answers, now } = view;
  return (
    <div className="page reading questions">
      <header className="stack">
        <h1>{t("title")}</h1>
        <p className="muted">{t("lead")}</p>
      </header>
      {answers.length > 0 && (
        <section className="sheet panel-part" aria-labelledby="answering">
          <h2 className="h3" id="answering">{t("answering")}</h2>
          <ul className="question-courses">
            {answers.map(({ courseId, title, open, reports }) => (
              <li key={courseId}>
                <span>{title}</span>
                <span className="small"><Link to={`/teach/${courseId}/questions`}>{t("openCount", { count: open })}</Link> · <Link to={`/teach/${courseId}/reports`}>{t("reportCount", { count: reports })}</Link></span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack" aria-labelledby="own">
        <h2 className="h3" id="own">{t("yours")}</h2>
        {own.length === 0 ? <p className="muted">{t("none")}</p> : <QuestionList questions={own} now={now} />}
      </section>
    </div>
  );
}
