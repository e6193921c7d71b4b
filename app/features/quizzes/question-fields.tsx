import { useState } from "react";
import { AuthorText, Prose } from "../../ui/prose.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { WAS_MARK } from "../drafts/use-kept-form.ts";
import { fieldName, TYPED_MOST_CHARACTERS, wasName } from "./answer-fields.ts";
import { escapeHtml, fillGaps } from "./fill-gaps.ts";
import { messages } from "./messages.ts";
import { OrderingField } from "./ordering-field.tsx";
import type { QuestionView } from "./quiz-view.ts";

/** A question with the fields of its answer. */
export function QuestionFields({ question, isMissing }: { question: QuestionView; isMissing: boolean }) {
  const t = useMessages(messages);
  const titleId = `question-${question.id}-title`;
  return (
    <fieldset id={`question-${question.id}`} className={`sheet question ${isMissing ? "is-missing" : ""}`} aria-labelledby={titleId}>
      <header className="question-head">
        <p className="small muted">
          {t("question", { number: String(question.number) })}
          {question.points !== 1 && <> · {t("points", { points: question.points })}</>}
        </p>
        <h2 id={titleId} className="h3"><AuthorText html={question.titleHtml} /></h2>
      </header>
      {question.type !== "fill-in" && question.promptHtml !== "" && <Prose html={question.promptHtml} />}
      <AnswerFields question={question} />
      <input type="hidden" name={wasName(question.id)} defaultValue={question.was} {...{ [WAS_MARK]: "" }} />
    </fieldset>
  );
}

function AnswerFields({ question }: { question: QuestionView }) {
  const t = useMessages(messages);
  switch (question.type) {
    case "single":
    case "multiple":
      return <Options question={question} />;
    case "numeric":
    case "text":
      return <TypedAnswer question={question} />;
    case "ordering":
      return <OrderingField question={question} />;
    case "matching":
      return <Pairs question={question} />;
    case "fill-in":
      return (
        <div className="stack question-gaps">
          <p className="small muted">{t("gapHelp")}</p>
          <Gaps question={question} />
        </div>
      );
  }
}

function Options({ question: { id, type, choices, answer } }: { question: QuestionView }) {
  const t = useMessages(messages);
  const isSingle = type === "single";
  return (
    <div className="question-options">
      <p className="small muted">{isSingle ? t("chooseOne") : t("chooseAll")}</p>
      {choices.map((choice) => (
        <label key={choice.id} className="question-option">
          <input
            type={isSingle ? "radio" : "checkbox"}
            name={fieldName(id, isSingle ? "choice" : choice.id)}
            value={isSingle ? choice.id : "on"}
            defaultChecked={isSingle ? answer["choice"] === choice.id : answer[choice.id] !== undefined}
          />
          <AuthorText html={choice.html} />
        </label>
      ))}
    </div>
  );
}

function TypedAnswer({ question: { id, type, unit, answer } }: { question: QuestionView }) {
  const t = useMessages(messages);
  const name = fieldName(id, "text");
  return (
    <div className="field question-typed">
      <label htmlFor={name}>{type === "numeric" ? t("yourNumber") : t("yourAnswer")}{unit && <span className="sr-only">, {t("inUnit", { unit })}</span>}</label>
      <span className="question-typed-line">
        <input className="input" id={name} name={name} defaultValue={answer["text"] ?? ""} inputMode={type === "numeric" ? "decimal" : "text"} maxLength={TYPED_MOST_CHARACTERS} autoComplete="off" autoCapitalize="off" autoCorrect="off" spellCheck={false} />
        {unit && <span aria-hidden>{unit}</span>}
      </span>
    </div>
  );
}

function Pairs({ question: { id, left, sides, choices, answer } }: { question: QuestionView }) {
  const t = useMessages(messages);
  return (
    <div className="question-pairs">
      <p className="small muted">{t("matchHelp")}</p>
      {sides && (
        <div className="question-pair question-sides small" aria-hidden>
          <AuthorText html={sides[0]} /><AuthorText html={sides[1]} />
        </div>
      )}
      {left.map((one) => (
        <div key={one.id} className="question-pair">
          <AuthorText html={one.html} />
          <select className="input" name={fieldName(id, one.id)} defaultValue={answer[one.id] ?? ""} aria-label={t("partnerOf", { text: one.text })}>
            <option value="">{t("choosePartner")}</option>
            {choices.map((choice) => <option key={choice.id} value={choice.id}>{choice.text}</option>)}
          </select>
        </div>
      ))}
    </div>
  );
}

/** Fields inside the author's text and code. They stay as they were first made: what is typed in them is nowhere else. */
function Gaps({ question: { id, promptHtml, gapCount, answer } }: { question: QuestionView }) {
  const t = useMessages(messages);
  const [html] = useState(() =>
    fillGaps(promptHtml, (index) => {
      const label = t("gap", { number: String(index + 1), count: String(gapCount) });
      return `<input class="input question-gap" name="${escapeHtml(fieldName(id, String(index)))}" value="${escapeHtml(answer[index] ?? "")}" aria-label="${escapeHtml(label)}" maxlength="${TYPED_MOST_CHARACTERS}" size="12" autocomplete="off" autocapitalize="off" spellcheck="false">`;
    }),
  );
  return <Prose html={html} />;
}
