import type { CodeDocument } from "./code-document.ts";
import { languageOfPath } from "./language-of-path.ts";
import { monaco } from "./monaco.client.ts";

/** How long a formatter may take to load, milliseconds. */
const PATIENCE_MS = 8_000;
const ACTION = "editor.action.formatDocument";

/** Lays out what `editor` shows, with whoever Monaco has for its language. False when nobody has come in time. */
export async function formatInMonaco(editor: monaco.editor.ICodeEditor): Promise<boolean> {
  const untilMs = performance.now() + PATIENCE_MS;
  // Languages are loaded when their first file is opened.
  while (!editor.getAction(ACTION)?.isSupported()) {
    if (performance.now() > untilMs) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await editor.getAction(ACTION)?.run();
  return true;
}

/** The same for people who work in the plain editor: in an editor that nobody sees. Null when it can't be done. */
export async function formatWithMonaco(document: CodeDocument, path: string): Promise<string | null> {
  const model = monaco.editor.createModel(document.getText(path), languageOfPath(path));
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  const editor = monaco.editor.create(window.document.createElement("div"), { model });
  try {
    return (await formatInMonaco(editor)) ? model.getValue(monaco.editor.EndOfLinePreference.LF) : null;
  } finally {
    editor.dispose();
    model.dispose();
  }
}
