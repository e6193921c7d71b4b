import { RotateCw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import type { CodeDocument } from "../../ui/code-editor/code-document.ts";
import { showInvisible } from "../reviews/show-invisible.ts";
import { Place } from "../submissions/place.tsx";
import { messages } from "./desk-messages.ts";
import { buildPreview, readPreviewNote, type PreviewNote } from "./page-preview.ts";
import { PREVIEW_FRAME_PATH } from "./preview-frame-path.ts";

/** The page follows the typing after this pause, milliseconds. */
const PAUSE_MS = 700;
/** A page that has not loaded by then has a script without end, milliseconds. */
const PATIENCE_MS = 6_000;
const MOST_NOTES = 100;
/** Set while a page loads: one that hangs its tab is not started again by itself. */
const LOADING_KEY = "rung:preview-loading";

type Load = { kind: "shown"; id: number; page: string; title: string | null } | { kind: "none" } | { kind: "stuck" } | { kind: "held" };

/** The learner's page in a frame of an origin of its own, with what it says beneath. */
export function PagePreview({ document, onGoTo }: { document: CodeDocument; onGoTo: (place: { path: string; line: number }) => void }) {
  const t = useMessages(messages);
  const frame = useRef<HTMLIFrameElement>(null);
  const [load, setLoad] = useState<Load>(() => (sessionStorage.getItem(LOADING_KEY) === null ? begin(document, 1) : { kind: "held" }));
  const [notes, setNotes] = useState<readonly PreviewNote[]>([]);
  const shown = load.kind === "shown" ? load : null;
  const isHeld = load.kind === "held";

  // The page of now, after a pause.
  useEffect(() => {
    if (isHeld) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = document.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setLoad((now) => (now.kind === "shown" && now.page === readPage(document) ? now : begin(document, nextId(now)))), PAUSE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [document, isHeld]);

  const id = shown?.id ?? null;
  const page = shown?.page ?? null;
  useEffect(() => {
    if (id === null || page === null) return;
    setNotes([]);
    sessionStorage.setItem(LOADING_KEY, "1");
    let hasPage = false;
    const patience = setTimeout(() => {
      sessionStorage.removeItem(LOADING_KEY);
      setLoad({ kind: "stuck" });
    }, PATIENCE_MS);
    function onMessage(event: MessageEvent<unknown>) {
      const target = frame.current?.contentWindow;
      if (!target || event.source !== target || typeof event.data !== "object" || event.data === null) return;
      const { kind, title } = event.data as { kind?: unknown; title?: unknown };
      if (kind === "ready" && !hasPage) {
        hasPage = true;
        // Its origin has no name; only this one window gets it.
        target.postMessage({ page }, "*");
      } else if (kind === "loaded") {
        clearTimeout(patience);
        sessionStorage.removeItem(LOADING_KEY);
        setLoad((now) => (now.kind === "shown" && now.id === id ? { ...now, title: typeof title === "string" ? title.slice(0, 200) : "" } : now));
      }
      const note = readPreviewNote(event.data);
      if (note) setNotes((all) => (all.length < MOST_NOTES ? [...all, note] : all));
    }
    window.addEventListener("message", onMessage);
    return () => {
      clearTimeout(patience);
      sessionStorage.removeItem(LOADING_KEY);
      window.removeEventListener("message", onMessage);
    };
  }, [id, page]);

  return (
    <div className="page-preview">
      <div className="preview-head small">
        <span className="muted">{shown?.title ? t("previewNamed", { title: showInvisible(shown.title) }) : t("previewTitle")}</span>
        <button type="button" className="button quiet small" onClick={() => setLoad((now) => begin(document, nextId(now)))}><RotateCw size={15} aria-hidden /> {isHeld ? t("previewStart") : t("previewReload")}</button>
      </div>
      {load.kind === "none" && <p className="notice">{t("previewNone")}</p>}
      {load.kind === "stuck" && <p className="notice attention" role="alert">{t("previewStuck")}</p>}
      {load.kind === "held" && <p className="notice attention">{t("previewWas")}</p>}
      {shown && <iframe key={shown.id} ref={frame} className="preview-frame" src={PREVIEW_FRAME_PATH} title={t("previewTitle")} sandbox="allow-scripts allow-forms" referrerPolicy="no-referrer" />}
      <div className="preview-notes" role="log" aria-label={t("previewSaid")} tabIndex={0}>
        {notes.length === 0 && <p className="muted small">{t("previewQuiet")}</p>}
        {notes.map((note, index) => (
          <p key={index} data-kind={note.kind}>
            {note.kind === "error" && <strong>✗ </strong>}
            <code>{showInvisible(note.message)}</code>
            {note.path !== null && note.line !== null && document.files.some((file) => file.path === note.path) && <> <Place location={{ path: note.path, line: note.line }} onGoTo={onGoTo} /></>}
          </p>
        ))}
      </div>
    </div>
  );
}

function readPage(document: CodeDocument): string | null {
  return buildPreview(Object.fromEntries(document.files.map(({ path }) => [path, document.getText(path)])));
}

function begin(document: CodeDocument, id: number): Load {
  const page = readPage(document);
  return page === null ? { kind: "none" } : { kind: "shown", id, page, title: null };
}

function nextId(load: Load): number {
  return load.kind === "shown" ? load.id + 1 : Math.ceil(performance.now());
}
