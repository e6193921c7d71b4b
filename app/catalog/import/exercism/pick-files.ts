/** Which files of an exercise become starter, solution and tests. Pure. */
import { SOURCE_LIMITS, type Language } from "../../../../sandbox/contract.ts";
import { isTestFileName } from "../../code-files.ts";
import { explainPath, findText, type ExerciseSource } from "./exercise-source.ts";
import type { ExerciseKind, FileLists } from "./track-config.ts";

export interface PickedFiles {
  /** What the learner begins with: stubs, and editor files. */
  starter: ReadonlyMap<string, string>;
  /** Of the starter's, those that are only to be read. */
  readOnly: readonly string[];
  solution: ReadonlyMap<string, string>;
  tests: ReadonlyMap<string, string>;
  warnings: readonly string[];
}

/** What the tools of a track need, and no course. */
const TOOLING = /(?:^|\/)(?:package(?:-lock)?\.json|\.npmrc|\.yarnrc(?:\.yml)?|yarn\.lock|LICENSE(?:\.\w+)?|(?:babel|jest|eslint|vitest)\.config\.[cm]?[jt]s|\.eslintrc(?:\.\w+)?|\.eslintignore|\.babelrc|tsconfig(?:\.\w+)?\.json|corepack\.tgz|\.vscode\/.*|\.gitignore|pytest\.ini|README\.md|HELP\.md)$/;

/** The sandbox's own rule for names, and what reading a course leaves out. */
const CARRIED = /^[\w@()+,~ .-]+(?:\/[\w@()+,~ .-]+)*$/;
const LEFT_OUT = /(?:^|\/)(?:\.|node_modules(?:\/|$)|[\s-])|~$|[\s.](?:\/|$)/;

/**
 * @returns the files, or the sentence that says why the exercise can't come over. A file that is named and can't be
 * taken (it leads out of the folder, is a link, too large or no text) refuses the whole exercise.
 */
export function pickFiles(source: ExerciseSource, lists: FileLists, of: { kind: ExerciseKind; language: Language }): PickedFiles | { refused: string } {
  const warnings: string[] = [];
  const picked = { solution: new Map<string, string>(), test: new Map<string, string>(), reference: new Map<string, string>(), editor: new Map<string, string>(), helper: new Map<string, string>() };
  const take = (into: Map<string, string>, paths: readonly string[], isNeeded: boolean): string | null => {
    for (const path of paths) {
      // Named by hostile hands too: looked at before anything else.
      const reason = explainPath(path);
      if (reason !== null) return reason;
      if (TOOLING.test(path)) continue;
      const found = findText(source, path);
      if ("refused" in found) return found.refused;
      if ("text" in found) into.set(path, found.text);
      else if (isNeeded) return `\`${path}\` is not there.`;
      else warnings.push(`\`${path}\` is named in its configuration and is not there.`);
    }
    return null;
  };

  const references = of.kind === "concept" ? [lists.exemplar, lists.example] : [lists.example, lists.exemplar];
  const referencePaths = references.find((paths) => paths.length > 0) ?? [];
  const reason =
    take(picked.test, lists.test, true) ??
    take(picked.reference, referencePaths, true) ??
    take(picked.editor, lists.editor, false) ??
    take(picked.helper, lists.invalidator, false) ??
    takeStubs(source, lists.solution, picked.solution, warnings);
  if (reason !== null) return { refused: reason };
  if (picked.solution.size === 0) return { refused: "Its configuration names no file for the learner (`files.solution`)." };
  if (picked.reference.size === 0) return { refused: "It has no exemplar, so nobody could know that its tests are right." };
  if (of.language === "bash") takeLoaded(source, picked.test);

  const tests = new Map([...picked.test, ...[...picked.helper].filter(([path]) => !picked.solution.has(path) && !picked.editor.has(path))]);
  for (const path of tests.keys()) {
    if (picked.solution.delete(path)) warnings.push(`\`${path}\` is named as a test and as the learner's file; it stays a test.`);
    picked.editor.delete(path);
  }
  if (picked.solution.size === 0) return { refused: "Its files for the learner are its tests." };
  if (![...tests.keys()].some((path) => isTestFileName(of.language, path))) return { refused: `None of its test files has a name of ${of.language} tests.` };
  const editor = new Map([...picked.editor].filter(([path]) => !picked.solution.has(path)));
  const solution = nameReferences(picked.reference, [...picked.solution.keys()], [...editor.keys(), ...tests.keys()], warnings);
  const starter = new Map([...picked.solution, ...editor]);

  const trouble = explainFiles(starter, solution, tests);
  return trouble === null ? { starter, readOnly: [...editor.keys()], solution, tests, warnings } : { refused: trouble };
}

function takeStubs(source: ExerciseSource, paths: readonly string[], into: Map<string, string>, warnings: string[]): string | null {
  for (const path of paths) {
    const found = findText(source, path);
    if ("refused" in found) return found.refused;
    if ("text" in found) into.set(path, found.text);
    else {
      into.set(path, "");
      warnings.push(`There is no stub \`${path}\`; the learner begins with an empty file.`);
    }
  }
  return null;
}

/** Bats files name what they load, and configurations often do not. */
function takeLoaded(source: ExerciseSource, tests: Map<string, string>): void {
  // What is added here is looked at too: a loaded file may load another.
  for (const text of tests.values()) {
    for (const [, quoted, plain] of text.matchAll(/^[ \t]*(?:bats_)?load[ \t]+(?:["']([\w./-]+)["']|([\w./-]+))/gm)) {
      const name = (quoted ?? plain ?? "").replace(/^\.\//, "");
      for (const path of [name, `${name}.bash`]) {
        const found = tests.has(path) ? null : findText(source, path);
        if (found && "text" in found) tests.set(path, found.text);
      }
    }
  }
}

/**
 * Exemplars lie in `.meta/` under other names than the files that they are: each gets the name of the learner's file
 * that it stands for, by the same name, then by the same ending, in the order of the lists.
 */
function nameReferences(references: ReadonlyMap<string, string>, names: readonly string[], taken: readonly string[], warnings: string[]): Map<string, string> {
  const named = new Map<string, string>();
  const left = new Map(references);
  const assign = (name: string, path: string) => {
    named.set(name, references.get(path) ?? "");
    left.delete(path);
  };
  for (const match of [
    (name: string, path: string) => baseName(name) === baseName(path),
    (name: string, path: string) => stem(name) === stem(path) && ending(name) === ending(path),
    (name: string, path: string) => ending(name) === ending(path),
  ]) {
    for (const name of names) {
      const path = named.has(name) ? undefined : [...left.keys()].find((one) => match(name, one));
      if (path !== undefined) assign(name, path);
    }
  }
  for (const name of names) {
    if (!named.has(name)) warnings.push(`No exemplar stands for \`${name}\`; in the reference it is as in the starter.`);
  }
  for (const path of left.keys()) {
    const name = baseName(path);
    if (named.has(name) || taken.includes(name)) warnings.push(`The exemplar \`${path}\` stands for no file of the learner and was left out.`);
    else assign(name, path);
  }
  return named;
}

function explainFiles(starter: ReadonlyMap<string, string>, solution: ReadonlyMap<string, string>, tests: ReadonlyMap<string, string>): string | null {
  let total = 0;
  for (const [path, text] of [...starter, ...solution, ...tests]) {
    if (!CARRIED.test(path) || LEFT_OUT.test(path)) return `\`${path.slice(0, 60)}\` can't be the name of a file in a lab.`;
    if (path.split("/").slice(0, -1).some((step) => step === "assets" || step === "hidden")) return `\`${path.slice(0, 60)}\` lies in a folder that means something else in a lab.`;
    const bytes = Buffer.byteLength(text, "utf8");
    if (bytes > SOURCE_LIMITS.fileBytes) return `\`${path}\` has ${bytes} bytes; a run takes at most ${SOURCE_LIMITS.fileBytes} in one file.`;
  }
  for (const [path, text] of tests) if (text.trim() === "") return `The test file \`${path}\` is empty.`;
  for (const text of [...starter.values(), ...solution.values(), ...tests.values()]) total += Buffer.byteLength(text, "utf8");
  if (total > SOURCE_LIMITS.totalBytes) return `Its files have ${total} bytes together; a run takes at most ${SOURCE_LIMITS.totalBytes}.`;
  return starter.size + tests.size > SOURCE_LIMITS.files ? `It has more than ${SOURCE_LIMITS.files} files.` : null;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function ending(path: string): string {
  const base = baseName(path);
  return base.slice(base.lastIndexOf(".") + 1);
}

function stem(path: string): string {
  return baseName(path).split(".")[0] ?? "";
}
