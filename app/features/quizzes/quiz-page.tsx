import { Form, Link, useLocation, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import { Prose } from "../../ui/prose.tsx";
import { useActAs } from "../accounts/use-act-as.ts";
import { useForgetKept } from "../drafts/use-forget-kept.ts";
import { ActivityBar } from "../progress/activity-bar.tsx";
import { ActivitySteps } from "../progress/activity-steps.tsx";
import type { ActivityPlace } from "../progress/enter-activity.server.ts";
import { AttemptForm } from "./attempt-form.tsx";
import { formatScore } from "./format-score.ts";
import { messages } from "./messages.ts";
import { QuestionFields } from "./question-fields.tsx";
import { QuizHistory } from "./quiz-history.tsx";
import { QuizResult } from "./quiz-result.tsx";
import type { QuizView } from "./quiz-view.ts";

/** The page of a quiz: not begun, an attempt to go on with, or a result. Give it the path as `key`. */
export function QuizPage({ place, quiz, children }: { place: ActivityPlace; quiz: QuizView; /** What stands below a result: what a placement test lets somebody skip. */ children?: ReactNode }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const wasSaved = new URLSearchParams(useLocation().search).has("saved");
  const { title, summary, attempt, result, preview } = quiz;
  useForgetKept(quiz.isOpen ? null : quiz.keptPrefix);
  return (
    <>
      <ActivityBar place={place} kind="quiz" minutes={quiz.minutes} />
      <div className="page reading quiz">
        <header className="stack quiz-head">
          <h1 id="title">{title}</h1>
          {summary && <p className="lead muted">{summary}</p>}
          <ul className="facts small muted">
            <li>{t("questions", { count: quiz.questionCount })}</li>
            {/* Of a placement test each part has a mark of its own, and none is failed. */}
            {!children && <li>{t("passMark", { share: formatScore(quiz.pass, locale) })}</li>}
            <li>{quiz.attemptsAllowed === null ? t("attemptsEndless") : t("attemptsAllowed", { count: quiz.attemptsAllowed })}</li>
            {attempt && <li>{t("attempt", { number: String(attempt.number) })}</li>}
          </ul>
        </header>
        {!result && quiz.html !== "" && <Prose html={quiz.html} />}
        {preview ? (
          <>
            <Notice tone="attention">{t("preview")}</Notice>
            <div className="stack">{preview.map((question) => <QuestionFields key={question.id} question={question} isMissing={false} />)}</div>
          </>
        ) : attempt ? (
          <AttemptForm key={attempt.id} attempt={attempt} path={quiz.path} wasSaved={wasSaved} />
        ) : (
          <>
            {result && <QuizResult quiz={quiz} result={result} />}
            {children}
            <Begin quiz={quiz} />
          </>
        )}
        {quiz.history.length > 0 && <QuizHistory quiz={quiz} />}
        <ActivitySteps place={place} />
      </div>
    </>
  );
}

/** The button that starts an attempt, or leads to the open one. */
function Begin({ quiz }: { quiz: QuizView }) {
  const t = useMessages(messages);
  const isBusy = useNavigation().formData?.get("intent") === "start";
  const actAs = useActAs();
  const { path, attemptsLeft, history, isOpen, hasPassed } = quiz;
  if (isOpen) return <p><Link className="button primary" to={path}>{t("goOn", { number: String((history[0]?.number ?? 0) + 1) })}</Link></p>;
  const isFirst = history.length === 0;
  return (
    <Form method="post" action={actAs(path)} className="quiz-begin">
      {attemptsLeft !== 0 && <button className={`button ${hasPassed ? "" : "primary"}`} name="intent" value="start" aria-disabled={isBusy}>{isFirst ? t("start") : t("startAgain")}</button>}
      {attemptsLeft !== null && <span className="muted small">{t("attemptsLeft", { count: attemptsLeft })}</span>}
    </Form>
  );
}
