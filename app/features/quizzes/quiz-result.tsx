import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { formatScore } from "./format-score.ts";
import { messages } from "./messages.ts";
import { QuestionResult } from "./question-result.tsx";
import type { QuizView, ResultView } from "./quiz-view.ts";

/** What came of one attempt: the whole first, then each question. */
export function QuizResult({ quiz, result }: { quiz: QuizView; result: ResultView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const next = result.areAnswersShown ? (quiz.hasPassed ? t("passedNext") : t("usedUp")) : t("tryNext", { limited: quiz.attemptsAllowed === null ? "no" : "yes" });
  return (
    <section className="stack quiz-result" aria-labelledby="result">
      <div className={`sheet quiz-verdict ${result.passed ? "passed" : ""}`}>
        <h2 id="result" className="h3" tabIndex={-1}>{t("resultTitle", { number: String(result.number) })}</h2>
        <p role="status" className="quiz-score"><b>{result.passed ? t("passed") : t("notPassed")}</b> <span>{t("scoreLine", { score: formatScore(result.score, locale), pass: formatScore(quiz.pass, locale) })}</span></p>
        <p className="muted">{next}</p>
      </div>
      {result.questions.map((question) => <QuestionResult key={question.id} question={question} />)}
    </section>
  );
}
