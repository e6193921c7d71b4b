import { Form, Link } from "@remix-run/react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { formatMinutes } from "../../ui/format-minutes.ts";
import { QuestionFields } from "../quizzes/question-fields.tsx";
import { QuestionResult } from "../quizzes/question-result.tsx";
import type { PracticeFormAnswer } from "./answer-practice.server.ts";
import { messages } from "./messages.ts";
import type { PracticeAnswer, PracticeStep, PracticeView } from "./open-practice.server.ts";

/** One thing at a time: a question to answer, its result, a lab to solve once more. */
export function PracticePage({ view, answer }: { view: PracticeView; answer: PracticeFormAnswer | undefined }) {
  const t = useMessages(messages);
  const { step, left } = view;
  return (
    <div className="page reading practice">
      <header className="page-head stack">
        <h1>{t("title")}</h1>
        <p className="muted">{t("intro")}</p>
      </header>
      {answer?.kind === "not-due" && <p className="notice attention" role="status">{t("notDue")}</p>}
      {answer?.kind === "put-off" && <p className="notice" role="status">{t("putOff")}</p>}
      {answer?.kind === "answered" ? <Answered answer={answer} /> : step ? <Step step={step} /> : <NothingDue view={view} />}
      {step && answer?.kind !== "answered" && <p className="small muted">{t("left", { left })}</p>}
    </div>
  );
}

function Step({ step }: { step: PracticeStep }) {
  const t = useMessages(messages);
  if (step.kind === "lab") return <LabStep card={step.card} lab={step.lab} />;
  const { card, question, source } = step;
  return (
    <Form method="post" action="/practice" className="stack" key={`${card} ${question.was}`}>
      <input type="hidden" name="card" value={card} />
      <p className="small muted">{t("from", { title: source.title })} · {source.courseTitle}</p>
      <QuestionFields question={question} isMissing={false} />
      <div className="row">
        <button className="button primary" name="intent" value="answer">{t("check")}</button>
        <button className="button quiet" name="intent" value="not-now">{t("notNow")}</button>
      </div>
    </Form>
  );
}

function LabStep({ card, lab: { title, summary, minutes, path, courseTitle, isBegun } }: { card: string; lab: Extract<PracticeStep, { kind: "lab" }>["lab"] }) {
  const t = useMessages(messages);
  return (
    <section className="sheet panel-part stack" aria-labelledby="practice-lab">
      <p className="small muted">{courseTitle} · {formatMinutes(minutes)}</p>
      <h2 className="h3" id="practice-lab">{title}</h2>
      {summary !== "" && <p>{summary}</p>}
      <p className="muted">{t(isBegun ? "labBegun" : "labIntro")}</p>
      <Form method="post" action="/practice" className="row">
        <input type="hidden" name="card" value={card} />
        {isBegun ? <Link className="button primary" to={path}>{t("labGoOn")}</Link> : <button className="button primary" name="intent" value="answer">{t("labBegin")}</button>}
        <button className="button quiet" name="intent" value="not-now">{t("notNow")}</button>
      </Form>
    </section>
  );
}

function Answered({ answer: { result, nextAt } }: { answer: PracticeAnswer }) {
  const t = useMessages(messages);
  const nameDay = useDayName();
  return (
    <div className="stack" role="status">
      <QuestionResult question={result} />
      <p className="muted">{t("comesBack", { day: nameDay(nextAt) })}</p>
      <div><Link className="button primary" to="/practice" autoFocus>{t("next")}</Link></div>
    </div>
  );
}

function NothingDue({ view: { nextAt } }: { view: PracticeView }) {
  const t = useMessages(messages);
  const nameDay = useDayName();
  return (
    <section className="sheet empty-state" aria-labelledby="nothing-due">
      <h2 className="h3" id="nothing-due">{t(nextAt ? "doneTitle" : "nothingTitle")}</h2>
      <p className="muted">{nextAt ? t("doneNext", { day: nameDay(nextAt) }) : t("nothingHelp")}</p>
      <Link className="button" to="/today">{t("courses")}</Link>
    </section>
  );
}

function useDayName(): (day: Date) => string {
  const locale = useLocale();
  return (day) => new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(day));
}
