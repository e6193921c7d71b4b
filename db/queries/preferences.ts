import { and, asc, eq, isNotNull, lte } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { preferences } from "../schema.ts";

export type Preferences = typeof preferences.$inferSelect;

const own = prepareOnce((db) => db.select().from(preferences).where(eq(preferences.userId, param("userId"))).prepare());

/** What somebody said of their days, or null before they planned anything. */
export async function findPreferences(db: Queryable, { userId }: { userId: string }): Promise<Preferences | null> {
  return own(db).get({ userId }) ?? null;
}

/** Stores all of somebody's preferences; the key of their opt-out links stays the first one. */
export async function putPreferences(tx: Queryable, row: Preferences): Promise<void> {
  const { timeZone, studyMinute, reminders, reminderMinute, nextReminderAt, updatedAt } = row;
  await tx.insert(preferences).values(row).onConflictDoUpdate({ target: preferences.userId, set: { timeZone, studyMinute, reminders, reminderMinute, nextReminderAt, updatedAt } });
}

/** Whose opt-out link this is, or null. */
export async function findPreferencesByKey(db: Queryable, { optOutKey }: { optOutKey: string }): Promise<Preferences | null> {
  const [row] = await db.select().from(preferences).where(eq(preferences.optOutKey, optOutKey));
  return row ?? null;
}

/** Ends somebody's reminders; doing it again changes nothing. */
export async function updateRemindersOff(tx: Queryable, { userId }: { userId: string }): Promise<void> {
  await tx.update(preferences).set({ reminders: false, nextReminderAt: null }).where(eq(preferences.userId, userId));
}

/** People for whom it is time to look whether a reminder is due, the longest waiting first. */
export async function listDueReminders(db: Queryable, { before, limit }: { before: Date; limit: number }): Promise<Preferences[]> {
  return db
    .select()
    .from(preferences)
    .where(and(isNotNull(preferences.nextReminderAt), lte(preferences.nextReminderAt, before)))
    .orderBy(asc(preferences.nextReminderAt))
    .limit(limit);
}

/** When to look again. */
export async function updateNextReminder(tx: Queryable, { userId, nextReminderAt }: { userId: string; nextReminderAt: Date | null }): Promise<void> {
  await tx.update(preferences).set({ nextReminderAt }).where(eq(preferences.userId, userId));
}
