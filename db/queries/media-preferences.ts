import { eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { mediaPreferences } from "../schema.ts";

export type MediaPreference = typeof mediaPreferences.$inferSelect;

const ofPerson = prepareOnce((db) => db.select().from(mediaPreferences).where(eq(mediaPreferences.userId, param("userId"))).prepare());

/** How somebody likes lessons, or null when they never chose. */
export async function findMediaPreference(db: Queryable, { userId }: { userId: string }): Promise<MediaPreference | null> {
  return ofPerson(db).get({ userId }) ?? null;
}

export async function putMediaPreference(tx: Queryable, row: MediaPreference): Promise<void> {
  const { form, hosts, updatedAt } = row;
  await tx.insert(mediaPreferences).values(row).onConflictDoUpdate({ target: mediaPreferences.userId, set: { form, hosts, updatedAt } });
}
