import { deleteContentDraft, listContentDrafts, putContentDraft, type ContentDraft } from "../../../db/queries/content-drafts.ts";
import { hashContent } from "../../catalog/content-hash.server.ts";
import type { Deps } from "../../deps.server.ts";
import type { DraftCourse } from "./build-draft-course.server.ts";
import type { FilePlan } from "./course-files.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { nextVersion, type FileContent } from "./overlay.ts";

/** A plan's files with their bytes. A file that moves goes at its old place, unless another one comes there. */
export async function readPlannedContents(draft: DraftCourse, plan: FilePlan): Promise<FileContent[]> {
  const contents = new Map<string, Uint8Array | null>();
  for (const path of [...plan.removals, ...plan.moves.map(({ from }) => from)]) contents.set(path, null);
  for (const { from, to } of plan.moves) contents.set(to, await draft.readBytes(from));
  for (const { path, text } of plan.writes) contents.set(path, Buffer.from(text));
  return [...contents].map(([path, bytes]) => ({ path, bytes }));
}

/**
 * Stores contents as changes over what the draft was opened with. False, and nothing is stored, when another tab has
 * changed anything of the course in between.
 */
export async function storeContents({ db, now }: Pick<Deps, "db" | "now">, { userId, course }: TeachingVisit, draft: DraftCourse, contents: readonly FileContent[]): Promise<boolean> {
  const rows = await Promise.all(contents.map((content) => toRow({ userId, courseId: course.id }, draft, content, now())));
  return db.write(async (tx) => {
    const present = await listContentDrafts(tx, { userId, courseId: course.id });
    if (stampOf(present) !== stampOf(draft.stored)) return false;
    for (const { row, isNoChange } of rows) {
      if (isNoChange) await deleteContentDraft(tx, { userId, courseId: course.id, path: row.path });
      else await putContentDraft(tx, row);
    }
    return true;
  });
}

/** A content as a row: what it began from is kept from an earlier change of the same file. */
export async function toRow(
  { userId, courseId }: { userId: string; courseId: string },
  draft: DraftCourse,
  { path, bytes }: FileContent,
  now: Date,
): Promise<{ row: ContentDraft; isNoChange: boolean }> {
  const before = draft.stored.find((own) => own.path === path) ?? null;
  const baseBytes = before ? before.baseBytes : await draft.readDisk(path);
  const baseHash = before ? before.baseHash : baseBytes && hashContent(baseBytes);
  const hash = bytes && hashContent(bytes);
  return {
    row: { userId, courseId, path, bytes: bytes && Buffer.from(bytes), baseHash, baseBytes: baseBytes && Buffer.from(baseBytes), version: nextVersion(before?.version ?? 0, now), updatedAt: now },
    isNoChange: hash === baseHash,
  };
}

function stampOf(rows: readonly ContentDraft[]): string {
  return JSON.stringify(rows.map(({ path, version }) => [path, version]).sort());
}
