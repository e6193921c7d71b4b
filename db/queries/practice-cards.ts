import { and, asc, count, eq, inArray, isNotNull, lte } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { completions, practiceCards } from "../schema.ts";

export type { StoredMemory } from "../schema/practice.ts";
export type PracticeCard = typeof practiceCards.$inferSelect;
export type CardKey = Pick<PracticeCard, "userId" | "courseId" | "activityId" | "questionId">;

const isCard = ({ userId, courseId, activityId, questionId }: CardKey) =>
  and(eq(practiceCards.userId, userId), eq(practiceCards.courseId, courseId), eq(practiceCards.activityId, activityId), eq(practiceCards.questionId, questionId));

/** Keys of all that somebody practises. */
export async function listCardKeys(db: Queryable, { userId }: { userId: string }): Promise<Omit<CardKey, "userId">[]> {
  const { courseId, activityId, questionId } = practiceCards;
  return db.select({ courseId, activityId, questionId }).from(practiceCards).where(eq(practiceCards.userId, userId));
}

/** Labs that somebody began anew. */
export async function listBegunCards(db: Queryable, { userId }: { userId: string }): Promise<PracticeCard[]> {
  return db.select().from(practiceCards).where(and(eq(practiceCards.userId, userId), isNotNull(practiceCards.begunAt)));
}

/** What is due, the longest waiting first. */
export async function listDueCards(db: Queryable, { userId, before, limit }: { userId: string; before: Date; limit: number }): Promise<PracticeCard[]> {
  return db.select().from(practiceCards).where(and(eq(practiceCards.userId, userId), lte(practiceCards.dueAt, before))).orderBy(asc(practiceCards.dueAt), asc(practiceCards.courseId), asc(practiceCards.activityId), asc(practiceCards.questionId)).limit(limit);
}

/** The next thing to come after a moment; null when nothing is to come. */
export async function findNextDue(db: Queryable, { userId }: { userId: string }): Promise<Date | null> {
  const [row] = await db.select({ dueAt: practiceCards.dueAt }).from(practiceCards).where(eq(practiceCards.userId, userId)).orderBy(asc(practiceCards.dueAt)).limit(1);
  return row?.dueAt ?? null;
}

/** How much is due. */
export async function countDueCards(db: Queryable, { userId, before }: { userId: string; before: Date }): Promise<number> {
  const [row] = await db.select({ due: count() }).from(practiceCards).where(and(eq(practiceCards.userId, userId), lte(practiceCards.dueAt, before)));
  return row?.due ?? 0;
}

export async function findCard(db: Queryable, key: CardKey): Promise<PracticeCard | null> {
  const [row] = await db.select().from(practiceCards).where(isCard(key));
  return row ?? null;
}

/** Adds cards; those that are there stay as they are. */
export async function ensureCard(tx: Queryable, row: PracticeCard): Promise<void> {
  await tx.insert(practiceCards).values(row).onConflictDoNothing();
}

/** Stores what recalling did to a card. `expected`: when the card was due before, so that the same answer counts once. */
export async function updateCard(tx: Queryable, { memory, dueAt, expected, ...key }: CardKey & Pick<PracticeCard, "memory" | "dueAt"> & { expected: Date }): Promise<boolean> {
  const changed = await tx.update(practiceCards).set({ memory, dueAt, begunAt: null }).where(and(isCard(key), eq(practiceCards.dueAt, expected))).returning({ dueAt: practiceCards.dueAt });
  return changed.length > 0;
}

export async function updateCardBegun(tx: Queryable, { begunAt, ...key }: CardKey & { begunAt: Date }): Promise<void> {
  await tx.update(practiceCards).set({ begunAt }).where(isCard(key));
}

/** Takes out what is no longer in its course. */
export async function deleteCard(tx: Queryable, key: CardKey): Promise<void> {
  await tx.delete(practiceCards).where(isCard(key));
}

/** What somebody has passed in these courses, and when. */
export async function listPassed(db: Queryable, { userId, courseIds }: { userId: string; courseIds: readonly string[] }): Promise<{ courseId: string; activityId: string; completedAt: Date }[]> {
  const { courseId, activityId, completedAt } = completions;
  return db.select({ courseId, activityId, completedAt }).from(completions).where(and(eq(completions.userId, userId), inArray(completions.courseId, [...courseIds]), eq(completions.reason, "passed")));
}
