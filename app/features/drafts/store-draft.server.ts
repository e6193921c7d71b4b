import { deleteDraftVersions, insertDraftVersion, listDraftVersions, type DraftVersion } from "../../../db/queries/draft-versions.ts";
import { findDraft, putDraft, type DraftKey } from "../../../db/queries/drafts.ts";
import type { Queryable } from "../../../db/open-database.ts";
import { decideSave, listVersionsToForget, type DraftState } from "./draft-rules.ts";
import { mergeWithStarter, type CodeActivity } from "./learner-files.ts";

export function draftKey(activity: CodeActivity, userId: string): DraftKey {
  return { userId, courseId: activity.courseId, activityId: activity.id };
}

/** The draft of now as the editor would open it. */
export async function readDraft(db: Queryable, activity: CodeActivity, userId: string): Promise<DraftState & { updatedAt: Date | null }> {
  const row = (await findDraft(db, draftKey(activity, userId))) ?? (await findDraftOfFormerId(db, activity, userId));
  return { version: row?.version ?? 0, files: mergeWithStarter(activity, row?.files ?? {}), updatedAt: row?.updatedAt ?? null };
}

/** A renamed activity finds the draft that was begun under its former id. */
async function findDraftOfFormerId(db: Queryable, activity: CodeActivity, userId: string) {
  for (const activityId of activity.aliases) {
    const row = await findDraft(db, { userId, courseId: activity.courseId, activityId });
    if (row) return row;
  }
  return null;
}

/** One step of a draft's history. */
export interface DraftStep {
  files: Record<string, string>;
  reason: DraftVersion["reason"];
  at: Date;
}

/** Makes `step` the draft of now, under the next number. Inside the transaction that read `version`. */
export async function storeDraft(tx: Queryable, activity: CodeActivity, userId: string, version: number, step: DraftStep): Promise<number> {
  const key = draftKey(activity, userId);
  const next = version + 1;
  await putDraft(tx, { ...key, version: next, files: step.files, contentHash: activity.contentHash, updatedAt: step.at });
  await keepVersion(tx, activity, userId, next, step);
  return next;
}

/** Keeps a state in the history without making it the draft of now, and forgets states that are too many. */
export async function keepVersion(tx: Queryable, activity: CodeActivity, userId: string, version: number, { files, reason, at }: DraftStep): Promise<void> {
  const key = draftKey(activity, userId);
  await insertDraftVersion(tx, { ...key, version, files, reason, createdAt: at });
  const forget = listVersionsToForget(await listDraftVersions(tx, key));
  await deleteDraftVersions(tx, { ...key, versions: forget });
}

/** What a tab that worked from an old state gets: the newer one. Nothing was overwritten. */
export interface DraftConflict extends DraftState {
  kind: "conflict";
}

/** Brings the page's text into the draft before something else happens to it: its version, or the conflict. */
export async function takeInText(
  tx: Queryable,
  activity: CodeActivity,
  { userId, files, baseVersion, at }: { userId: string; files: Record<string, string>; baseVersion: number; at: Date },
): Promise<{ kind: "current"; version: number; savedAt: Date } | DraftConflict> {
  const current = await readDraft(tx, activity, userId);
  const sent = mergeWithStarter(activity, files);
  switch (decideSave(current, { baseVersion, files: sent })) {
    case "unchanged":
      return { kind: "current", version: current.version, savedAt: current.updatedAt ?? at };
    case "conflict":
      return { kind: "conflict", version: current.version, files: current.files };
    case "save":
      return { kind: "current", version: await storeDraft(tx, activity, userId, current.version, { files: sent, reason: "save", at }), savedAt: at };
  }
}
