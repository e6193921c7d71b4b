/** Monaco with the languages of labs and of course files, its workers from this origin. Loaded only when it is wanted. */
import "./style-nonce.client.ts";
import * as monaco from "monaco-editor/editor";
import "monaco-editor/features/register.all";
import "monaco-editor/languages/definitions/javascript/register";
import "monaco-editor/languages/definitions/typescript/register";
import "monaco-editor/languages/definitions/python/register";
import "monaco-editor/languages/definitions/sql/register";
import "monaco-editor/languages/definitions/shell/register";
import "monaco-editor/languages/definitions/markdown/register";
import "monaco-editor/languages/definitions/yaml/register";
import "monaco-editor/languages/definitions/html/register";
import "monaco-editor/languages/definitions/css/register";
import * as typescript from "monaco-editor/languages/features/typescript/register";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker?worker";

self.MonacoEnvironment = {
  getWorker: (_, label) => (label === "javascript" || label === "typescript" ? new TypeScriptWorker() : new EditorWorker()),
};

for (const defaults of [typescript.javascriptDefaults, typescript.typescriptDefaults]) {
  defaults.setCompilerOptions({
    target: typescript.ScriptTarget.ESNext,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.NodeJs,
    allowJs: true,
    allowNonTsExtensions: true,
    allowImportingTsExtensions: true,
    strict: true,
    noEmit: true,
    // No DOM: labs have none, and its thousands of names crowd the completions.
    lib: ["esnext"],
  });
  // So that the files of one lab know each other.
  defaults.setEagerModelSync(true);
  // The tests say what is missing; grey hints of the language service would talk over them.
  defaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true });
  defaults.setExtraLibs([
    { filePath: "file:///console.d.ts", content: "declare const console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...values: unknown[]) => void>;" },
  ]);
}

export { monaco };
