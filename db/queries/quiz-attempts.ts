import { and, asc, desc, eq, inArray, max } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { quizAttempts } from "../schema.ts";

export type { StoredAnswers, StoredResult } from "../schema.ts";
export type QuizAttempt = typeof quizAttempts.$inferSelect;
/** An attempt without what was asked and answered. */
export type AttemptLine = Pick<QuizAttempt, "id" | "number" | "state" | "score" | "passed" | "createdAt" | "submittedAt">;
/** Whose attempts at which quiz. Former ids of the quiz count. */
export interface AttemptsKey {
  userId: string;
  courseId: string;
  activityIds: readonly string[];
}

const ofQuiz = ({ userId, courseId, activityIds }: AttemptsKey) =>
  and(eq(quizAttempts.userId, userId), eq(quizAttempts.courseId, courseId), inArray(quizAttempts.activityId, [...activityIds]));

/** Somebody's attempts at a quiz, the first one first. */
export async function listAttempts(db: Queryable, key: AttemptsKey): Promise<AttemptLine[]> {
  const { id, number, state, score, passed, createdAt, submittedAt } = quizAttempts;
  return db.select({ id, number, state, score, passed, createdAt, submittedAt }).from(quizAttempts).where(ofQuiz(key)).orderBy(asc(number));
}

/** The attempt that somebody has begun and not handed in, or null. */
export async function findOpenAttempt(db: Queryable, key: AttemptsKey): Promise<QuizAttempt | null> {
  const rows = await db.select().from(quizAttempts).where(and(ofQuiz(key), eq(quizAttempts.state, "open"))).orderBy(desc(quizAttempts.number)).limit(1);
  return rows[0] ?? null;
}

const byId = prepareOnce((db) => db.select().from(quizAttempts).where(and(eq(quizAttempts.id, param("id")), eq(quizAttempts.userId, param("userId")))).prepare());

/** Somebody's own attempt, or null. */
export async function findAttempt(db: Queryable, { id, userId }: { id: string; userId: string }): Promise<QuizAttempt | null> {
  return byId(db).get({ id, userId }) ?? null;
}

/** The number that the next attempt gets, from 1. */
export async function findNextAttemptNumber(db: Queryable, key: AttemptsKey): Promise<number> {
  const [row] = await db.select({ last: max(quizAttempts.number) }).from(quizAttempts).where(ofQuiz(key));
  return (row?.last ?? 0) + 1;
}

export async function insertAttempt(tx: Queryable, row: typeof quizAttempts.$inferInsert): Promise<void> {
  await tx.insert(quizAttempts).values(row);
}

/** Keeps the answers of an open attempt, under `version`. */
export async function updateAttemptAnswers(tx: Queryable, { id, userId, answers, version, updatedAt }: Pick<QuizAttempt, "id" | "userId" | "answers" | "version" | "updatedAt">): Promise<void> {
  await tx.update(quizAttempts).set({ answers, version, updatedAt }).where(and(eq(quizAttempts.id, id), eq(quizAttempts.userId, userId), eq(quizAttempts.state, "open")));
}

/** Closes an open attempt with what grading said. */
export async function submitAttempt(
  tx: Queryable,
  { id, userId, answers, results, score, passed, submittedAt }: Pick<QuizAttempt, "id" | "userId" | "answers" | "results" | "score" | "passed" | "submittedAt">,
): Promise<void> {
  await tx
    .update(quizAttempts)
    .set({ state: "submitted", answers, results, score, passed, submittedAt })
    .where(and(eq(quizAttempts.id, id), eq(quizAttempts.userId, userId), eq(quizAttempts.state, "open")));
}
