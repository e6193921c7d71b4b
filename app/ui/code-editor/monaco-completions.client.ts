import type * as Monaco from "monaco-editor/editor";
import { listCompletions, type CompletedLanguage, type Completion } from "./completions.ts";
import type { NameToComplete } from "./editor-types.ts";

const LANGUAGES: readonly CompletedLanguage[] = ["python", "shell", "sql"];

/** Names of the page that is open: Monaco's providers belong to the whole tab. */
let offered: readonly NameToComplete[] = [];

/** What the page knows besides its files, e.g. tables. */
export function offerNames(names: readonly NameToComplete[]): void {
  offered = names;
}

/** Completion for languages that have no language service here. */
export function registerCompletions(monaco: typeof Monaco): void {
  const { CompletionItemKind } = monaco.languages;
  const kinds: Record<Completion["kind"], Monaco.languages.CompletionItemKind> = {
    keyword: CompletionItemKind.Keyword, function: CompletionItemKind.Function, module: CompletionItemKind.Module, word: CompletionItemKind.Text,
    table: CompletionItemKind.Struct, column: CompletionItemKind.Field, file: CompletionItemKind.File,
  };
  for (const language of LANGUAGES) {
    monaco.languages.registerCompletionItemProvider(language, {
      triggerCharacters: language === "sql" ? ["."] : [],
      provideCompletionItems(model, position) {
        const word = model.getWordUntilPosition(position);
        const before = model.getLineContent(position.lineNumber).slice(0, word.startColumn - 1);
        const texts = monaco.editor.getModels().map((one) => one.getValue());
        const range = { startLineNumber: position.lineNumber, endLineNumber: position.lineNumber, startColumn: word.startColumn, endColumn: word.endColumn };
        const suggestions = listCompletions({ language, before, texts, names: offered })
          // The word that is being typed is in the text as well.
          .filter(({ kind, label }) => kind !== "word" || label !== word.word)
          .map(({ label, kind, detail }) => ({ label, kind: kinds[kind], detail, insertText: label, range }));
        return { suggestions };
      },
    });
  }
}
