/** Which files a learner may hand to the server: the activity's own, writable ones, within the sandbox's sizes. Pure. */
import { SOURCE_LIMITS } from "../../../sandbox/contract.ts";
import type { Files, Lab, Project } from "../../catalog/catalog.ts";
import { listEditableFiles } from "../../catalog/workspace.ts";
import type { DraftRefusal } from "./refusals.ts";

/** An activity in which code is written. */
export type CodeActivity = Lab | Project;

export type FilesAnswer = { ok: true; files: Record<string, string> } | { ok: false; message: DraftRefusal };

const KIB = 1024;

/**
 * Checks what a page sent. Paths that are not the activity's (a test's name, `../x`, `__proto__`) and read-only ones
 * refuse the whole, so that nobody believes a file was kept that was not.
 * @param sent parsed JSON of a stranger
 */
export function parseLearnerFiles(activity: CodeActivity, sent: unknown): FilesAnswer {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return { ok: false, message: { key: "filesMissing" } };
  const editable = new Set(listEditableFiles(activity));
  const files: [string, string][] = [];
  let totalBytes = 0;
  for (const [path, text] of Object.entries(sent)) {
    if (!editable.has(path)) return { ok: false, message: { key: "notEditable", values: { path: shortenPath(path) } } };
    if (typeof text !== "string") return { ok: false, message: { key: "notText", values: { path } } };
    const bytes = byteLength(text);
    if (bytes > SOURCE_LIMITS.fileBytes) return { ok: false, message: { key: "fileTooLarge", values: { path, size: Math.ceil(bytes / KIB), most: SOURCE_LIMITS.fileBytes / KIB } } };
    totalBytes += bytes;
    files.push([path, text]);
  }
  if (totalBytes > SOURCE_LIMITS.totalBytes) return { ok: false, message: { key: "filesTooLarge", values: { most: SOURCE_LIMITS.totalBytes / KIB } } };
  return { ok: true, files: Object.fromEntries(files) };
}

/**
 * What the editor opens: the learner's text over the starter. Files that the starter has gained since are there,
 * read-only ones are the author's, and text whose file is gone stays behind in the draft's versions.
 */
export function mergeWithStarter(activity: CodeActivity, files: Files): Record<string, string> {
  return Object.fromEntries(listEditableFiles(activity).map((path) => [path, Object.hasOwn(files, path) ? (files[path] ?? "") : (activity.starter[path] ?? "")]));
}

function shortenPath(path: string): string {
  // Hostile text in a sentence: short and without control characters.
  return path.replace(/\p{Cc}/gu, "?").slice(0, 60);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
