/**
 * The compiler in its isolate: files in, type errors out, both as JSON. It reads nothing but what it is handed, and runs nothing
 * of a learner's. Bundled by `describe.ts`; the compiler's own script stands in the isolate already.
 */
import type * as TypeScript from "typescript";
import { GLOBALS, LIBRARIES } from "./declarations.ts";

export interface CheckRequest {
  /** Workspace path to text: everything that an import may find. */
  files: Readonly<Record<string, string>>;
}

/** As in the contract; here every string is the learner's or the compiler's. */
interface Finding {
  path: string;
  line: number;
  column: number;
  message: string;
}

const HOME = "/lab/";
const LIBRARY = "/library/";
const GLOBALS_FILE = `${LIBRARY}globals.d.ts`;
const SOURCE = /\.[cm]?tsx?$/;
const MOST_FINDINGS = 50;
const LONGEST_MESSAGE = 500;

/** @param libraries names to texts of TypeScript's library files */
export function bootChecker(ts: typeof TypeScript, libraries: Readonly<Record<string, string>>): (request: string) => string {
  // Parsed once; checking one program leaves no trace in them.
  const parsed = new Map<string, TypeScript.SourceFile>();
  const keep = (path: string, text: string): void => void parsed.set(path, ts.createSourceFile(path, text, ts.ScriptTarget.ES2024));
  for (const [name, text] of Object.entries(libraries)) keep(LIBRARY + name, text);
  keep(GLOBALS_FILE, GLOBALS);

  const options: TypeScript.CompilerOptions = {
    strict: true, target: ts.ScriptTarget.ES2024, lib: [...LIBRARIES], types: [], noEmit: true, skipLibCheck: true,
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, moduleDetection: ts.ModuleDetectionKind.Force,
    allowImportingTsExtensions: true, allowJs: true, checkJs: false, resolveJsonModule: true, jsx: ts.JsxEmit.Preserve,
    // A warning for people who tidy up, no error of types.
    allowUnreachableCode: true, allowUnusedLabels: true,
  };

  return (request) => {
    const { files } = JSON.parse(request) as CheckRequest;
    const texts = new Map(Object.entries(files).map(([path, text]) => [HOME + path, text]));
    const own = [...texts.keys()].filter((path) => SOURCE.test(path));
    const directives: Finding[] = [];
    const sources = new Map<string, TypeScript.SourceFile>();
    const sourceOf = (path: string): TypeScript.SourceFile | undefined => {
      const known = parsed.get(path) ?? sources.get(path);
      const text = texts.get(path);
      if (known !== undefined || text === undefined) return known;
      const source = ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.ES2024, impliedNodeFormat: ts.ModuleKind.ESNext });
      directives.push(...disarm(ts, source, path.slice(HOME.length)));
      sources.set(path, source);
      return source;
    };
    const host: TypeScript.CompilerHost = {
      getSourceFile: sourceOf,
      getDefaultLibFileName: () => `${LIBRARY}lib.es2024.d.ts`,
      getDefaultLibLocation: () => LIBRARY.slice(0, -1),
      fileExists: (path) => texts.has(path) || parsed.has(path),
      readFile: (path) => texts.get(path),
      directoryExists: (path) => `${HOME}x`.startsWith(`${path}/`) || [...texts.keys()].some((file) => file.startsWith(`${path}/`)),
      getDirectories: () => [],
      getCurrentDirectory: () => HOME.slice(0, -1),
      getCanonicalFileName: (path) => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => "\n",
      writeFile: () => {},
    };
    const program = ts.createProgram({ rootNames: [...own, GLOBALS_FILE], options, host });
    const findings: Finding[] = [];
    const take = (list: readonly TypeScript.Diagnostic[]): void => {
      for (const { file, start, messageText, category } of list) {
        if (file === undefined || start === undefined || !texts.has(file.fileName) || category !== ts.DiagnosticCategory.Error) continue;
        const { line, character } = ts.getLineAndCharacterOfPosition(file, start);
        findings.push({ path: file.fileName.slice(HOME.length), line: line + 1, column: character + 1, message: wordOf(ts.flattenDiagnosticMessageText(messageText, "\n")) });
      }
    };
    for (const path of own) {
      const source = program.getSourceFile(path);
      if (source === undefined) continue;
      const before = findings.length;
      take(program.getSyntacticDiagnostics(source));
      // After a mistake in the grammar, complaints about types are about what nobody wrote.
      if (findings.length === before) take(program.getSemanticDiagnostics(source));
      if (findings.length >= MOST_FINDINGS) break;
    }
    const all = [...directives, ...findings].sort((a, b) => (a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1));
    return JSON.stringify(all.slice(0, MOST_FINDINGS));
  };
}

/** Without advice about a machine that the learner has not got, and without the folders that exist only in here. */
function wordOf(message: string): string {
  const text = message.replace(/ Do you need to (?:install|change)[\s\S]*$/, "").replaceAll(HOME, "").replaceAll(LIBRARY, "");
  return text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE - 1)}…` : text;
}

/**
 * Comments that switch the compiler off, or its library, do nothing here; those that hide errors are errors themselves.
 * Changes `source`, which no program has seen yet.
 */
function disarm(ts: typeof TypeScript, source: TypeScript.SourceFile, path: string): Finding[] {
  const inner = source as unknown as {
    checkJsDirective?: { enabled: boolean; pos: number } | undefined;
    commentDirectives?: { range: { pos: number }; type: number }[] | undefined;
    hasNoDefaultLib: boolean;
    libReferenceDirectives: unknown[];
    typeReferenceDirectives: unknown[];
  };
  const hiding: { at: number; name: string }[] = [];
  if (inner.checkJsDirective?.enabled === false) hiding.push({ at: inner.checkJsDirective.pos, name: "@ts-nocheck" });
  for (const { range, type } of inner.commentDirectives ?? []) hiding.push({ at: range.pos, name: type === 0 ? "@ts-expect-error" : "@ts-ignore" });
  inner.checkJsDirective = undefined;
  inner.commentDirectives = undefined;
  inner.hasNoDefaultLib = false;
  inner.libReferenceDirectives = [];
  inner.typeReferenceDirectives = [];
  return hiding.map(({ at, name }) => {
    const { line, character } = ts.getLineAndCharacterOfPosition(source, at);
    return { path, line: line + 1, column: character + 1, message: `${name} hides type errors instead of solving them: remove it.` };
  });
}
