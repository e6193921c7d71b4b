import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { CodeDocument } from "./code-document.ts";
import type { CursorRequest, EditorControls, FormatOutcome, LineMark } from "./editor-types.ts";
import { findFormatter, formatText } from "./format-text.ts";
import { breakLine, indent, outdent, type Replacement } from "./indent-text.ts";
import { buildReplacement } from "./replace-text.ts";
import { useDocumentText } from "./use-code-document.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

interface PlainEditorProps {
  document: CodeDocument;
  path: string;
  readOnly: boolean;
  isActive: boolean;
  marks: readonly LineMark[];
  cursor: CursorRequest | null;
  /** Id of the text that says how to leave the editor by keys. */
  helpId: string;
  /** Name of the form field; left out for read-only files. */
  name?: string;
  /** Told what can be asked while this file is the one that is edited here, and null when it no longer is. */
  onControls?: ((controls: EditorControls | null) => void) | undefined;
}

/**
 * One file in a text area with line numbers: it is there before scripts, works with every screen reader and phone,
 * and keeps the browser's own undo. The area is as large as its text; what is around it scrolls.
 */
export function PlainEditor({ document, path, readOnly, isActive, marks, cursor, helpId, name, onControls }: PlainEditorProps) {
  const t = useMessages(messages);
  const area = useRef<HTMLTextAreaElement>(null);
  const leavesWithTab = useRef(false);
  const text = useDocumentText(document, path, isActive);
  const [typedBefore] = useState(() => readTypedBefore(name));
  const lines = text.split("\n");
  const marked = new Set(marks.map((mark) => mark.line));

  // Before whoever keeps the document looks at it: an effect of a part comes before those of the whole.
  useEffect(() => {
    if (typedBefore !== null) document.setText(path, typedBefore);
  }, [document, path, typedBefore]);

  useEffect(() => {
    if (!cursor || !isActive || !area.current) return;
    const before = document.getText(path).split("\n").slice(0, cursor.line - 1);
    const at = before.reduce((sum, line) => sum + line.length + 1, 0);
    area.current.focus();
    area.current.setSelectionRange(at, at);
    const lineHeight = Number.parseFloat(getComputedStyle(area.current).lineHeight);
    area.current.closest(".code-scroll")?.scrollTo({ top: Math.max(0, (cursor.line - 4) * lineHeight) });
  }, [cursor, document, isActive, path]);

  useEffect(() => {
    if (!onControls || !isActive) return;
    onControls({ format: async () => (readOnly || !area.current ? "impossible" : format(document, path, area.current)), focus: () => area.current?.focus(), line: () => (area.current ? area.current.value.slice(0, area.current.selectionStart).split("\n").length : 1) });
    return () => onControls(null);
  }, [document, isActive, onControls, path, readOnly]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === "Escape") {
      leavesWithTab.current = true;
      return;
    }
    const leaves = leavesWithTab.current;
    if (event.key !== "Shift") leavesWithTab.current = false;
    const isPlainKey = !event.ctrlKey && !event.metaKey && !event.altKey && !event.nativeEvent.isComposing;
    if (readOnly || leaves || !isPlainKey) return;
    const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
    const selection = { text: value, start, end };
    if (event.key === "Tab") apply(event, event.shiftKey ? outdent(selection) : indent(selection));
    else if (event.key === "Enter" && !event.shiftKey) apply(event, breakLine(selection));
  }

  function apply(event: KeyboardEvent<HTMLTextAreaElement>, change: Replacement | null) {
    event.preventDefault();
    if (change) replace(document, path, event.currentTarget, change);
  }

  return (
    <div className={isActive ? "plain-editor" : "plain-editor is-inactive"}>
      <div className="plain-editor-name" aria-hidden="true">{path}{readOnly && t("readOnlyMark")}</div>
      <div className="code-scroll">
        <pre className="plain-editor-lines" aria-hidden="true">
          {lines.map((_, index) => <span key={index} className={marked.has(index + 1) ? "hit" : undefined}>{index + 1}{"\n"}</span>)}
        </pre>
        <textarea
          ref={area}
          className="plain-editor-text"
          aria-label={`${path}${readOnly ? t("readOnlyAfter") : ""}`}
          aria-describedby={helpId}
          name={readOnly ? undefined : name}
          value={text}
          readOnly={readOnly}
          rows={Math.max(lines.length, 3)}
          // Code points beyond the alphabet are wider; the area then scrolls by itself.
          cols={Math.max(...lines.map((line) => line.length), 10) + 2}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={(event) => document.setText(path, event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => (leavesWithTab.current = false)}
        />
      </div>
    </div>
  );
}

/**
 * What somebody typed into this field while the page had no scripts yet: the moment they take it over, React puts the text
 * that the server sent back into it. Null when nothing was typed, and where React itself wrote the field.
 */
function readTypedBefore(name: string | undefined): string | null {
  if (name === undefined || typeof window === "undefined") return null;
  const area = [...window.document.querySelectorAll("textarea")].find((field) => field.name === name);
  return area && area.value !== area.defaultValue ? area.value : null;
}

function replace(document: CodeDocument, path: string, area: HTMLTextAreaElement, change: Replacement) {
  area.setSelectionRange(change.from, change.to);
  // The only way to change a text area that the browser's undo knows of.
  if (!window.document.execCommand("insertText", false, change.insert)) {
    area.setRangeText(change.insert, change.from, change.to, "end");
    document.setText(path, area.value);
  }
  area.setSelectionRange(change.start, change.end);
}

async function format(document: CodeDocument, path: string, area: HTMLTextAreaElement): Promise<FormatOutcome> {
  const formatter = findFormatter(path);
  const before = document.getText(path);
  if (!formatter) return "impossible";
  const after = formatter === "own" ? await formatText(path, before) : await (await import("./format-with-monaco.client.ts")).formatWithMonaco(document, path).catch(() => null);
  if (after === null) return "impossible";
  const change = buildReplacement(before, after, { start: area.selectionStart, end: area.selectionEnd });
  // Typed on meanwhile: what was laid out is gone.
  if (!change || area.value !== before) return "unchanged";
  area.focus();
  replace(document, path, area, change);
  return "formatted";
}
