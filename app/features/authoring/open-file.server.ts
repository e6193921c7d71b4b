import type { Deps } from "../../deps.server.ts";
import { openDraftCourse, type DraftCourse } from "./build-draft-course.server.ts";
import { findOwner, isPartOf, type OutlineActivity } from "./course-outline.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { renderDraftText } from "./preview-file.server.ts";
import { listProblems, type ProblemView } from "./open-taught-course.server.ts";
import { versionOf } from "./overlay.ts";
import { isAssetPath, parseContentPath } from "./parse-content-path.ts";

export interface FileEntry {
  path: string;
  /** What to call it in the list: from the folder that the list is about. */
  name: string;
  state: "unchanged" | "changed" | "new" | "removed";
  problems: number;
}

export interface OpenedFile {
  path: string;
  /** Null: a picture or data, which is shown and not edited. */
  text: string | null;
  bytes: number;
  version: number;
  state: FileEntry["state"];
}

export interface FilePage {
  course: { id: string; title: string };
  /** What the files belong to. */
  owner: { kind: "course" | "module" | "activity"; title: string; id: string | null };
  /** Folder that new files go to, from the course folder; null when the owner is one file and has no folder. */
  folder: string | null;
  file: OpenedFile;
  files: FileEntry[];
  problems: ProblemView[];
  /** The lab whose programs can be tried, or null. */
  lab: { id: string; wrong: string[] } | null;
  /** As learners would read it, sanitised; null when the file is no text for them. */
  html: string | null;
  /** The page that learners have of it now, or null. */
  learnerPage: string | null;
  /** Tells people and files apart in one browser. */
  localKey: string;
}

/** A file of a course for the editor, with its neighbours; null when there is none. `activity` opens its own file. */
export async function openFile(deps: Pick<Deps, "db" | "catalog">, visit: TeachingVisit, asked: { path: string | null; activity: string | null }): Promise<FilePage | null> {
  const draft = await openDraftCourse(deps, visit);
  const wanted = asked.path ?? draft.outline.flatMap(({ activities }) => activities).find(({ id }) => id === asked.activity)?.file ?? (asked.activity === null ? "course.md" : null);
  const parsed = parseContentPath(wanted);
  if (!parsed.ok) return null;
  const { path } = parsed;
  const file = findOpened(draft, path);
  if (!file) return null;

  const { module, activity } = findOwner(draft.outline, path);
  const folder = activity ? (activity.hasFolder ? activity.place : null) : (module?.folder ?? "");
  const listed = [...new Set([...draft.files.paths, ...draft.changes.map((change) => change.path)])]
    .filter((own) => isListed(draft, own, { folder, activity, isWholeModule: module !== null && activity === null }))
    .sort((a, b) => Number(b === activity?.file) - Number(a === activity?.file) || (a < b ? -1 : 1));
  const problems = listProblems(draft);
  const lab = activity && draft.course.modules.flatMap(({ activities }) => activities).find((own) => own.id === activity.id);
  const published = activity && visit.course.modules.flatMap(({ activities }) => activities).find((own) => own.id === activity.id);
  return {
    course: { id: draft.course.id, title: draft.course.title },
    owner: activity
      ? { kind: "activity", title: activity.title, id: activity.id }
      : module
        ? { kind: "module", title: module.title, id: module.id }
        : { kind: "course", title: draft.course.title, id: null },
    folder: folder === "" ? null : folder,
    file,
    files: listed.map((own) => ({
      path: own,
      name: folder && own.startsWith(`${folder}/`) ? own.slice(folder.length + 1) : own.slice(own.lastIndexOf("/") + 1),
      state: stateOf(draft, own),
      problems: problems.filter((problem) => problem.path === own).length,
    })),
    problems: problems.filter((problem) => listed.includes(problem.path) || (activity !== null && (problem.path === activity.place || problem.path.startsWith(`${activity.place}/`)))),
    lab: lab?.kind === "lab" ? { id: lab.id, wrong: lab.wrong.map(({ name }) => name) } : null,
    html: await renderDraftText(draft, visit.course, path),
    learnerPage: published ? `/courses/${visit.course.id}/${published.id}` : activity ? null : `/courses/${visit.course.id}`,
    localKey: `rung:content:${visit.userId}:${visit.course.id}/${path}`,
  };
}

/** The newest state of one file, for an editor whose other tab has saved. */
export async function readFileState(deps: Pick<Deps, "db" | "catalog">, visit: TeachingVisit, path: string): Promise<OpenedFile | null> {
  const parsed = parseContentPath(path);
  return parsed.ok ? findOpened(await openDraftCourse(deps, visit), parsed.path) : null;
}

function findOpened(draft: DraftCourse, path: string): OpenedFile | null {
  const found = draft.files.find(path);
  const stored = draft.stored.find((own) => own.path === path) ?? null;
  // A file that was removed can be looked at, to bring it back.
  const isRemoved = !found && stored?.bytes === null && stored.baseHash !== null;
  if (!found && !isRemoved) return null;
  return {
    path,
    text: isAssetPath(path) ? null : (found?.text ?? stored?.baseBytes?.toString() ?? ""),
    bytes: found?.bytes ?? stored?.baseBytes?.length ?? 0,
    version: versionOf(stored, draft.diskHash(path)),
    state: stateOf(draft, path),
  };
}

function stateOf(draft: DraftCourse, path: string): FileEntry["state"] {
  const change = draft.changes.find((own) => own.path === path);
  if (!change) return "unchanged";
  if (change.bytes === null) return "removed";
  return change.baseHash === null ? "new" : "changed";
}

function isListed(draft: DraftCourse, path: string, scope: { folder: string | null; activity: OutlineActivity | null; isWholeModule: boolean }): boolean {
  if (scope.activity) return isPartOf(scope.activity, path);
  const depth = scope.isWholeModule ? 2 : 1;
  const isDirect = path.split("/").length === depth && (scope.folder === "" || path.startsWith(`${scope.folder ?? ""}/`));
  // One-file activities of a module have pages of their own.
  return isDirect && findOwner(draft.outline, path).activity === null;
}
