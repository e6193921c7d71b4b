import type { Deps } from "../../deps.server.ts";
import { mergeWithStarter, parseLearnerFiles } from "./learner-files.ts";
import type { DraftRefusal } from "./refusals.ts";
import type { DraftSave } from "./save-draft.server.ts";
import { storeDraft, takeInText, type DraftConflict } from "./store-draft.server.ts";

export type ResetAnswer = { kind: "reset"; version: number; undoVersion: number; files: Record<string, string> } | DraftConflict | { kind: "refused"; message: DraftRefusal };

/** Puts the starter back. What was in the editor is kept first; `undoVersion` brings it back through `restoreDraft`. */
export async function resetDraft({ db, now }: Pick<Deps, "db" | "now">, { userId, activity, files, baseVersion }: DraftSave): Promise<ResetAnswer> {
  const sent = parseLearnerFiles(activity, files);
  if (!sent.ok) return { kind: "refused", message: sent.message };
  const at = now();
  return db.write(async (tx) => {
    const before = await takeInText(tx, activity, { userId, files: sent.files, baseVersion, at });
    if (before.kind === "conflict") return before;
    const starter = mergeWithStarter(activity, {});
    const version = await storeDraft(tx, activity, userId, before.version, { files: starter, reason: "reset", at });
    return { kind: "reset", version, undoVersion: before.version, files: starter };
  });
}
