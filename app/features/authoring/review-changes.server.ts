import type { ContentDraft } from "../../../db/queries/content-drafts.ts";
import { hashContent } from "../../catalog/content-hash.server.ts";
import type { Deps } from "../../deps.server.ts";
import { openDraftCourse, type DraftCourse } from "./build-draft-course.server.ts";
import { isPartOf } from "./course-outline.ts";
import { diffTexts, type TextDiff } from "./diff-texts.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { mergeTexts, type MergedText } from "./merge-texts.ts";
import { listProblems, type ProblemView } from "./open-taught-course.server.ts";
import { compareWithDisk } from "./overlay.ts";
import { pairMoves } from "./pair-moves.ts";
import { isAssetPath } from "./parse-content-path.ts";

export interface FileConflict {
  /** `gone`: somebody removed it meanwhile. */
  kind: "changed" | "gone";
  version: number;
  /** Of the file on disk as it is now; empty when there is none. */
  diskHash: string;
  /** Null where there is no file; all null for pictures and data. */
  base: string | null;
  mine: string | null;
  theirs: string | null;
  /** Null when there are no three texts to merge. */
  merged: MergedText | null;
  /** What the others did since the change began. */
  theirDiff: TextDiff | null;
}

export interface ChangedFile {
  path: string;
  kind: "new" | "changed" | "removed" | "moved";
  /** The former path of a file that moved, or null. */
  from: string | null;
  /** From what is on disk to what would be; null for pictures and data. */
  diff: TextDiff | null;
  bytes: { before: number | null; after: number | null };
  conflict: FileConflict | null;
}

/** What learners would lose: an activity, or the course itself when it could not be understood. */
export interface Broken {
  kind: "activity" | "course";
  title: string;
}

export interface ChangesReview {
  course: { id: string; title: string };
  /** A file that moved stands here once. */
  files: ChangedFile[];
  changedFiles: number;
  /** Problems that the course would have, those of changed files first. */
  problems: (ProblemView & { isInChangedFile: boolean })[];
  /** Activities that learners would lose because a changed file breaks them. */
  breaks: Broken[];
  /** Names what was seen here: publishing something else is refused. */
  seen: string;
}

/** What publishing would do: every changed file as a diff, conflicts three ways, and the problems of the result. */
export async function reviewChanges(deps: Pick<Deps, "db" | "catalog">, visit: TeachingVisit): Promise<ChangesReview> {
  return reviewDraft(await openDraftCourse(deps, visit));
}

export async function reviewDraft(draft: DraftCourse): Promise<ChangesReview> {
  const paths = new Set(draft.changes.map(({ path }) => path));
  const problems = listProblems(draft).map((problem) => ({ ...problem, isInChangedFile: paths.has(problem.path) }));
  return {
    course: { id: draft.course.id, title: draft.course.title },
    files: await listFiles(draft),
    changedFiles: draft.changes.length,
    problems: problems.sort((a, b) => Number(b.isInChangedFile) - Number(a.isInChangedFile)),
    breaks: listBroken(draft),
    seen: seenOf(draft),
  };
}

/** Broken activities with a changed file, and the course itself when it could not be understood. */
export function listBroken(draft: DraftCourse): Broken[] {
  const { course, outline, changes } = draft;
  const broken = outline.flatMap(({ activities }) => activities).filter((activity) => activity.kind === "broken" && changes.some(({ path }) => isPartOf(activity, path)));
  const isCourseBroken = changes.some(({ path }) => path === "course.md") && course.problems.some(({ file, line }) => file === `${course.folder}/course.md` && line !== null) && !course.published;
  return [...broken.map(({ title }) => ({ kind: "activity" as const, title })), ...(isCourseBroken ? [{ kind: "course" as const, title: course.title }] : [])];
}

/** Files whose disk is not what the change began from. */
export function listConflicts(draft: DraftCourse): ContentDraft[] {
  return draft.changes.filter((change) => stateOf(draft, change) === "changed" || stateOf(draft, change) === "gone");
}

export function seenOf(draft: DraftCourse): string {
  return hashContent(JSON.stringify(draft.changes.map(({ path, version }) => [path, version, draft.diskHash(path)]))).slice(0, 32);
}

function stateOf(draft: DraftCourse, change: ContentDraft) {
  return compareWithDisk({ baseHash: change.baseHash, hash: change.bytes && hashContent(change.bytes) }, draft.diskHash(change.path));
}

async function listFiles(draft: DraftCourse): Promise<ChangedFile[]> {
  const conflicts = new Set(listConflicts(draft));
  const clean = draft.changes.filter((change) => !conflicts.has(change));
  const moves = pairMoves(
    clean.flatMap(({ path, bytes, baseHash }) => (bytes === null && baseHash !== null ? [{ path, hash: baseHash }] : [])),
    clean.flatMap(({ path, bytes, baseHash }) => (bytes !== null && baseHash === null ? [{ path, hash: hashContent(bytes) }] : [])),
  );
  const left = new Set(moves.values());
  return Promise.all(draft.changes.filter(({ path }) => !left.has(path)).map((change) => viewChange(draft, change, moves.get(change.path) ?? null)));
}

async function viewChange(draft: DraftCourse, change: ContentDraft, from: string | null): Promise<ChangedFile> {
  const { path } = change;
  const disk = await draft.readDisk(from ?? path);
  const isText = !isAssetPath(path);
  const read = (bytes: Uint8Array | null) => (isText && bytes !== null ? new TextDecoder().decode(bytes) : null);
  const state = stateOf(draft, change);
  const [base, mine, theirs] = [read(change.baseBytes), read(change.bytes), read(disk)];
  return {
    path,
    from,
    kind: from !== null ? "moved" : change.bytes === null ? "removed" : disk === null ? "new" : "changed",
    diff: isText ? diffTexts(theirs, mine) : null,
    bytes: { before: disk?.length ?? null, after: change.bytes?.length ?? null },
    conflict:
      state !== "changed" && state !== "gone"
        ? null
        : {
            kind: state,
            version: change.version,
            diskHash: draft.diskHash(path) ?? "",
            base,
            mine,
            theirs,
            merged: mine !== null && theirs !== null ? mergeTexts({ base: base ?? "", mine, theirs }) : null,
            theirDiff: isText ? diffTexts(base, theirs) : null,
          },
  };
}
