import { join } from "node:path";
import { deleteContentDraft, updateContentDraftBase } from "../../../db/queries/content-drafts.ts";
import { hashContent } from "../../catalog/content-hash.server.ts";
import type { Deps } from "../../deps.server.ts";
import { openDraftCourse, type DraftCourse } from "./build-draft-course.server.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { codeOf, publishFolder, type PublishFolderAnswer } from "./publish-folder.server.ts";
import type { Refusal } from "./refusals.ts";
import { listBroken, listConflicts, seenOf, type Broken } from "./review-changes.server.ts";

export type PublishAnswer =
  | { kind: "published"; files: number }
  /** Somebody else changed these files meanwhile: each has to be decided. */
  | { kind: "conflict"; paths: string[] }
  /** Activities that learners would lose. */
  | { kind: "needs-confirmation"; breaks: Broken[] }
  /** The changes are not those that were seen. */
  | { kind: "not-as-seen" }
  | { kind: "nothing" }
  | { kind: "refused"; reason: "not-writable" | "disk-full" | "busy" | "linked" | "mounted"; message: Refusal };

/**
 * Writes the unpublished changes into the course folder, all or nothing, and has the course read again. The changes
 * are forgotten once they are on disk; a crash in between leaves them, and they then count as already published.
 *
 * @param seen what the person has looked at, as `reviewChanges` named it
 * @param writeFolder what puts the files in place; a disk that fails in tests
 */
export async function publishCourse(
  deps: Pick<Deps, "db" | "catalog" | "catalogSource" | "log">,
  visit: TeachingVisit,
  { seen, isConfirmed }: { seen: string; isConfirmed: boolean },
  writeFolder: typeof publishFolder = publishFolder,
): Promise<PublishAnswer> {
  const draft = await openDraftCourse(deps, visit);
  if (draft.changes.length === 0) {
    await forget(deps, visit, draft);
    return { kind: "nothing" };
  }
  const conflicts = listConflicts(draft);
  if (conflicts.length > 0) return { kind: "conflict", paths: conflicts.map(({ path }) => path) };
  if (seen !== seenOf(draft)) return { kind: "not-as-seen" };
  const breaks = listBroken(draft);
  if (breaks.length > 0 && !isConfirmed) return { kind: "needs-confirmation", breaks };

  const files = draft.changes.map(({ path, bytes, baseHash }) => ({ path, bytes, expectedHash: baseHash }));
  const written = await writeFolder(join(deps.catalog.root, "courses"), visit.course.id, files).catch((error: unknown) => describeFailure(deps, error));
  if ("reason" in written) return written;
  if (written.kind !== "published") return describeRefusal(written);
  await forget(deps, visit, draft);
  await deps.catalogSource.reload();
  deps.log.info({ event: "course-published", courseId: visit.course.id, userId: visit.userId, files: files.length });
  return { kind: "published", files: files.length };
}

/** Changes that are on disk are no changes any more. What was typed since then stays, as begun from what is published. */
async function forget({ db }: Pick<Deps, "db">, { userId, course }: TeachingVisit, draft: DraftCourse): Promise<void> {
  if (draft.stored.length === 0) return;
  await db.write(async (tx) => {
    for (const { path, version, bytes } of draft.stored) {
      const place = { userId, courseId: course.id, path };
      if (await deleteContentDraft(tx, { ...place, version })) continue;
      await updateContentDraftBase(tx, { ...place, baseHash: bytes && hashContent(bytes), baseBytes: bytes });
    }
  });
}

function describeRefusal(answer: Exclude<PublishFolderAnswer, { kind: "published" }>): PublishAnswer {
  switch (answer.kind) {
    case "moved-on":
      return { kind: "conflict", paths: answer.paths };
    case "busy":
      return { kind: "refused", reason: "busy", message: { key: "publishBusy" } };
    case "linked":
      return { kind: "refused", reason: "linked", message: { key: "publishLinked", values: { path: answer.path } } };
  }
}

function describeFailure({ log }: Pick<Deps, "log">, error: unknown): Extract<PublishAnswer, { kind: "refused" }> {
  const code = codeOf(error);
  log.warn({ err: error, event: "publishing-failed" });
  if (code === "ENOSPC" || code === "EDQUOT") return { kind: "refused", reason: "disk-full", message: { key: "publishDiskFull" } };
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return { kind: "refused", reason: "not-writable", message: { key: "publishNotWritable" } };
  if (code === "EXDEV" || code === "EBUSY") return { kind: "refused", reason: "mounted", message: { key: "publishMounted" } };
  throw error;
}
