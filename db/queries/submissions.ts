import { and, asc, count, desc, eq, ne, notInArray, sql } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { submissions } from "../schema.ts";

export type Submission = typeof submissions.$inferSelect;
export type SubmissionState = Submission["state"];

/** Stores a hand-in. False when this person already used the idempotency key: nothing is stored then. */
export async function insertSubmission(tx: Queryable, row: Submission): Promise<boolean> {
  const added = await tx
    .insert(submissions)
    .values(row)
    .onConflictDoNothing({ target: [submissions.userId, submissions.idempotencyKey] })
    .returning({ id: submissions.id });
  return added.length > 0;
}

/** Somebody's own submission, or null: also when it is another person's. */
export async function findSubmission(db: Queryable, { id, userId }: { id: string; userId: string }): Promise<Submission | null> {
  const [row] = await db.select().from(submissions).where(and(eq(submissions.id, id), eq(submissions.userId, userId)));
  return row ?? null;
}

/** The submission that somebody made with this key, or null. */
export async function findSubmissionByKey(db: Queryable, { userId, idempotencyKey }: { userId: string; idempotencyKey: string }): Promise<Submission | null> {
  const [row] = await db.select().from(submissions).where(and(eq(submissions.userId, userId), eq(submissions.idempotencyKey, idempotencyKey)));
  return row ?? null;
}

/** Somebody's newest submission of an activity, or null. */
export async function findNewestSubmission(db: Queryable, of: { userId: string; courseId: string; activityId: string }): Promise<Submission | null> {
  const [row] = await db
    .select()
    .from(submissions)
    .where(and(eq(submissions.userId, of.userId), eq(submissions.courseId, of.courseId), eq(submissions.activityId, of.activityId)))
    .orderBy(desc(submissions.createdAt))
    .limit(1);
  return row ?? null;
}

/** How many of somebody's submissions have no verdict yet. */
export async function countUnfinishedSubmissions(db: Queryable, { userId }: { userId: string }): Promise<number> {
  const [row] = await db
    .select({ unfinished: count() })
    .from(submissions)
    .where(and(ne(submissions.state, sql`'done'`), eq(submissions.userId, userId)));
  return row?.unfinished ?? 0;
}

/** How many submissions of everybody have no verdict yet. */
export async function countUngraded(db: Queryable): Promise<number> {
  const [row] = await db.select({ ungraded: count() }).from(submissions).where(ne(submissions.state, sql`'done'`));
  return row?.ungraded ?? 0;
}

/** The submission that has waited longest, of nobody in `exceptUserIds`, or null. */
export async function findNextQueued(db: Queryable, { exceptUserIds }: { exceptUserIds: readonly string[] }): Promise<Submission | null> {
  const [row] = await db
    .select()
    .from(submissions)
    // Written out, not bound: the partial index is only used when the planner sees that the row isn't done.
    .where(and(eq(submissions.state, sql`'queued'`), ne(submissions.state, sql`'done'`), notInArray(submissions.userId, [...exceptUserIds])))
    .orderBy(asc(submissions.createdAt))
    .limit(1);
  return row ?? null;
}

/** Moves a submission on, and counts how often its grading was begun. */
export async function updateSubmissionState(tx: Queryable, { id, state, attempts }: { id: string; state: SubmissionState; attempts?: number }): Promise<void> {
  await tx.update(submissions).set(attempts === undefined ? { state } : { state, attempts }).where(eq(submissions.id, id));
}

/** Puts one that is being graded back, as often begun as `attempts` says; a finished one stays finished. */
export async function requeueSubmission(tx: Queryable, { id, attempts }: { id: string; attempts: number }): Promise<void> {
  await tx.update(submissions).set({ state: "queued", attempts }).where(and(eq(submissions.id, id), eq(submissions.state, "running")));
}

/** Puts what a dead process was grading back into the queue; how many there were. */
export async function requeueRunningSubmissions(tx: Queryable): Promise<number> {
  const back = await tx
    .update(submissions)
    .set({ state: "queued" })
    .where(and(eq(submissions.state, sql`'running'`), ne(submissions.state, sql`'done'`)))
    .returning({ id: submissions.id });
  return back.length;
}
