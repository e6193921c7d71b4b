import { Check, CircleSlash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { AuthorText, Prose } from "../../ui/prose.tsx";
import { escapeHtml, fillGaps } from "./fill-gaps.ts";
import { formatReached } from "./format-score.ts";
import { messages } from "./messages.ts";
import type { QuestionResultView } from "./quiz-view.ts";

/** What was answered to one question, and what is said to it. */
export function QuestionResult({ question }: { question: QuestionResultView }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const { id, credit, points, right } = question;
  const isBlank = Object.keys(question.answer).length === 0;
  const verdict = isBlank ? "unanswered" : credit >= 1 ? "right" : credit > 0 ? "partlyRight" : "wrong";
  const tone = { unanswered: "", right: "good", partlyRight: "attention", wrong: "bad" }[verdict];
  return (
    <article id={`question-${id}`} className="sheet question" aria-labelledby={`question-${id}-title`}>
      <header className="question-head">
        <p className="question-verdict small">
          <span className={`tag ${tone}`}>{verdict === "right" ? <Check size={14} aria-hidden /> : verdict === "unanswered" ? <CircleSlash2 size={14} aria-hidden /> : <X size={14} aria-hidden />}{t(verdict)}</span>
          <span className="muted">{t("question", { number: String(question.number) })} · {t("pointsOf", { reached: formatReached(credit * points, locale), points })}</span>
        </p>
        <h3 id={`question-${id}-title`} className="h3"><AuthorText html={question.titleHtml} /></h3>
      </header>
      {question.type !== "fill-in" && question.promptHtml !== "" && <Prose html={question.promptHtml} />}
      <Given question={question} isBlank={isBlank} />
      {question.feedbackHtml.map((html, index) => <div key={index} className={`notice ${credit >= 1 ? "good" : "attention"}`}><Prose html={html} /></div>)}
      {right && (right.linesHtml.length > 0 || right.explanationHtml !== "") && (
        <div className="notice good question-right">
          {right.linesHtml.length > 0 && credit < 1 && (
            <div>
              <p className="small"><b>{question.type === "ordering" ? t("rightOrder") : right.linesHtml.length === 1 ? t("rightAnswer") : t("rightAnswers")}</b></p>
              {question.type === "ordering" ? <ol>{right.linesHtml.map((html, index) => <li key={index}><AuthorText html={html} /></li>)}</ol> : <ul>{right.linesHtml.map((html, index) => <li key={index}><AuthorText html={html} /></li>)}</ul>}
            </div>
          )}
          {right.explanationHtml !== "" && <Prose html={right.explanationHtml} />}
        </div>
      )}
    </article>
  );
}

function Given({ question, isBlank }: { question: QuestionResultView; isBlank: boolean }) {
  const t = useMessages(messages);
  const { type, choices, left, sides, answer, parts, promptHtml, unit } = question;
  switch (type) {
    case "single":
    case "multiple":
      return <GivenOptions question={question} />;
    case "numeric":
    case "text":
      return <p>{t("youAnswered")}: {isBlank ? t("nothing") : <><bdi className="question-typed-text">{answer["text"]}</bdi>{unit && ` ${unit}`}</>}</p>;
    case "ordering":
      return isBlank ? <p>{t("youAnswered")}: {t("nothing")}</p> : (
        <ol className="list question-given">
          {[...choices].sort((a, b) => Number(answer[a.id] ?? 99) - Number(answer[b.id] ?? 99)).map((step) => (
            <li key={step.id}><Mark isRight={parts[step.id]} words={[t("partRight"), t("partWrong")]} /><span className="question-place" aria-hidden>{answer[step.id] ?? "–"}</span><AuthorText html={step.html} /></li>
          ))}
        </ol>
      );
    case "matching":
      return (
        <ul className="list question-given" aria-label={sides ? undefined : t("youAnswered")}>
          {left.map((one) => (
            <li key={one.id}><Mark isRight={parts[one.id]} words={[t("partRight"), t("partWrong")]} /><AuthorText html={one.html} /> → <span>{choices.find(({ id }) => id === answer[one.id])?.text ?? t("nothing")}</span></li>
          ))}
        </ul>
      );
    case "fill-in":
      return (
        <Prose
          html={fillGaps(promptHtml, (index) => {
            const isRight = parts[index];
            const words = isRight === undefined ? t("nothing") : (answer[index] ?? "");
            return `<span class="question-filled ${isRight ? "is-right" : "is-wrong"}">${escapeHtml(words)}<span class="sr-only"> (${escapeHtml(isRight ? t("partRight") : t("partWrong"))})</span></span>`;
          })}
        />
      );
  }
}

function GivenOptions({ question: { type, choices, answer, parts, right } }: { question: QuestionResultView }) {
  const t = useMessages(messages);
  return (
    <ul className="question-options">
      {choices.map(({ id, html }) => {
        const isChosen = type === "single" ? answer["choice"] === id : answer[id] !== undefined;
        const isShownRight = right?.optionIds.includes(id) ?? false;
        return (
          <li key={id} className={`question-option ${isChosen ? (parts[id] ? "is-right" : "is-wrong") : isShownRight ? "is-shown" : ""}`}>
            {isChosen ? <Mark isRight={parts[id]} words={[t("chosenRight"), t("chosenWrong")]} /> : <span className="question-mark" aria-hidden />}
            <span><AuthorText html={html} />{isShownRight && <> <span className="tag good">{t("rightOption")}</span></>}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Right, wrong, or nothing given. */
function Mark({ isRight, words: [right, wrong] }: { isRight: boolean | undefined; words: readonly [right: string, wrong: string] }): ReactNode {
  if (isRight === undefined) return <span className="question-mark" aria-hidden>–</span>;
  return (
    <span className={`question-mark ${isRight ? "is-right" : "is-wrong"}`}>
      {isRight ? <Check size={18} aria-hidden /> : <X size={18} aria-hidden />}
      <span className="sr-only">{isRight ? right : wrong}: </span>
    </span>
  );
}
