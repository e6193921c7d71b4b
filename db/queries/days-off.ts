import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { daysOff } from "../schema.ts";

export type DaysOff = typeof daysOff.$inferSelect;

const own = prepareOnce((db) => db.select().from(daysOff).where(eq(daysOff.userId, param("userId"))).orderBy(asc(daysOff.firstDay)).prepare());

/** Somebody's days off, the earliest first. */
export async function listDaysOff(db: Queryable, { userId }: { userId: string }): Promise<DaysOff[]> {
  return own(db).all({ userId });
}

/** Adds days off; those that begin on the same day are replaced. */
export async function putDaysOff(tx: Queryable, row: DaysOff): Promise<void> {
  await tx.insert(daysOff).values(row).onConflictDoUpdate({ target: [daysOff.userId, daysOff.firstDay], set: { lastDay: row.lastDay } });
}

export async function deleteDaysOff(tx: Queryable, { userId, firstDay }: { userId: string; firstDay: string }): Promise<void> {
  await tx.delete(daysOff).where(and(eq(daysOff.userId, userId), eq(daysOff.firstDay, firstDay)));
}
