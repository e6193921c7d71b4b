/** Which files a run gets: the learner's over the starter's. Pure. */
import type { GradeRequest, TestFile } from "../../sandbox/contract.ts";
import type { Files } from "./catalog.ts";

/** What labs and projects have in common here. */
export interface WorkspaceOf {
  starter: Files;
  readOnly: readonly string[];
  tests: readonly TestFile[];
  /** Labs only; the usual, false, for the rest. */
  runSkipped?: boolean;
}

/** What the front matter says of how the tests run, as fields of a request. */
export function buildRunOptions(activity: WorkspaceOf): Pick<GradeRequest, "runSkipped"> {
  return activity.runSkipped === true ? { runSkipped: true } : {};
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
