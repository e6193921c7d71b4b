import { and, desc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { draftVersions } from "../schema.ts";
import type { DraftKey } from "./drafts.ts";

export type DraftVersion = typeof draftVersions.$inferSelect;

const ofDraft = (key: DraftKey) =>
  and(eq(draftVersions.userId, key.userId), eq(draftVersions.courseId, key.courseId), eq(draftVersions.activityId, key.activityId));

/** Keeps one state of a draft. */
export async function insertDraftVersion(tx: Queryable, row: DraftVersion): Promise<void> {
  await tx.insert(draftVersions).values(row);
}

/** One kept state of somebody's draft, or null. */
export async function findDraftVersion(db: Queryable, { version, ...key }: DraftKey & { version: number }): Promise<DraftVersion | null> {
  const [row] = await db.select().from(draftVersions).where(and(ofDraft(key), eq(draftVersions.version, version)));
  return row ?? null;
}

/** The kept states of a draft without their text, newest first. */
export async function listDraftVersions(db: Queryable, key: DraftKey): Promise<Pick<DraftVersion, "version" | "reason" | "createdAt">[]> {
  return db
    .select({ version: draftVersions.version, reason: draftVersions.reason, createdAt: draftVersions.createdAt })
    .from(draftVersions)
    .where(ofDraft(key))
    .orderBy(desc(draftVersions.version));
}

/** Forgets some kept states. */
export async function deleteDraftVersions(tx: Queryable, { versions, ...key }: DraftKey & { versions: readonly number[] }): Promise<void> {
  if (versions.length === 0) return;
  await tx.delete(draftVersions).where(and(ofDraft(key), inArray(draftVersions.version, [...versions])));
}
