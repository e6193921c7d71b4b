import { useFetcher } from "@remix-run/react";
import { Bookmark, BookmarkCheck, Highlighter } from "lucide-react";
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { useKeptText } from "../drafts/use-kept-text.ts";
import { useActAs } from "../accounts/use-act-as.ts";
import { messages } from "./messages.ts";
import type { Passage } from "./note-rules.ts";
import { showPassage } from "./text-of-page.ts";
import { useMarking } from "./use-marking.ts";
import type { ActivityNotes, NoteView } from "./view-notes.server.ts";

interface NotesPartProps {
  /** Address of the activity's page. */
  path: string;
  notes: ActivityNotes;
  /** The text in which words can be marked. */
  text: RefObject<HTMLElement>;
}

/** Notes below a text: a bookmark, marked passages, own words. Forms, so that all but marking works without scripts. */
export function NotesPart({ path, notes: { isBookmarked, notes }, text }: NotesPartProps) {
  const t = useMessages(messages);
  const action = useActAs()(`${path}/notes`);
  const { selected } = useMarking(text, notes);
  const [marking, setMarking] = useState<Passage | null>(null);
  const letGo = useCallback(() => setMarking(null), []);
  const field = useRef<HTMLTextAreaElement>(null);
  const marker = useFetcher({ key: `mark ${path}` });
  const mark = ({ quote, prefix, suffix }: Passage) => {
    void marker.submit({ intent: "add", stay: "yes", quote, prefix, suffix, body: "" }, { method: "post", action });
    document.getSelection()?.removeAllRanges();
  };
  useMarkKey(selected, mark);
  return (
    <section className="sheet notes-part no-print" aria-labelledby="notes" id="your-notes">
      <div className="panel-part">
        <div className="row">
          <h2 className="h3" id="notes">{t("yours")} <span className="small muted">{t("count", { count: notes.length })}</span></h2>
          <BookmarkForm action={action} isBookmarked={isBookmarked} />
        </div>
        <p className="small muted">{t("onlyYou")} <span className="only-with-scripts">{t("help")}</span></p>
      </div>
      {notes.length > 0 && <ol className="note-list">{notes.map((note) => <Note key={note.id} note={note} action={action} text={text} />)}</ol>}
      <NewNote action={action} path={path} marking={marking} onDone={letGo} field={field} />
      {selected && (
        <div className="mark-bar" role="toolbar" aria-label={t("highlight")} onMouseDown={(event) => event.preventDefault()}>
          <button type="button" className="button small" onClick={() => mark(selected)}><Highlighter size={16} aria-hidden /> {t("highlight")}</button>
          <button type="button" className="button small quiet" onClick={() => { setMarking(selected); field.current?.focus(); }}>{t("highlightAndNote")}</button>
        </div>
      )}
    </section>
  );
}

function BookmarkForm({ action, isBookmarked }: { action: string; isBookmarked: boolean }) {
  const t = useMessages(messages);
  const fetcher = useFetcher({ key: `bookmark ${action}` });
  const wanted = fetcher.formData?.get("intent");
  const isOn = wanted ? wanted === "bookmark" : isBookmarked;
  return (
    <fetcher.Form method="post" action={action}>
      <StayHere />
      <button className="button small quiet" name="intent" value={isOn ? "unbookmark" : "bookmark"} aria-pressed={isOn}>
        {isOn ? <BookmarkCheck size={18} aria-hidden /> : <Bookmark size={18} aria-hidden />} {isOn ? t("bookmarked") : t("bookmark")}
      </button>
    </fetcher.Form>
  );
}

function Note({ note, action, text }: { note: NoteView; action: string; text: RefObject<HTMLElement> }) {
  const t = useMessages(messages);
  const fetcher = useFetcher({ key: `note ${note.id}` });
  const [isGone, setGone] = useState(false);
  const { id, quote, body } = note;
  const passage: Passage = note;
  return (
    <li className="note">
      {quote !== "" && (
        <blockquote className="note-quote" dir="auto">
          <p>{quote}</p>
          <button type="button" className="link-button small only-with-scripts" onClick={() => setGone(!(text.current && showPassage(text.current, passage)))}>{t("goTo")}</button>
          {isGone && <p className="small muted" role="status">{t("quoteGone")}</p>}
        </blockquote>
      )}
      {body !== "" && <p className="note-body" dir="auto">{body}</p>}
      <details className="note-change">
        <summary className="small">{t("change")}</summary>
        <fetcher.Form method="post" action={action} className="stack">
          <StayHere />
          <input type="hidden" name="id" value={id} />
          <label className="field"><span>{t("words")}</span><textarea className="input" name="body" rows={3} maxLength={10_000} defaultValue={body} key={body} dir="auto" /></label>
          <div className="row">
            <button className="button small" name="intent" value="change">{t("save")}</button>
            <button className="button small quiet danger" name="intent" value="remove">{t("remove")}</button>
          </div>
        </fetcher.Form>
      </details>
    </li>
  );
}

interface NewNoteProps {
  action: string;
  path: string;
  marking: Passage | null;
  onDone: () => void;
  field: RefObject<HTMLTextAreaElement>;
}

function NewNote({ action, path, marking, onDone, field }: NewNoteProps) {
  const t = useMessages(messages);
  const fetcher = useFetcher<{ kind: "kept" | "empty" | "too-many" }>({ key: `new note ${path}` });
  const { text, keep, forget } = useKeptText(`note ${path}`);
  const answer = fetcher.data?.kind;
  const isDone = fetcher.state === "idle" && answer === "kept";
  useEffect(() => {
    if (!isDone) return;
    forget();
    onDone();
    // Of the answer that came, whatever the page was made of since.
  }, [isDone, fetcher.data, forget, onDone]);
  return (
    <fetcher.Form method="post" action={action} className="panel-part stack new-note">
      <StayHere />
      {marking && (
        <p className="notice row" role="status">
          <span dir="auto">{t("selected", { quote: shorten(marking.quote) })}</span>
          <button type="button" className="button small quiet" onClick={onDone}>{t("letGo")}</button>
        </p>
      )}
      {marking && Object.entries(marking).map(([name, value]) => (name === "quote" || name === "prefix" || name === "suffix" ? <input key={name} type="hidden" name={name} value={value} /> : null))}
      <label className="field"><span>{t("write")}</span><textarea ref={field} className="input" name="body" rows={3} maxLength={10_000} value={text} onChange={(event) => keep(event.target.value)} dir="auto" /></label>
      {answer === "empty" && fetcher.state === "idle" && <p className="notice bad" role="alert">{t("empty")}</p>}
      {answer === "too-many" && fetcher.state === "idle" && <p className="notice bad" role="alert">{t("tooMany")}</p>}
      <div><button className="button" name="intent" value="add">{t("keep")}</button></div>
    </fetcher.Form>
  );
}

/** Once scripts run, a form's answer need not lead back to the page. */
function StayHere() {
  const [hasScripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  return hasScripts ? <input type="hidden" name="stay" value="yes" /> : null;
}

/** Alt+H marks what is selected, as its button does. */
function useMarkKey(selected: Passage | null, mark: (passage: Passage) => void) {
  useEffect(() => {
    if (!selected) return;
    const passage = selected;
    function onKeyDown(event: KeyboardEvent) {
      if (event.code !== "KeyH" || !event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      mark(passage);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
