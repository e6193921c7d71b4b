import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { declinedOffers, hintOpenings } from "../schema.ts";

/** Somebody at an activity. */
export interface AtActivity {
  userId: string;
  courseId: string;
  activityId: string;
}

const opened = prepareOnce((db) =>
  db
    .select({ number: hintOpenings.number })
    .from(hintOpenings)
    .where(and(eq(hintOpenings.userId, param("userId")), eq(hintOpenings.courseId, param("courseId")), eq(hintOpenings.activityId, param("activityId"))))
    .orderBy(asc(hintOpenings.number))
    .prepare(),
);

/** Numbers of the hints that somebody has opened, 1-based, in their order. */
export async function listHintOpenings(db: Queryable, { userId, courseId, activityId }: AtActivity): Promise<number[]> {
  return opened(db).all({ userId, courseId, activityId }).map(({ number }) => number);
}

/** Keeps that a hint was opened; the first time stays. */
export async function ensureHintOpening(tx: Queryable, { userId, courseId, activityId, number, at }: AtActivity & { number: number; at: Date }): Promise<void> {
  await tx.insert(hintOpenings).values({ userId, courseId, activityId, number, openedAt: at }).onConflictDoNothing();
}

const declined = prepareOnce((db) =>
  db
    .select({ about: declinedOffers.about })
    .from(declinedOffers)
    .where(and(eq(declinedOffers.userId, param("userId")), eq(declinedOffers.courseId, param("courseId")), eq(declinedOffers.activityId, param("activityId"))))
    .prepare(),
);

/** What somebody wants no help with at an activity. */
export async function listDeclinedOffers(db: Queryable, { userId, courseId, activityId }: AtActivity): Promise<string[]> {
  return declined(db).all({ userId, courseId, activityId }).map(({ about }) => about);
}

/** Keeps that an offer was put away. */
export async function ensureDeclinedOffer(tx: Queryable, { userId, courseId, activityId, about, at }: AtActivity & { about: string; at: Date }): Promise<void> {
  await tx.insert(declinedOffers).values({ userId, courseId, activityId, about, declinedAt: at }).onConflictDoNothing();
}
