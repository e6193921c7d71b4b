import type { CodeDocument } from "./code-document.ts";
import { languageOfPath } from "./language-of-path.ts";
import { monaco } from "./monaco.client.ts";

export type MonacoModels = ReadonlyMap<string, monaco.editor.ITextModel>;

/**
 * A model for each file of a document, kept equal to it in both directions. What the other editor wrote comes in as
 * an edit, so it can be undone. Dispose when the page goes: Monaco's models belong to the whole tab.
 */
export function bindModels(document: CodeDocument): { models: MonacoModels; dispose(): void } {
  const models = new Map(document.files.map(({ path }) => [path, createModel(path, document.getText(path))]));
  const changes = [...models].map(([path, model]) => model.onDidChangeContent(() => document.setText(path, model.getValue(monaco.editor.EndOfLinePreference.LF))));
  const unsubscribe = document.subscribe(() => {
    for (const [path, model] of models) bringUpToDate(model, document.getText(path));
  });
  return {
    models,
    dispose() {
      unsubscribe();
      for (const change of changes) change.dispose();
      for (const model of models.values()) model.dispose();
    },
  };
}

function createModel(path: string, text: string): monaco.editor.ITextModel {
  const uri = monaco.Uri.parse(`file:///${encodeURI(path)}`);
  monaco.editor.getModel(uri)?.dispose();
  const model = monaco.editor.createModel(text, languageOfPath(path), uri);
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  return model;
}

function bringUpToDate(model: monaco.editor.ITextModel, text: string) {
  if (model.getValue(monaco.editor.EndOfLinePreference.LF) === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}
