import { Check } from "lucide-react";
import { useRef, type RefObject } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Field } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { AuthorText, Prose } from "../../ui/prose.tsx";
import { useActAs } from "../accounts/use-act-as.ts";
import { readFields } from "../drafts/form-texts.ts";
import { KeptFormStatus } from "../drafts/kept-form-status.tsx";
import { useForgetKept } from "../drafts/use-forget-kept.ts";
import { useKeptForm, WAS_MARK } from "../drafts/use-kept-form.ts";
import { ActivityBar } from "../progress/activity-bar.tsx";
import { ActivitySteps } from "../progress/activity-steps.tsx";
import type { ActivityPlace } from "../progress/enter-activity.server.ts";
import { EVIDENCE_LIMITS } from "./evidence-file.ts";
import { messages } from "./messages.ts";
import type { TaskView } from "./open-task.server.ts";
import { TaskEvidence } from "./task-evidence.tsx";
import { ITEM_FIELD, TASK_LIMITS, WAS_FIELD, type Said } from "./task-form.ts";
import { TaskMissing } from "./task-missing.tsx";
import { TaskState } from "./task-state.tsx";
import { useFileSize } from "./use-file-size.ts";

const GOOD: ReadonlySet<Said> = new Set<Said>(["saved", "done", "handed-in", "taken-back", "removed", "attached"]);

/** The page of a task: what is to be done, its checklist, what shows it, and where it stands. */
export function TaskPage({ place, task, said }: { place: ActivityPlace; task: TaskView; said: Said | null }) {
  const t = useMessages(messages);
  const form = useRef<HTMLFormElement>(null);
  const address = useActAs()(`${task.path}/task`);
  const isOpen = task.state === "open" || task.state === "returned";
  useForgetKept(isOpen ? null : `${task.kept.localKey}#`);
  const done = task.items.filter(({ isChecked }) => isChecked).length;
  return (
    <>
      <ActivityBar place={place} kind="task" minutes={task.minutes} />
      <div className="page reading task">
        <header className="stack lesson-head">
          <h1 id="title">{task.title}</h1>
          {task.summary && <p className="lead muted">{task.summary}</p>}
        </header>
        {said && <div id="said" tabIndex={-1}><Notice tone={GOOD.has(said) ? "good" : "bad"} live><SaidWords said={said} /></Notice></div>}
        <TaskState task={task} />
        {task.html.trim() !== "" && <Prose html={task.html} />}
        {/* A plain form: the whole page comes back with what is stored now. */}
        <form ref={form} method="post" action={address} encType="multipart/form-data" className="stack task-form" aria-labelledby="title">
          <input type="hidden" name={WAS_FIELD} defaultValue={JSON.stringify(task.kept.files)} {...{ [WAS_MARK]: "" }} />
          {!place.isEnrolled && <Notice>{t("onlyLook")}</Notice>}
          <fieldset className="task-fields" disabled={!isOpen || !place.isEnrolled}>
            <legend className="sr-only">{task.title}</legend>
            {task.items.length > 0 && (
              <section className="sheet task-part" aria-labelledby="checklist">
                <h2 id="checklist" className="h3 row"><span>{t("checklist")}</span> <span className="small muted">{t("checkedOf", { done, total: task.items.length })}</span></h2>
                <ul className="task-items">
                  {task.items.map(({ id, html, isChecked }) => (
                    <li key={id}>
                      <input type="checkbox" id={`item-${id}`} name={`${ITEM_FIELD}${id}`} defaultChecked={isChecked} />
                      <label htmlFor={`item-${id}`}><AuthorText html={html} /></label>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {task.hours && (
              <section className="sheet task-part task-hours">
                <Field label={t("hoursLabel")} name="hours" inputMode="text" autoComplete="off" maxLength={TASK_LIMITS.hours} defaultValue={task.hours.typed} help={t("hoursHelp", { hours: task.hours.wanted })} error={task.hours.isUnderstood ? undefined : t("hoursProblem")} />
              </section>
            )}
            {task.evidence.kind !== "none" && <TaskEvidence task={task} isOpen={isOpen} />}
          </fieldset>
          {place.isEnrolled && (
            <div className="task-end">
              {isOpen && <TaskMissing missing={task.missing} />}
              {isOpen && <KeptTask form={form} task={task} saveUrl={address} />}
              <div className="row task-acts">
                {isOpen ? (
                  <>
                    <button className="button" name="intent" value="save">{t("save")}</button>
                    <button className="button primary" name="intent" value="hand-in">{!task.isSigned && <Check size={17} aria-hidden />}{task.isSigned ? t("handIn") : t("finish")}</button>
                  </>
                ) : (
                  task.state !== "signed" && <button className="button" name="intent" value="take-back">{t("takeBack")}</button>
                )}
              </div>
            </div>
          )}
        </form>
        <ActivitySteps place={place} />
      </div>
    </>
  );
}

/** Keeps the form while it is filled in, and says what became of it. */
function KeptTask({ form, task: { kept, items, evidence }, saveUrl }: { form: RefObject<HTMLFormElement>; task: TaskView; saveUrl: string }) {
  const t = useMessages(messages);
  const handle = useKeptForm(form, { saveUrl, localKey: kept.localKey, opened: kept });
  const nameField = (field: string) => {
    if (field === "hours") return t("hoursLabel");
    if (field === "evidence") return evidence.kind === "link" ? t("linkLabel") : t("textLabel");
    return <AuthorText html={items.find(({ id }) => ITEM_FIELD + id === field)?.html ?? ""} />;
  };
  return <KeptFormStatus handle={handle} read={() => (form.current ? readFields(form.current) : {})} nameField={nameField} />;
}

function SaidWords({ said }: { said: Said }) {
  const t = useMessages(messages);
  const size = useFileSize();
  if (said === "too-large") return <>{t("said-too-large", { size: size(EVIDENCE_LIMITS.fileBytes) })}</>;
  if (said === "too-many-files") return <>{t("said-too-many-files", { count: EVIDENCE_LIMITS.files })}</>;
  return <>{t(`said-${said}`)}</>;
}
