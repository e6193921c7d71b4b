import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { questionReplies, questions, users } from "../schema.ts";

export type Question = typeof questions.$inferSelect;
export type QuestionState = Question["state"];
export type QuestionReply = typeof questionReplies.$inferSelect;

/** What a list shows of a question: all but the code that goes with it. */
export type QuestionLine = Omit<Question, "files" | "idempotencyKey" | "testMessage">;

const LINE = {
  id: questions.id, userId: questions.userId, courseId: questions.courseId, activityId: questions.activityId, about: questions.about, quote: questions.quote, path: questions.path,
  line: questions.line, testName: questions.testName, body: questions.body, state: questions.state, isShared: questions.isShared, createdAt: questions.createdAt,
  updatedAt: questions.updatedAt, answeredAt: questions.answeredAt, seenAt: questions.seenAt,
};

export async function insertQuestion(tx: Queryable, row: Question): Promise<void> {
  await tx.insert(questions).values(row);
}

/** The question that somebody asked with this key, or null. */
export async function findQuestionByKey(db: Queryable, { userId, idempotencyKey }: { userId: string; idempotencyKey: string }): Promise<Question | null> {
  const [row] = await db.select().from(questions).where(and(eq(questions.userId, userId), eq(questions.idempotencyKey, idempotencyKey)));
  return row ?? null;
}

/** A question by its id, whoever asked, with their name: the caller decides who may read it. Null when there is none. */
export async function findQuestion(db: Queryable, { id }: { id: string }): Promise<(Question & { askerName: string }) | null> {
  const [row] = await db.select({ question: questions, askerName: users.name }).from(questions).innerJoin(users, eq(users.id, questions.userId)).where(eq(questions.id, id));
  return row ? { ...row.question, askerName: row.askerName } : null;
}

/** Somebody's own questions, the latest first. */
export async function listOwnQuestions(db: Queryable, { userId, limit }: { userId: string; limit: number }): Promise<QuestionLine[]> {
  return db.select(LINE).from(questions).where(eq(questions.userId, userId)).orderBy(desc(questions.updatedAt)).limit(limit);
}

/** Somebody's questions with an answer that they have not opened, the latest first. */
export async function listUnseenAnswers(db: Queryable, { userId }: { userId: string }): Promise<QuestionLine[]> {
  return db
    .select(LINE)
    .from(questions)
    .where(and(eq(questions.userId, userId), isNotNull(questions.answeredAt), or(isNull(questions.seenAt), gt(questions.answeredAt, questions.seenAt))))
    .orderBy(desc(questions.updatedAt));
}

/** Questions of a course in one state, those that wait longest first when they are open. */
export async function listCourseQuestions(db: Queryable, { courseId, state, limit }: { courseId: string; state: QuestionState; limit: number }): Promise<(QuestionLine & { askerName: string })[]> {
  return db
    .select({ ...LINE, askerName: users.name })
    .from(questions)
    .innerJoin(users, eq(users.id, questions.userId))
    .where(and(eq(questions.courseId, courseId), eq(questions.state, state)))
    .orderBy(state === "open" ? asc(questions.updatedAt) : desc(questions.updatedAt))
    .limit(limit);
}

/** How many questions of each of these courses are in each state. */
export async function countQuestions(db: Queryable, { courseIds }: { courseIds: readonly string[] }): Promise<{ courseId: string; state: QuestionState; count: number }[]> {
  return db
    .select({ courseId: questions.courseId, state: questions.state, count: count() })
    .from(questions)
    .where(inArray(questions.courseId, [...courseIds]))
    .groupBy(questions.courseId, questions.state);
}

/** Threads of an activity that everybody in the course may read, the latest first. */
export async function listSharedQuestions(db: Queryable, { courseId, activityId, limit }: { courseId: string; activityId: string; limit: number }): Promise<QuestionLine[]> {
  return db
    .select(LINE)
    .from(questions)
    // Written out, not bound: the partial index is only used when the planner sees it.
    .where(and(eq(questions.courseId, courseId), eq(questions.activityId, activityId), sql`is_shared = 1`))
    .orderBy(desc(questions.updatedAt))
    .limit(limit);
}

/** How many questions somebody asked since then. */
export async function countAskedSince(db: Queryable, { userId, after }: { userId: string; after: Date }): Promise<number> {
  const [row] = await db.select({ count: count() }).from(questions).where(and(eq(questions.userId, userId), gte(questions.updatedAt, after), gte(questions.createdAt, after)));
  return row?.count ?? 0;
}

/** Changes where a thread stands. */
export async function updateQuestion(
  tx: Queryable,
  { id, ...change }: { id: string; state?: QuestionState; isShared?: boolean; updatedAt?: Date; answeredAt?: Date | null; seenAt?: Date | null },
): Promise<void> {
  const { state, isShared, updatedAt, answeredAt, seenAt } = change;
  await tx.update(questions).set({ state, isShared, updatedAt, answeredAt, seenAt }).where(eq(questions.id, id));
}

export async function insertQuestionReply(tx: Queryable, row: QuestionReply): Promise<void> {
  await tx.insert(questionReplies).values(row);
}

/** What was said in a thread, in its order, with names; a person who is gone has none. */
export async function listQuestionReplies(db: Queryable, { questionId }: { questionId: string }): Promise<(QuestionReply & { authorName: string | null })[]> {
  const rows = await db
    .select({ reply: questionReplies, authorName: users.name })
    .from(questionReplies)
    .leftJoin(users, eq(users.id, questionReplies.authorId))
    .where(eq(questionReplies.questionId, questionId))
    .orderBy(asc(questionReplies.createdAt));
  return rows.map(({ reply, authorName }) => ({ ...reply, authorName }));
}

/** How many replies somebody wrote since then. */
export async function countRepliesSince(db: Queryable, { authorId, after }: { authorId: string; after: Date }): Promise<number> {
  const [row] = await db.select({ count: count() }).from(questionReplies).where(and(eq(questionReplies.authorId, authorId), gte(questionReplies.createdAt, after)));
  return row?.count ?? 0;
}
