import type { Deps } from "../../deps.server.ts";
import { parseLearnerFiles, type CodeActivity } from "./learner-files.ts";
import type { DraftRefusal } from "./refusals.ts";
import { takeInText, type DraftConflict } from "./store-draft.server.ts";

export interface DraftSave {
  userId: string;
  activity: CodeActivity;
  /** As the page sent them: checked here. */
  files: unknown;
  /** The version that the page's text began from; 0 for the starter. */
  baseVersion: number;
}

export type SaveAnswer = { kind: "saved"; version: number; savedAt: Date } | DraftConflict | { kind: "refused"; message: DraftRefusal };

/** Saves what is in an editor, unless another tab or device saved in between: then nothing changes and both texts live. */
export async function saveDraft({ db, now }: Pick<Deps, "db" | "now">, { userId, activity, files, baseVersion }: DraftSave): Promise<SaveAnswer> {
  const sent = parseLearnerFiles(activity, files);
  if (!sent.ok) return { kind: "refused", message: sent.message };
  const taken = await db.write((tx) => takeInText(tx, activity, { userId, files: sent.files, baseVersion, at: now() }));
  return taken.kind === "conflict" ? taken : { kind: "saved", version: taken.version, savedAt: taken.savedAt };
}
