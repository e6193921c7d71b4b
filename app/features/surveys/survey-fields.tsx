import { useMessages } from "../../i18n/use-messages.ts";
import { AuthorText, Prose } from "../../ui/prose.tsx";
import { messages } from "./messages.ts";
import { surveyField, WORDS_MOST_CHARACTERS } from "./survey-answers.ts";
import type { SurveyQuestionView } from "./survey-view.ts";

/** A question of a survey with its fields. @param values what was in them when the form came back */
export function SurveyFields({ question, values, isMissing }: { question: SurveyQuestionView; values: readonly string[]; isMissing: boolean }) {
  const t = useMessages(messages);
  const titleId = `question-${question.id}-title`;
  const errorId = `question-${question.id}-error`;
  return (
    <fieldset id={`question-${question.id}`} className={`sheet question ${isMissing ? "is-missing" : ""}`} aria-labelledby={titleId} aria-describedby={isMissing ? errorId : undefined}>
      <header className="question-head">
        <p className="small muted">{t("question", { number: String(question.number) })}{!question.required && <> · {t("optional")}</>}</p>
        <h2 id={titleId} className="h3"><AuthorText html={question.titleHtml} /></h2>
      </header>
      {isMissing && <p id={errorId} className="small"><b>{t("needed")}</b></p>}
      {question.promptHtml !== "" && <Prose html={question.promptHtml} />}
      <Fields question={question} values={values} titleId={titleId} />
    </fieldset>
  );
}

function Fields({ question: { id, type, options, scale, lines }, values, titleId }: { question: SurveyQuestionView; values: readonly string[]; titleId: string }) {
  const t = useMessages(messages);
  const name = surveyField(id);
  switch (type) {
    case "choice":
    case "several":
      return (
        <div className="question-options">
          {type === "several" && <p className="small muted">{t("several")}</p>}
          {options.map((option) => (
            <label key={option.id} className="question-option">
              <input type={type === "choice" ? "radio" : "checkbox"} name={name} value={option.id} defaultChecked={values.includes(option.id)} />
              <AuthorText html={option.html} />
            </label>
          ))}
        </div>
      );
    case "scale":
      return scale && (
        <div className="survey-scale">
          <ul>
            {Array.from({ length: scale.to - scale.from + 1 }, (_, index) => scale.from + index).map((step) => (
              <li key={step}>
                <label>
                  <input type="radio" name={name} value={step} defaultChecked={values.includes(String(step))} />
                  <span>{step}<span className="sr-only">{step === scale.from && scale.low ? `, ${scale.low}` : step === scale.to && scale.high ? `, ${scale.high}` : ""}</span></span>
                </label>
              </li>
            ))}
          </ul>
          {(scale.low || scale.high) && <p className="survey-ends small muted" aria-hidden><span>{scale.from}: {scale.low}</span><span>{scale.to}: {scale.high}</span></p>}
        </div>
      );
    case "free-text":
      return <textarea className="input" name={name} rows={lines} maxLength={WORDS_MOST_CHARACTERS} defaultValue={values[0] ?? ""} aria-labelledby={titleId} />;
  }
}
