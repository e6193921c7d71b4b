import { Form, useNavigation } from "@remix-run/react";
import { useRef, useState, type RefObject } from "react";
import { Check } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Notice } from "../../ui/notice.tsx";
import { AuthorText, Prose } from "../../ui/prose.tsx";
import { useActAs } from "../accounts/use-act-as.ts";
import { useForgetKept } from "../drafts/use-forget-kept.ts";
import { useKeptForm } from "../drafts/use-kept-form.ts";
import { ActivityBar } from "../progress/activity-bar.tsx";
import { ActivitySteps } from "../progress/activity-steps.tsx";
import type { ActivityPlace } from "../progress/enter-activity.server.ts";
import { messages } from "./messages.ts";
import { surveyField } from "./survey-answers.ts";
import { SurveyFields } from "./survey-fields.tsx";
import type { RefusedSurvey, SurveyView } from "./survey-view.ts";

/** The page of a survey: its questions, or thanks. Give it the path as `key`. */
export function SurveyPage({ place, survey, refused }: { place: ActivityPlace; survey: SurveyView; refused: RefusedSurvey | null }) {
  const t = useMessages(messages);
  useForgetKept(survey.isSent ? `${survey.localKey}#` : null);
  return (
    <>
      <ActivityBar place={place} kind="survey" minutes={survey.minutes} />
      <div className="page reading quiz">
        <header className="stack quiz-head">
          <h1 id="title">{survey.title}</h1>
          {survey.summary && <p className="lead muted">{survey.summary}</p>}
        </header>
        {survey.isSent ? (
          <div className="sheet quiz-verdict passed" role="status">
            <p className="quiz-score"><b><Check size={22} aria-hidden /> {t("thanks")}</b></p>
            <p>{t("thanksNext")}</p>
          </div>
        ) : (
          <Questions survey={survey} refused={refused} />
        )}
        <ActivitySteps place={place} />
      </div>
    </>
  );
}

function Questions({ survey, refused }: { survey: SurveyView; refused: RefusedSurvey | null }) {
  const t = useMessages(messages);
  const address = useActAs()(survey.path);
  const isBusy = useNavigation().formAction === address;
  const form = useRef<HTMLFormElement>(null);
  const missing = survey.questions.filter(({ id }) => refused?.missing.includes(id));
  return (
    <>
      {survey.html !== "" && <Prose html={survey.html} />}
      <Notice tone={survey.isPreview ? "attention" : "plain"}>{survey.isPreview ? t("preview") : survey.anonymous ? t("anonymous") : t("named")}</Notice>
      <Form ref={form} method="post" action={address} className="stack quiz-form">
        {!survey.isPreview && <KeptSurvey form={form} survey={survey} />}
        {missing.length > 0 && (
          <div className="notice attention stack quiz-missing" role="alert">
            <p><b>{t("missing", { count: missing.length })}</b></p>
            <ul>{missing.map((question) => <li key={question.id}><a href={`#question-${question.id}`}>{question.number}. <AuthorText html={question.titleHtml} /></a></li>)}</ul>
          </div>
        )}
        {survey.questions.map((question) => <SurveyFields key={question.id} question={question} values={refused?.values[question.id] ?? []} isMissing={refused?.missing.includes(question.id) ?? false} />)}
        {!survey.isPreview && <p><button className="button primary" name="intent" value="send" aria-disabled={isBusy}>{isBusy ? t("sending") : t("send")}</button></p>}
      </Form>
    </>
  );
}

/** Keeps the answers in this browser until they are sent: the server gets them once, and all together. */
function KeptSurvey({ form, survey: { localKey, questions } }: { form: RefObject<HTMLFormElement>; survey: SurveyView }) {
  const t = useMessages(messages);
  const [opened] = useState(() => ({ version: 0, files: Object.fromEntries(questions.map(({ id }) => [surveyField(id), ""])) }));
  const { status, notice } = useKeptForm(form, { saveUrl: null, localKey, opened });
  return <p className="small muted" role="status" data-draft-status={status.kind}>{notice === null ? "" : t("broughtBack")}</p>;
}
