import { Form, Link, useNavigation } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from "react";
import { AuthorText } from "../../ui/prose.tsx";
import { useMessages } from "../../i18n/use-messages.ts";
import { Ladder } from "../../ui/ladder.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useActAs } from "../accounts/use-act-as.ts";
import { readFields } from "../drafts/form-texts.ts";
import { KeptFormStatus } from "../drafts/kept-form-status.tsx";
import { useKeptForm } from "../drafts/use-kept-form.ts";
import { fieldName } from "./answer-fields.ts";
import { isFilled } from "./count-answered.ts";
import { messages } from "./messages.ts";
import { QuestionFields } from "./question-fields.tsx";
import type { OpenAttemptView } from "./quiz-view.ts";

/** An open attempt: all of its questions in one form. Give it the attempt's id as `key`. */
export function AttemptForm({ attempt, path, wasSaved }: { attempt: OpenAttemptView; path: string; wasSaved: boolean }) {
  const t = useMessages(messages);
  const form = useRef<HTMLFormElement>(null);
  const actAs = useActAs();
  const handle = useKeptForm(form, { saveUrl: actAs(`${path}/answers?attempt=${attempt.id}`), localKey: attempt.kept.localKey, opened: attempt.kept });
  const [filled, setFilled] = useState(() => attempt.questions.map(({ isAnswered }) => isAnswered));
  const [hasScripts, setHasScripts] = useState(false);
  useEffect(() => setHasScripts(true), []);
  const isBusy = useNavigation().formData?.get("intent") === "submit";

  const count = useCallback(() => {
    if (!form.current) return;
    const fields = new FormData(form.current);
    setFilled(attempt.questions.map((question) => isFilled(question, fields)));
  }, [attempt]);
  // What was answered before the scripts came, too.
  useEffect(() => count(), [count]);

  // Enter in a field would leave the page in the middle of it; without scripts it saves.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
  };

  const nameField = (field: string) => {
    const question = attempt.questions.find(({ id }) => field.startsWith(fieldName(id, "")));
    return t("question", { number: String(question?.number ?? "") });
  };

  const missing = attempt.missing?.map((id) => attempt.questions.find((question) => question.id === id)).filter((question) => question !== undefined) ?? [];
  return (
    <Form ref={form} method="post" action={actAs(path)} className="stack quiz-form" onInput={count} onKeyDown={onKeyDown}>
      <input type="hidden" name="attempt" value={attempt.id} />
      {/* Enter in a field means this button, the first of the form, and never hands anything in. */}
      <button className="sr-only" name="intent" value="save" tabIndex={-1} aria-hidden>{t("save")}</button>
      <Progress filled={filled} />
      {wasSaved && <Notice tone="good" live>{t("saved")}</Notice>}
      {missing.length > 0 && (
        <div id="missing" className="notice attention stack quiz-missing" role="alert" tabIndex={-1}>
          <p><b>{t("missing", { count: missing.length })}</b></p>
          <ul>
            {missing.map((question) => (
              <li key={question.id}><a href={`#question-${question.id}`}>{question.number}. <AuthorText html={question.titleHtml} /></a></li>
            ))}
          </ul>
          <p>{t("missingNext")}</p>
        </div>
      )}
      {attempt.questions.map((question) => <QuestionFields key={question.id} question={question} isMissing={attempt.missing?.includes(question.id) ?? false} />)}
      <div className="sheet quiz-end">
        <Progress filled={filled} />
        <KeptFormStatus handle={handle} read={() => (form.current ? readFields(form.current) : {})} nameField={nameField} closed={t.rich("closedElsewhere", { link: (text) => <Link to={`${path}?attempt=${attempt.number}`}>{text}</Link> })} />
        <div className="quiz-end-acts">
          <button className="button primary" name="intent" value="submit" aria-disabled={isBusy}>{isBusy ? t("submitting") : t("submit")}</button>
          {missing.length > 0 && <button className="button" name="intent" value="submit-anyway">{t("submitAnyway")}</button>}
          {!hasScripts && <button className="button" name="intent" value="save">{t("save")}</button>}
        </div>
      </div>
    </Form>
  );
}

function Progress({ filled }: { filled: readonly boolean[] }) {
  const t = useMessages(messages);
  const answered = filled.filter(Boolean).length;
  return (
    <div className="quiz-progress">
      <Ladder groups={[filled.map((one) => (one ? "done" : "ahead"))]} label="" />
      <p className="small muted">{t("progress", { answered: String(answered), count: String(filled.length) })}</p>
    </div>
  );
}
