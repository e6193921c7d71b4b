import { findDraftVersion } from "../../../db/queries/draft-versions.ts";
import type { Deps } from "../../deps.server.ts";
import { mergeWithStarter, parseLearnerFiles } from "./learner-files.ts";
import type { DraftRefusal } from "./refusals.ts";
import type { DraftSave } from "./save-draft.server.ts";
import { draftKey, storeDraft, takeInText, type DraftConflict } from "./store-draft.server.ts";

export type RestoreAnswer =
  | { kind: "restored"; version: number; files: Record<string, string> }
  | DraftConflict
  | { kind: "refused"; message: DraftRefusal }
  | { kind: "gone"; message: DraftRefusal };

/** Brings an earlier state back as the newest one. What was in the editor is kept first. Version 0 is the starter. */
export async function restoreDraft({ db, now }: Pick<Deps, "db" | "now">, save: DraftSave & { version: number }): Promise<RestoreAnswer> {
  const { userId, activity, baseVersion } = save;
  const sent = parseLearnerFiles(activity, save.files);
  if (!sent.ok) return { kind: "refused", message: sent.message };
  const at = now();
  return db.write(async (tx) => {
    const wanted = save.version === 0 ? { files: {} } : await findDraftVersion(tx, { ...draftKey(activity, userId), version: save.version });
    if (!wanted) return { kind: "gone", message: { key: "earlierGone" } };
    const before = await takeInText(tx, activity, { userId, files: sent.files, baseVersion, at });
    if (before.kind === "conflict") return before;
    const files = mergeWithStarter(activity, wanted.files);
    const version = await storeDraft(tx, activity, userId, before.version, { files, reason: "restore", at });
    return { kind: "restored", version, files };
  });
}
