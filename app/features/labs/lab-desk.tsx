import { Play, RotateCcw, Send } from "lucide-react";
import { useCallback, useEffect, useId, useMemo, useState, type FormEvent, type KeyboardEvent } from "react";
import { CodeEditor } from "../../ui/code-editor/code-editor.tsx";
import type { CursorRequest, EditorChoice, LineMark } from "../../ui/code-editor/editor-types.ts";
import { FileTabs, tabId } from "../../ui/code-editor/file-tabs.tsx";
import { useCodeDocument } from "../../ui/code-editor/use-code-document.ts";
import { BothTexts, DraftConflict } from "../drafts/draft-conflict.tsx";
import { DraftStatusLine } from "../drafts/draft-status.tsx";
import { useDraft } from "../drafts/use-draft.ts";
import type { Step } from "../progress/enter-activity.server.ts";
import type { LabFormAnswer } from "./answer-lab-form.server.ts";
import { EditorToggle } from "./editor-toggle.tsx";
import { FILE_FIELD } from "./lab-form.ts";
import { describeWork, LabOutcome } from "./lab-outcome.tsx";
import type { LabView } from "./open-lab.server.ts";
import { readInitialWork, useLabWork } from "./use-lab-work.ts";
import { useReset } from "./use-reset.ts";

interface LabDeskProps {
  lab: LabView;
  next: Step | null;
  courseUrl: string;
  answer?: LabFormAnswer;
}

const NO_MARKS: readonly LineMark[] = [];

/** Where a lab is solved: files, editor, run and submit, results. A form, so that all of it works without scripts. */
export function LabDesk({ lab, next, courseUrl, answer }: LabDeskProps) {
  const idPrefix = useId();
  const panelId = `${idPrefix}-panel`;
  const posted = answer && "files" in answer ? answer.files : null;
  const document = useCodeDocument(posted ? lab.files.map((file) => ({ ...file, text: posted[file.path] ?? file.text })) : lab.files);
  // As the page was made: a later answer of the server is not what the editor began from.
  const [opened] = useState(() => ({ version: lab.draft.version, files: Object.fromEntries(lab.files.filter((file) => !file.readOnly).map(({ path, text }) => [path, text])) }));
  const draftUrl = `${lab.path}/draft`;
  const draft = useDraft(document, { draftUrl, localKey: lab.draft.localKey, opened, hasConflict: answer?.kind === "conflict" });
  const { keeper } = draft;
  const saveDraft = useCallback(() => void keeper?.flush(), [keeper]);
  const [waitingFor] = useState(lab.submission && !lab.submission.isDone ? lab.submission.id : null);
  const [initial] = useState(() => readInitialWork(lab, answer));
  const { work, run, submit } = useLabWork({ path: lab.path, document, saveDraft, initial, waitingFor });
  const reset = useReset({ draftUrl, document, keeper, initialUndoVersion: lab.draft.undoVersion });

  const [path, setPath] = useState(lab.files[0]?.path ?? "");
  const [cursor, setCursor] = useState<CursorRequest | null>(null);
  const [choice, setChoice] = useState<EditorChoice>(lab.editor);
  const isBusy = work.kind === "running" || work.kind === "submitting";
  const marks = useMemo(() => (work.kind === "result" ? listMarks(work.result.tests) : NO_MARKS), [work]);
  const isMac = useIsMac();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : "";
    if (intent === "run") run();
    else if (intent === "submit") submit();
    else if (intent === "save") saveDraft();
    else if (intent === "reset") void reset.reset();
    else if (intent === "undo") void reset.undo();
  }

  // On the way down, so that neither editor sees these keys as its own.
  function onKeyDownCapture(event: KeyboardEvent) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) submit();
    else run();
  }

  return (
    <section className="lab-desk" aria-label="Your work" onKeyDownCapture={onKeyDownCapture}>
      <form className="lab-form" method="post" action={lab.path} onSubmit={onSubmit}>
        <input type="hidden" name="baseVersion" value={answer?.kind === "conflict" ? answer.version : lab.draft.version} />
        <input type="hidden" name="idempotencyKey" value={lab.idempotencyKey} />
        <div className="lab-tabs">
          <FileTabs files={document.files} active={path} onSelect={setPath} idPrefix={idPrefix} panelId={panelId} />
          <DraftStatusLine status={draft.status} />
        </div>
        <div className="lab-notices">
          {draft.status.kind === "conflict" && (
            <DraftConflict mine={document.writableTexts()} theirs={draft.status.theirs.files} onKeepMine={() => void keeper?.keepMine()} onTakeTheirs={() => void reset.takeTheirs()} />
          )}
          {draft.status.kind === "refused" && <p className="notice bad" role="alert">{draft.status.message}</p>}
          {draft.notice && draft.status.kind !== "conflict" && <p className="notice" role="status">{draft.notice}</p>}
          {!keeper && answer?.kind === "conflict" && (
            <div className="notice attention" role="alert">
              <p><strong>Another tab or device saved this lab meanwhile.</strong> Nothing was overwritten. The editor below holds your text; Save puts it over the other, which is kept.</p>
              <BothTexts mine={answer.files} theirs={answer.theirs} />
            </div>
          )}
          {reset.said && <p className="notice" role="status">{reset.said} {reset.undoLabel && <button name="intent" value="undo" className="button small">{reset.undoLabel}</button>}</p>}
        </div>
        <div className="lab-editor" role="tabpanel" id={panelId} aria-labelledby={tabId(idPrefix, Math.max(0, document.files.findIndex((file) => file.path === path)))}>
          <CodeEditor document={document} path={path} choice={choice} marks={marks} cursor={cursor} fieldName={fieldName} aside={<EditorToggle choice={choice} onChoose={setChoice} />} />
        </div>
        <div className="lab-acts">
          <button className="button" name="intent" value="run" aria-disabled={work.kind === "submitting"} aria-keyshortcuts="Control+Enter Meta+Enter">
            <Play size={16} aria-hidden /> Run <kbd>{isMac ? "⌘ ↵" : "Ctrl ↵"}</kbd>
          </button>
          <button className="button primary" name="intent" value="submit" aria-disabled={isBusy} aria-keyshortcuts="Control+Shift+Enter Meta+Shift+Enter">
            <Send size={16} aria-hidden /> Submit <kbd>{isMac ? "⌘ ⇧ ↵" : "Ctrl ⇧ ↵"}</kbd>
          </button>
          <span className="lab-said small" role="status">{describeWork(work)}</span>
          <span className="lab-more">
            <button className="button quiet small only-without-scripts" name="intent" value="save">Save</button>
            {reset.undoLabel && !reset.said
              ? <button className="button quiet small" name="intent" value="undo"><RotateCcw size={15} aria-hidden /> {reset.undoLabel}</button>
              : <button className="button quiet small" name="intent" value="reset" title="Put the starter back; this can be undone"><RotateCcw size={15} aria-hidden /> Reset</button>}
          </span>
        </div>
      </form>
      <LabOutcome
        work={work} next={next} courseUrl={courseUrl} hasHiddenTests={lab.hasHiddenTests}
        onGoTo={(place) => {
          setPath(place.path);
          setCursor({ ...place });
        }}
      />
    </section>
  );
}

function fieldName(path: string): string {
  return FILE_FIELD + path;
}

function listMarks(tests: readonly { status: string; message: string | null; location: { path: string; line: number } | null }[]): LineMark[] {
  return tests.flatMap(({ status, location, message }) => (location && status !== "passed" ? [{ ...location, message: message ?? "A test failed here." }] : []));
}

function useIsMac(): boolean {
  const [isMac, setMac] = useState(false);
  useEffect(() => setMac(/Mac|iPhone|iPad/.test(navigator.userAgent)), []);
  return isMac;
}
