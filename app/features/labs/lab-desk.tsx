import { useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useId, useMemo, useRef, useState, type FormEvent, type ReactNode } from "react";
import type { Said } from "../../i18n/saying.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { CodeEditor } from "../../ui/code-editor/code-editor.tsx";
import type { CursorRequest, EditorChoice, EditorControls, NameToComplete } from "../../ui/code-editor/editor-types.ts";
import { FileTabs, tabId } from "../../ui/code-editor/file-tabs.tsx";
import { findFormatter } from "../../ui/code-editor/format-text.ts";
import { useCodeDocument } from "../../ui/code-editor/use-code-document.ts";
import { useActAs } from "../accounts/use-act-as.ts";
import { DraftStatusLine } from "../drafts/draft-status.tsx";
import { useDraft } from "../drafts/use-draft.ts";
import type { Step } from "../progress/enter-activity.server.ts";
import { buildAskAddress } from "../questions/ask-address.ts";
import type { LabFormAnswer } from "./answer-lab-form.server.ts";
import { describeLive, describeWork } from "./describe-work.ts";
import { DeskActs } from "./desk-acts.tsx";
import { messages } from "./desk-messages.ts";
import { DeskNotices } from "./desk-notices.tsx";
import { DeskPanes } from "./desk-panes.tsx";
import { DeskTools } from "./desk-tools.tsx";
import { EditorToggle } from "./editor-toggle.tsx";
import { buildExerciseTypes } from "./exercise-types.ts";
import { KeysSheet } from "./keys-sheet.tsx";
import { FILE_FIELD } from "./file-field.ts";
import type { LabAction } from "./lab-keys.ts";
import type { LabView } from "./open-lab.server.ts";
import { chooseShown } from "./shown-result.ts";
import { useDeskKeys } from "./use-desk-keys.ts";
import { useFailingTests } from "./use-failing-tests.ts";
import { useIsMac } from "./use-is-mac.ts";
import { readInitialWork, useLabWork, type LabWork } from "./use-lab-work.ts";
import { useLiveRuns } from "./use-live-runs.ts";
import { useMarks } from "./use-marks.ts";
import { useReset } from "./use-reset.ts";

interface LabDeskProps {
  lab: LabView;
  next: Step | null;
  courseUrl: string;
  /** What the editor may complete besides the words of the files. */
  names?: readonly NameToComplete[];
  answer?: Said<LabFormAnswer>;
  /** Hears of what runs and hand-ins come to, except of what stood there when the page opened. */
  onWork?: (work: LabWork) => void;
  /** Shown below the results. */
  offer?: ReactNode;
}

/** Where a lab is solved: files, editor, run and submit, results. A form, so that all of it works without scripts. */
export function LabDesk({ lab, next, courseUrl, names, answer, onWork, offer }: LabDeskProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const idPrefix = useId();
  const panelId = `${idPrefix}-panel`;
  const posted = answer && "files" in answer ? answer.files : null;
  const document = useCodeDocument(posted ? lab.files.map((file) => ({ ...file, text: posted[file.path] ?? file.text })) : lab.files);
  // As the page was made: a later answer of the server is not what the editor began from.
  const [opened] = useState(() => ({ version: lab.draft.version, files: Object.fromEntries(lab.files.filter((file) => !file.readOnly).map(({ path, text }) => [path, text])) }));
  const actAs = useActAs();
  const draftUrl = actAs(`${lab.path}/draft`);
  const draft = useDraft(document, { draftUrl, localKey: lab.draft.localKey, opened, hasConflict: answer?.kind === "conflict" });
  const { keeper } = draft;
  const saveDraft = useCallback(() => void keeper?.flush(), [keeper]);
  const [waitingFor] = useState(lab.submission && !lab.submission.isDone ? lab.submission.id : null);
  const [initial] = useState(() => readInitialWork(lab, answer));
  const { work, run, submit, waiting } = useLabWork({ path: lab.path, submitUrl: actAs(`${lab.path}/submit`), localKey: lab.draft.localKey, document, saveDraft, initial, waitingFor });
  const reset = useReset({ draftUrl, document, keeper, initialUndoVersion: lab.draft.undoVersion });
  const { live, toggle } = useLiveRuns({ path: lab.path, language: lab.language, document, isHeld: work.kind === "running" || work.kind === "submitting" });

  const [path, setPath] = useState(lab.files[0]?.path ?? "");
  const [cursor, setCursor] = useState<CursorRequest | null>(null);
  const [choice, setChoice] = useState<EditorChoice>(lab.editor);
  const [isFull, setFull] = useState(false);
  const [hasSheet, setSheet] = useState(false);
  /** Said once beside the buttons, until the next result. */
  const [lastTold, setLastTold] = useState<{ text: string; of: unknown } | null>(null);
  const [lastWish, setLastWish] = useState<{ shows: "live" | "work"; of: LabWork } | null>(null);
  const controls = useRef<EditorControls | null>(null);
  const onControls = useCallback((now: EditorControls | null) => void (controls.current = now), []);
  const isMac = useIsMac();
  const navigate = useNavigate();
  const types = useMemo(() => buildExerciseTypes(lab.language, lab.files.map((file) => file.path)), [lab.files, lab.language]);

  const shown = chooseShown(work, live.result, lastWish?.of === work ? lastWish.shows : null);
  const result = shown.kind === "live" ? shown.result : work.kind === "result" ? work.result : null;
  const marks = useMarks(result);
  const failing = useFailingTests(result);
  useEffect(() => {
    if (work !== initial) onWork?.(work);
  }, [initial, onWork, work]);
  // What was said holds until there is something new to say.
  const toldOf = result ?? work;
  const told = lastTold?.of === toldOf ? lastTold.text : null;
  const setTold = (text: string) => setLastTold({ text, of: toldOf });
  const said = told ?? (shown.kind === "live" ? describeLive(shown.result, t) : describeWork(work, t, locale));

  function goTo(place: { path: string; line: number }) {
    setPath(place.path);
    setCursor({ ...place });
  }

  function goToNextFailing() {
    const found = failing.next();
    if (!found) return setTold(t("noFailing"));
    const { test, place, count } = found;
    const { location } = test;
    setTold([t("failingOf", { place: String(place), count: String(count), name: test.name }), location && t("failingAt", { path: location.path, line: String(location.line) })].filter(Boolean).join(". "));
    if (location) goTo(location);
  }

  async function format() {
    const outcome = (await controls.current?.format()) ?? "impossible";
    setTold(t(outcome));
  }

  function askAboutLine() {
    saveDraft();
    navigate(buildAskAddress(lab.path, { about: "line", path, line: controls.current?.line() ?? 1 }));
  }

  function moveFile(step: number) {
    const index = lab.files.findIndex((file) => file.path === path);
    const file = lab.files[(index + step + lab.files.length) % lab.files.length];
    if (!file || file.path === path) return;
    setPath(file.path);
    // After the other file is there.
    setTimeout(() => controls.current?.focus());
  }

  const acts: Record<LabAction, () => void> = {
    run, submit, "next-failing": goToNextFailing, format: () => void format(), live: toggle, reset: () => void reset.reset(), full: () => setFull(!isFull), "next-file": () => moveFile(1), "previous-file": () => moveFile(-1),
  };
  const keys = useDeskKeys({ isMac, act: (action) => acts[action](), openSheet: () => setSheet(true) });

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

  return (
    <section className={isFull ? "lab-desk is-full" : "lab-desk"} aria-label={t("yourWork")} {...keys}>
      <form className="lab-form" method="post" action={actAs(lab.path)} onSubmit={onSubmit}>
        <input type="hidden" name="baseVersion" value={answer?.kind === "conflict" ? answer.version : lab.draft.version} />
        <input type="hidden" name="idempotencyKey" value={lab.idempotencyKey} />
        <div className="lab-tabs">
          <FileTabs files={document.files} active={path} onSelect={setPath} idPrefix={idPrefix} panelId={panelId} />
          <DraftStatusLine status={draft.status} />
          <DeskTools isFull={isFull} isMac={isMac} onFull={acts.full} onKeys={() => setSheet(true)} />
        </div>
        <DeskNotices waiting={waiting} document={document} draft={draft} reset={reset} answer={answer} />
        <div className="lab-editor" role="tabpanel" id={panelId} aria-labelledby={tabId(idPrefix, Math.max(0, document.files.findIndex((file) => file.path === path)))}>
          <CodeEditor
            document={document} path={path} choice={choice} marks={marks} cursor={cursor} fieldName={fieldName} onControls={onControls} names={names} types={types}
            aside={<EditorToggle choice={choice} onChoose={setChoice} />}
          />
        </div>
        <DeskActs work={work} reset={reset} isMac={isMac} said={said} onFormat={findFormatter(path) ? acts.format : null} onAsk={askAboutLine} />
      </form>
      <DeskPanes
        language={lab.language} path={lab.path} document={document} live={live} isMac={isMac} onToggleLive={toggle}
        work={work} shown={shown} onShow={(shows) => setLastWish({ shows, of: work })} next={next} courseUrl={courseUrl} hasHiddenTests={lab.hasHiddenTests} askPath={lab.path} currentTest={failing.current?.index ?? null} onGoTo={goTo} offer={offer}
      />
      <KeysSheet isOpen={hasSheet} onClose={() => setSheet(false)} isMac={isMac} hasConsole={lab.language === "bash"} />
    </section>
  );
}

function fieldName(path: string): string {
  return FILE_FIELD + path;
}
