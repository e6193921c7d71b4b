import { findDraftVersion } from "../../../db/queries/draft-versions.ts";
import { findSubmission } from "../../../db/queries/submissions.ts";
import type { Deps } from "../../deps.server.ts";
import { mergeWithStarter, type CodeActivity } from "../drafts/learner-files.ts";
import { draftKey, keepVersion, readDraft, storeDraft } from "../drafts/store-draft.server.ts";

export type RestoreAttemptAnswer =
  /** `undoVersion` is what was in the editor before. */
  | { kind: "restored"; undoVersion: number }
  | { kind: "gone" };

/** What is brought back: the code of one's own hand-in, or an earlier version of the draft (0 is the starter). */
export type Wanted = { kind: "attempt"; submissionId: string } | { kind: "version"; version: number };

/**
 * Brings earlier text back as the newest state of the draft. What was in the editor is kept as a version first, so
 * that this can be taken back. An open tab with unsaved text meets a conflict and chooses there.
 */
export async function restoreAttempt({ db, now }: Pick<Deps, "db" | "now">, { userId, activity, wanted }: { userId: string; activity: CodeActivity; wanted: Wanted }): Promise<RestoreAttemptAnswer> {
  const key = draftKey(activity, userId);
  const at = now();
  return db.write(async (tx) => {
    const files = await findFiles();
    if (!files) return { kind: "gone" };
    const current = await readDraft(tx, activity, userId);
    if (current.version > 0 && !(await findDraftVersion(tx, { ...key, version: current.version }))) {
      await keepVersion(tx, activity, userId, current.version, { files: { ...current.files }, reason: "save", at });
    }
    await storeDraft(tx, activity, userId, current.version, { files: mergeWithStarter(activity, files), reason: "restore", at });
    return { kind: "restored", undoVersion: current.version };

    async function findFiles(): Promise<Readonly<Record<string, string>> | null> {
      if (wanted.kind === "version") return wanted.version === 0 ? {} : ((await findDraftVersion(tx, { ...key, version: wanted.version }))?.files ?? null);
      const submission = await findSubmission(tx, { id: wanted.submissionId, userId });
      const isOfThis = submission?.courseId === activity.courseId && [activity.id, ...activity.aliases].includes(submission.activityId);
      return isOfThis ? submission.files : null;
    }
  });
}
