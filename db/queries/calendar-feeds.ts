import { eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { calendarFeeds } from "../schema.ts";

export type CalendarFeed = typeof calendarFeeds.$inferSelect;

/** Whose calendar it is, by the hash of the key in its address, or null. */
export async function findCalendarFeedByKey(db: Queryable, { keyHash }: { keyHash: string }): Promise<CalendarFeed | null> {
  const [row] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.keyHash, keyHash));
  return row ?? null;
}

/** Somebody's calendar feed, or null while they have none. */
export async function findCalendarFeed(db: Queryable, { userId }: { userId: string }): Promise<CalendarFeed | null> {
  const [row] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.userId, userId));
  return row ?? null;
}

/** Gives a calendar an address; an earlier one is dead from then on. */
export async function putCalendarFeed(tx: Queryable, row: CalendarFeed): Promise<void> {
  const { keyHash, createdAt } = row;
  await tx.insert(calendarFeeds).values(row).onConflictDoUpdate({ target: calendarFeeds.userId, set: { keyHash, createdAt } });
}

export async function deleteCalendarFeed(tx: Queryable, { userId }: { userId: string }): Promise<void> {
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId));
}
