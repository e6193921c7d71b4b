/** Which files a run gets: the learner's over the starter's. Pure. */
import type { GradeRequest, Language, TestFile, TypeErrors } from "../../sandbox/contract.ts";
import type { Files } from "./catalog.ts";

/** What labs and projects have in common here. */
export interface WorkspaceOf {
  starter: Files;
  readOnly: readonly string[];
  tests: readonly TestFile[];
  language: Language | null;
  /** Labs only; the usual, false, for the rest. */
  runSkipped?: boolean;
  /** Labs only. */
  typeErrors?: TypeErrors;
  /** Labs only: the reference. It goes into requests of languages whose judge compares with it, and nowhere else. */
  solution?: Files | null;
}

/** What a request says beside files, tests and limits: how the tests run, and what a judge compares with. */
export function buildRunOptions(activity: WorkspaceOf): Pick<GradeRequest, "runSkipped" | "typeErrors" | "reference"> {
  const { language, typeErrors, solution } = activity;
  return {
    ...(activity.runSkipped === true ? { runSkipped: true } : {}),
    ...(language === "typescript" && typeErrors !== undefined && typeErrors !== "ignore" ? { typeErrors } : {}),
    ...(comparesWithReference(language) && solution ? { reference: solution } : {}),
  };
}

/** Languages whose tests are data sets: what is right on them is what the reference says. */
export function comparesWithReference(language: Language | null): boolean {
  return language === "sql";
}

/**
 * The files of a run: the starter with `files` laid over it. A read-only file keeps the author's text, and a file
 * that has the name of a test is left out, whatever was handed in.
 */
export function buildWorkspace(activity: WorkspaceOf, files: Files): Record<string, string> {
  const fixed = new Set([...activity.readOnly, ...activity.tests.map((test) => test.path)]);
  const laid = Object.entries(files).filter(([path]) => !fixed.has(path));
  return Object.fromEntries([...Object.entries(activity.starter), ...laid]);
}

/** Paths of the starter that the learner may change, in order. */
export function listEditableFiles(activity: WorkspaceOf): string[] {
  return Object.keys(activity.starter).filter((path) => !activity.readOnly.includes(path));
}
