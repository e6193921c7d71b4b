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
import "monaco-editor/languages/features/html/register";
import "monaco-editor/languages/features/css/register";
import "monaco-editor/languages/features/json/register";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker?worker";
import HtmlWorker from "monaco-editor/languages/features/html/html.worker?worker";
import CssWorker from "monaco-editor/languages/features/css/css.worker?worker";
import JsonWorker from "monaco-editor/languages/features/json/json.worker?worker";
import { offerNames, registerCompletions } from "./monaco-completions.client.ts";

/** By Monaco's names of languages; all others share one. */
const WORKERS: Readonly<Record<string, new () => Worker>> = {
  javascript: TypeScriptWorker, typescript: TypeScriptWorker, html: HtmlWorker, css: CssWorker, json: JsonWorker,
};

self.MonacoEnvironment = { getWorker: (_, label) => new (WORKERS[label] ?? EditorWorker)() };

/** The world that a lab's scripts run in, as the language service sees it. */
export interface TypeWorld {
  /** Names of TypeScript's library files, e.g. `es2024`. */
  libraries: readonly string[];
  /** Declarations of what else is there. */
  declarations: string;
}

const ESNEXT = { libraries: ["esnext"], declarations: "declare const console: Record<'log' | 'info' | 'warn' | 'error' | 'debug', (...values: unknown[]) => void>;" } as const satisfies TypeWorld;

/** Not in Monaco's list of names, and known to the compiler in its worker. */
const BUNDLER = 100 as typescript.ModuleResolutionKind;

for (const defaults of [typescript.javascriptDefaults, typescript.typescriptDefaults]) {
  // So that the files of one lab know each other.
  defaults.setEagerModelSync(true);
  // The tests say what is missing; grey hints of the language service would talk over them.
  defaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true });
}
setTypeWorld(null);

/** Tells the language service of JavaScript and TypeScript what is there. It belongs to the whole tab: null is the usual. */
export function setTypeWorld(world: TypeWorld | null): void {
  const { libraries, declarations } = world ?? ESNEXT;
  for (const defaults of [typescript.javascriptDefaults, typescript.typescriptDefaults]) {
    // As strict as the type check of the sandbox (sandbox/languages/types/checker.ts).
    defaults.setCompilerOptions({
      target: typescript.ScriptTarget.ESNext,
      module: typescript.ModuleKind.ESNext,
      moduleResolution: BUNDLER,
      moduleDetection: 3,
      allowJs: true,
      allowNonTsExtensions: true,
      allowImportingTsExtensions: true,
      resolveJsonModule: true,
      allowUnreachableCode: true,
      allowUnusedLabels: true,
      skipLibCheck: true,
      strict: true,
      noEmit: true,
      types: [],
      lib: [...libraries],
    });
    defaults.setExtraLibs([{ filePath: "file:///library/world.d.ts", content: declarations }]);
  }
}

registerCompletions(monaco);

// The page's own script is bundled apart: what both share goes through here.
export { monaco, offerNames };
