import { useRevalidator } from "@remix-run/react";
import { Play, RotateCcw } from "lucide-react";
import { useCallback, useId, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { CodeEditor } from "../../ui/code-editor/code-editor.tsx";
import type { CursorRequest, EditorChoice, LineMark } from "../../ui/code-editor/editor-types.ts";
import { FileTabs, tabId } from "../../ui/code-editor/file-tabs.tsx";
import { useCodeDocument } from "../../ui/code-editor/use-code-document.ts";
import { BothTexts, DraftConflict } from "../drafts/draft-conflict.tsx";
import { DraftStatusLine } from "../drafts/draft-status.tsx";
import { useDraft } from "../drafts/use-draft.ts";
import { EditorToggle } from "../labs/editor-toggle.tsx";
import { FILE_FIELD } from "../labs/file-field.ts";
import { messages as deskMessages } from "../labs/desk-messages.ts";
import { describeWork } from "../labs/describe-work.ts";
import { readInitialWork, useLabWork } from "../labs/use-lab-work.ts";
import { useReset } from "../labs/use-reset.ts";
import { useActAs } from "../accounts/use-act-as.ts";
import { WaitingNotice } from "../offline/waiting-notice.tsx";
import { keepHandIn } from "../offline/waiting-hand-ins.ts";
import { useKeptText } from "../drafts/use-kept-text.ts";
import { Results } from "../submissions/results.tsx";
import type { ProjectFormAnswer } from "./answer-project-form.server.ts";
import { HandInFields } from "./hand-in-fields.tsx";
import { postHandIn } from "./project-api.ts";
import type { ProjectView } from "./project-view.ts";
import { messages } from "./messages.ts";

interface ProjectDeskProps {
  project: ProjectView;
  isEnrolled: boolean;
  answer?: Exclude<ProjectFormAnswer, { kind: "go" }>;
}

const NO_ERRORS: Record<string, string> = {};
const fieldName = (path: string) => FILE_FIELD + path;

/** Where a project is worked on and handed in: files, run, link, words. A form, so that all of it works without scripts. */
export function ProjectDesk({ project, isEnrolled, answer }: ProjectDeskProps) {
  const { path, draft: kept, state } = project;
  const deskT = useMessages(deskMessages);
  const t = useMessages(messages);
  const locale = useLocale();
  const idPrefix = useId();
  const panelId = `${idPrefix}-panel`;
  const { revalidate } = useRevalidator();
  const desk = answer?.kind === "desk" ? answer.desk : undefined;
  const posted = answer?.kind === "hand-in" ? answer.files : desk && "files" in desk ? desk.files : null;
  const document = useCodeDocument(posted ? project.files.map((file) => ({ ...file, text: posted[file.path] ?? file.text })) : project.files);
  const [opened] = useState(() => ({ version: kept.version, files: Object.fromEntries(project.files.filter((file) => !file.readOnly).map((file) => [file.path, file.text])) }));
  const actAs = useActAs();
  const draftUrl = actAs(`${path}/draft`);
  const draft = useDraft(document, { draftUrl, localKey: kept.localKey, opened, hasConflict: desk?.kind === "conflict" });
  const { keeper } = draft;
  const saveDraft = useCallback(() => void keeper?.flush(), [keeper]);
  const newest = project.handIns[0];
  // Of the newest hand-in: the page follows it until its tests are done.
  const waitingFor = newest && !newest.isTested ? newest.submissionId : null;
  const [initial] = useState(() => readInitialWork({ submission: newest && (project.visibleTests.length > 0 || project.hasHiddenTests) ? { id: newest.submissionId, isDone: newest.isTested, createdAt: newest.handedInAt, result: newest.result } : null }, desk));
  const { work, run, waiting } = useLabWork({ path, submitUrl: actAs(`${path}/submit`), localKey: kept.localKey, document, saveDraft, initial, waitingFor });
  const reset = useReset({ draftUrl, document, keeper, initialUndoVersion: kept.undoVersion });

  const link = useKeptText(`${kept.localKey}:link`, answer?.kind === "hand-in" ? answer.values.link : "");
  const message = useKeptText(`${kept.localKey}:message`, answer?.kind === "hand-in" ? answer.values.message : "");
  const [errors, setErrors] = useState<Record<string, string>>(answer?.kind === "hand-in" ? answer.errors : NO_ERRORS);
  const [isHandingIn, setHandingIn] = useState(false);
  const key = useRef(project.idempotencyKey);

  const [openPath, setPath] = useState(project.files[0]?.path ?? "");
  const [cursor, setCursor] = useState<CursorRequest | null>(null);
  const [choice, setChoice] = useState<EditorChoice>(project.editor);
  const marks = useMemo<readonly LineMark[]>(
    () => (work.kind === "result" ? work.result.tests.flatMap(({ status, location, message: said }) => (location && status !== "passed" ? [{ ...location, message: said ?? t("failedHere") }] : [])) : []),
    [work, t],
  );
  const hasFiles = project.files.length > 0;
  const hasTests = project.visibleTests.length > 0;
  const canHandIn = isEnrolled && state !== "accepted";

  async function handIn() {
    if (isHandingIn) return;
    setHandingIn(true);
    setErrors(NO_ERRORS);
    await keeper?.flush();
    const url = actAs(`${path}/hand-in`);
    const body = { files: document.writableTexts(), link: link.text, message: message.text, idempotencyKey: key.current };
    const reply = await postHandIn(url, body, locale);
    setHandingIn(false);
    if (reply.kind === "unreached") {
      const isKept = await keepHandIn({ id: kept.localKey, url, body, keptAtMs: Date.now() });
      return setErrors(isKept ? NO_ERRORS : { form: t("apiOffline") });
    }
    if (reply.kind === "problem") return setErrors({ ...reply.errors, ...(reply.message && { form: reply.message }) });
    if (waiting) waiting.cancel();
    // What comes next is another hand-in.
    key.current = `${reply.submissionId}-next`;
    link.forget();
    message.forget();
    revalidate();
    window.document.getElementById("state")?.scrollIntoView({ block: "center" });
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : "";
    if (intent === "run") run();
    else if (intent === "hand-in") void handIn();
    else if (intent === "save") saveDraft();
    else if (intent === "reset") void reset.reset();
    else if (intent === "undo") void reset.undo();
  }

  function onKeyDownCapture(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !hasTests) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  }

  return (
    <section className="project-desk" aria-label={t("yourWork")}>
      <form method="post" action={actAs(path)} className="sheet" onSubmit={onSubmit}>
        <input type="hidden" name="baseVersion" value={desk?.kind === "conflict" ? desk.version : kept.version} />
        <input type="hidden" name="idempotencyKey" value={project.idempotencyKey} />
        {hasFiles && (
          <div onKeyDownCapture={onKeyDownCapture}>
            <div className="lab-tabs">
              <FileTabs files={document.files} active={openPath} onSelect={setPath} idPrefix={idPrefix} panelId={panelId} />
              <DraftStatusLine status={draft.status} />
            </div>
            <div className="lab-notices">
              <WaitingNotice waiting={waiting} />
              {draft.status.kind === "conflict" && <DraftConflict mine={document.writableTexts()} theirs={draft.status.theirs.files} onKeepMine={() => void keeper?.keepMine()} onTakeTheirs={() => void reset.takeTheirs()} />}
              {draft.status.kind === "refused" && <p className="notice bad" role="alert">{draft.status.message}</p>}
              {draft.notice && draft.status.kind !== "conflict" && <p className="notice" role="status">{draft.notice}</p>}
              {!keeper && desk?.kind === "conflict" && (
                <div className="notice attention" role="alert">
                  <p><strong>{t("otherTab")}</strong> {t("otherTabMore")}</p>
                  <BothTexts mine={desk.files} theirs={desk.theirs} />
                </div>
              )}
              {reset.said && <p className="notice" role="status">{reset.said} {reset.undoLabel && <button name="intent" value="undo" className="button small">{reset.undoLabel}</button>}</p>}
            </div>
            <div className="lab-editor" role="tabpanel" id={panelId} aria-labelledby={tabId(idPrefix, Math.max(0, document.files.findIndex((file) => file.path === openPath)))}>
              <CodeEditor document={document} path={openPath} choice={choice} marks={marks} cursor={cursor} fieldName={fieldName} />
            </div>
            <div className="lab-acts">
              {hasTests && <button className="button" name="intent" value="run" aria-disabled={work.kind === "submitting"} aria-keyshortcuts="Control+Enter Meta+Enter"><Play size={16} aria-hidden /> {t("run")} <kbd>Ctrl ↵</kbd></button>}
              <span className="lab-said small" role="status">{describeWork(work, deskT, locale)}</span>
              <span className="lab-more">
                <button className="button quiet small only-without-scripts" name="intent" value="save">{t("save")}</button>
                {reset.undoLabel && !reset.said
                  ? <button className="button quiet small" name="intent" value="undo"><RotateCcw size={15} aria-hidden /> {reset.undoLabel}</button>
                  : <button className="button quiet small" name="intent" value="reset" title={t("resetHelp")}><RotateCcw size={15} aria-hidden /> {t("reset")}</button>}
                <EditorToggle choice={choice} onChoose={setChoice} />
              </span>
            </div>
          </div>
        )}
        {work.kind === "problem" && <p className="notice attention project-problem">{work.message}</p>}
        {work.kind === "result" && (
          <details className="project-results" open>
            <summary className="small">{t(work.from === "submit" ? "testsOfHandIn" : "visibleTests")}</summary>
            <Results result={work.result} onGoTo={(place) => { setPath(place.path); setCursor({ ...place }); }} />
          </details>
        )}
        {canHandIn && <HandInFields link={link} message={message} errors={errors} isHandingIn={isHandingIn} isAgain={project.handIns.length > 0} hasTests={hasTests} />}
      </form>
    </section>
  );
}
