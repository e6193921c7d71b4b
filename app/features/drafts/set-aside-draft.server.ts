import type { Deps } from "../../deps.server.ts";
import { mergeWithStarter, parseLearnerFiles } from "./learner-files.ts";
import type { DraftRefusal } from "./refusals.ts";
import { sameFiles } from "./same-files.ts";
import type { DraftSave } from "./save-draft.server.ts";
import { keepVersion, readDraft, storeDraft } from "./store-draft.server.ts";

export type SetAsideAnswer = { kind: "set-aside"; version: number; keptVersion: number | null; files: Record<string, string> } | { kind: "refused"; message: DraftRefusal };

/**
 * "Take theirs" in a conflict: keeps this page's text in the draft's history and goes on with what the other tab
 * saved. Answers the draft of now, and under which version the text set aside can be had again.
 */
export async function setAsideDraft({ db, now }: Pick<Deps, "db" | "now">, { userId, activity, files }: Omit<DraftSave, "baseVersion">): Promise<SetAsideAnswer> {
  const sent = parseLearnerFiles(activity, files);
  if (!sent.ok) return { kind: "refused", message: sent.message };
  const mine = mergeWithStarter(activity, sent.files);
  const at = now();
  return db.write(async (tx) => {
    const current = await readDraft(tx, activity, userId);
    const theirs = { ...current.files };
    if (sameFiles(mine, theirs)) return { kind: "set-aside", version: current.version, keptVersion: null, files: theirs };
    const keptVersion = current.version + 1;
    await keepVersion(tx, activity, userId, keptVersion, { files: mine, reason: "set-aside", at });
    const version = await storeDraft(tx, activity, userId, keptVersion, { files: theirs, reason: "restore", at });
    return { kind: "set-aside", version, keptVersion, files: theirs };
  });
}
