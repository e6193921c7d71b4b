import { Link } from "@remix-run/react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import { messages } from "./messages.ts";
import type { SurveyQuestionResults, SurveyResultsView } from "./survey-view.ts";

/** What was answered to a survey, for instructors. */
export function SurveyResultsPage({ results }: { results: SurveyResultsView }) {
  const t = useMessages(messages);
  return (
    <>
      <header className="stack quiz-head">
        <h1>{t("resultsTitle", { title: results.title })}</h1>
        <p className="muted">{t("sent", { count: results.sent })} {results.anonymous && <span className="tag">{t("isAnonymous")}</span>} <Link to={results.path}>{t("asLearners")}</Link></p>
      </header>
      {results.heldBackBelow !== null && <Notice>{t("heldBack", { least: String(results.heldBackBelow) })}</Notice>}
      {results.questions.map((question) => <QuestionResults key={question.id} question={question} />)}
    </>
  );
}

function QuestionResults({ question: { id, title, answered, counts, mean, words } }: { question: SurveyQuestionResults }) {
  const t = useMessages(messages);
  const locale = useLocale();
  return (
    <section className="sheet question" aria-labelledby={`results-${id}`}>
      <header className="question-head">
        <h2 id={`results-${id}`} className="h3">{title}</h2>
        <p className="small muted">{t("answered", { count: answered })}{mean !== null && <> · {t("mean", { mean: new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(mean) })}</>}</p>
      </header>
      {counts.length > 0 && (
        <ul className="survey-bars">
          {counts.map(({ label, count }, index) => (
            <li key={index}>
              <span className="row"><bdi>{label}</bdi><span className="muted small">{count}</span></span>
              <meter min={0} max={Math.max(1, answered)} value={count} aria-label={t("countOf", { label, count: String(count), total: String(answered) })} />
            </li>
          ))}
        </ul>
      )}
      {words.length > 0 && (
        <ul className="survey-words">
          {words.map(({ text, name }, index) => <li key={index}><bdi>{text}</bdi>{name !== null && <span className="muted small block">{name}</span>}</li>)}
        </ul>
      )}
    </section>
  );
}
