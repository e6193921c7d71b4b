import { useEffect, useRef } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import type { CodeDocument } from "./code-document.ts";
import type { CursorRequest, EditorControls, FormatOutcome, LineMark, NameToComplete } from "./editor-types.ts";
import { findFormatter, formatText } from "./format-text.ts";
import { formatInMonaco } from "./format-with-monaco.client.ts";
import { bindModels, type MonacoModels } from "./monaco-models.client.ts";
import { followPageTheme, THEME } from "./monaco-theme.client.ts";
import { monaco, offerNames, setTypeWorld, type TypeWorld } from "./monaco.client.ts";
import { messages } from "./messages.ts";
import { buildReplacement } from "./replace-text.ts";

export interface MonacoEditorProps {
  document: CodeDocument;
  path: string;
  readOnly: boolean;
  marks: readonly LineMark[];
  cursor: CursorRequest | null;
  /** Where the other editor's cursor was, when it had the focus. */
  takeOver: { line: number; column: number } | null;
  /** Told what can be asked of this editor, and null when it no longer can; null while another one is shown. */
  onControls: ((controls: EditorControls | null) => void) | null;
  names: readonly NameToComplete[];
  types: TypeWorld | null;
}

/** Monaco on the document of the page. Stays while it is hidden, so that its undo does too. */
export function MonacoEditor({ document, path, readOnly, marks, cursor, takeOver, onControls, names, types }: MonacoEditorProps) {
  const t = useMessages(messages);
  const element = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor | null>(null);
  const models = useRef<MonacoModels>(new Map());
  const views = useRef(new Map<string, monaco.editor.ICodeEditorViewState | null>());

  useEffect(() => {
    if (!element.current) return;
    const stopTheme = followPageTheme();
    const bound = bindModels(document);
    const made = monaco.editor.create(element.current, { ...OPTIONS, theme: THEME, model: null });
    const leaving = leaveByEscapeAndTab(made);
    editor.current = made;
    models.current = bound.models;
    // Widths measured before the font has come put the cursor beside the letters.
    void window.document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    return () => {
      leaving.dispose();
      made.dispose();
      bound.dispose();
      stopTheme();
      editor.current = null;
      models.current = new Map();
    };
  }, [document]);

  useEffect(() => {
    const current = editor.current;
    const kept = views.current;
    const model = models.current.get(path);
    if (!current || !model) return;
    current.setModel(model);
    current.restoreViewState(kept.get(path) ?? null);
    // Prose has long lines.
    current.updateOptions({ readOnly, domReadOnly: readOnly, wordWrap: path.endsWith(".md") ? "on" : "off", ariaLabel: t(readOnly ? "editorOfReadOnly" : "editorOf", { path }) });
    return () => void kept.set(path, current.saveViewState());
  }, [document, path, readOnly, t]);

  useEffect(() => {
    for (const [modelPath, model] of models.current) monaco.editor.setModelMarkers(model, "tests", buildMarkers(model, marks.filter((mark) => mark.path === modelPath)));
  }, [document, marks]);

  useEffect(() => {
    if (!cursor || cursor.path !== path || !editor.current) return;
    editor.current.setPosition({ lineNumber: cursor.line, column: 1 });
    editor.current.revealLineInCenter(cursor.line);
    editor.current.focus();
  }, [cursor, path]);

  useEffect(() => {
    if (!takeOver || !editor.current) return;
    editor.current.setPosition({ lineNumber: takeOver.line, column: takeOver.column });
    editor.current.focus();
  }, [takeOver]);

  useEffect(() => offerNames(names), [names]);

  useEffect(() => {
    setTypeWorld(types);
    return () => setTypeWorld(null);
  }, [types]);

  useEffect(() => {
    if (!onControls) return;
    onControls({
      format: async () => (editor.current && !readOnly ? format(editor.current, path) : "impossible"),
      focus: () => editor.current?.focus(),
      line: () => editor.current?.getPosition()?.lineNumber ?? 1,
    });
    return () => onControls(null);
  }, [onControls, path, readOnly]);

  return <div className="monaco-frame" ref={element} />;
}

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: '"Atkinson Hyperlegible Mono Variable", "Atkinson Hyperlegible Mono", ui-monospace, monospace',
  fontSize: 15,
  lineHeight: 24,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  padding: { top: 12, bottom: 12 },
  lineNumbersMinChars: 3,
  folding: false,
  glyphMargin: false,
  lineDecorationsWidth: 16,
  renderLineHighlight: "line",
  // Its rainbow is not of our tokens.
  bracketPairColorization: { enabled: false },
  overviewRulerLanes: 0,
  stickyScroll: { enabled: false },
  // A page that is scrolled with the wheel goes on over the editor.
  scrollbar: { alwaysConsumeMouseWheel: false },
  // Widgets may be wider than the editor on a phone.
  fixedOverflowWidgets: true,
  accessibilitySupport: "auto",
  unicodeHighlight: { ambiguousCharacters: true, invisibleCharacters: true, nonBasicASCII: false },
};

function buildMarkers(model: monaco.editor.ITextModel, marks: readonly LineMark[]): monaco.editor.IMarkerData[] {
  return marks
    .filter(({ line }) => line >= 1 && line <= model.getLineCount())
    .map(({ line, message }) => ({
      severity: monaco.MarkerSeverity.Error,
      message,
      startLineNumber: line,
      startColumn: model.getLineFirstNonWhitespaceColumn(line) || 1,
      endLineNumber: line,
      endColumn: model.getLineMaxColumn(line),
    }));
}

async function format(editor: monaco.editor.IStandaloneCodeEditor, path: string): Promise<FormatOutcome> {
  const formatter = findFormatter(path);
  const model = editor.getModel();
  if (!formatter || !model) return "impossible";
  const before = model.getValue(monaco.editor.EndOfLinePreference.LF);
  if (formatter === "monaco") {
    if (!(await formatInMonaco(editor))) return "impossible";
  } else {
    const change = buildReplacement(before, await formatText(path, before), { start: 0, end: 0 });
    // Typed on meanwhile: what was laid out is gone.
    if (!change || model.getValue(monaco.editor.EndOfLinePreference.LF) !== before) return "unchanged";
    const [from, to] = [model.getPositionAt(change.from), model.getPositionAt(change.to)];
    editor.pushUndoStop();
    editor.executeEdits("format", [{ range: { startLineNumber: from.lineNumber, startColumn: from.column, endLineNumber: to.lineNumber, endColumn: to.column }, text: change.insert }]);
    editor.pushUndoStop();
  }
  return model.getValue(monaco.editor.EndOfLinePreference.LF) === before ? "unchanged" : "formatted";
}

/** The same way out as in the plain editor. Escape still closes Monaco's own widgets. */
function leaveByEscapeAndTab(editor: monaco.editor.IStandaloneCodeEditor): monaco.IDisposable {
  let isLeaving = false;
  const set = (value: boolean) => {
    if (isLeaving === value) return;
    isLeaving = value;
    editor.updateOptions({ tabFocusMode: value });
  };
  const keys = editor.onKeyDown((event) => {
    if (event.keyCode === monaco.KeyCode.Escape) set(true);
    else if (event.keyCode !== monaco.KeyCode.Tab && event.keyCode !== monaco.KeyCode.Shift) set(false);
  });
  const blur = editor.onDidBlurEditorWidget(() => set(false));
  return {
    dispose() {
      keys.dispose();
      blur.dispose();
    },
  };
}
