import { and, asc, count, desc, eq, ne, notInArray, sql } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { submissions } from "../schema.ts";

export type Submission = typeof submissions.$inferSelect;

const insertion = prepareOnce((tx) =>
  tx
    .insert(submissions)
    .values({
      id: param("id"), userId: param("userId"), courseId: param("courseId"), activityId: param("activityId"), kind: param("kind"), files: param("files"), link: param("link"),
      message: param("message"), idempotencyKey: param("idempotencyKey"), state: param("state"), attempts: param("attempts"), contentHash: param("contentHash"),
      testHash: param("testHash"), seed: param("seed"), createdAt: param("createdAt"),
    })
    .onConflictDoNothing({ target: [submissions.userId, submissions.idempotencyKey] })
    .prepare(),
);

/** Stores a hand-in. False when this person already used the idempotency key: nothing is stored then. */
export async function insertSubmission(tx: Queryable, row: Submission): Promise<boolean> {
  return insertion(tx).run({ ...row }).changes > 0;
}

const byId = prepareOnce((db) => db.select().from(submissions).where(and(eq(submissions.id, param("id")), eq(submissions.userId, param("userId")))).prepare());

/** Somebody's own submission, or null: also when it is another person's. */
export async function findSubmission(db: Queryable, { id, userId }: { id: string; userId: string }): Promise<Submission | null> {
  return byId(db).get({ id, userId }) ?? null;
}

const placeOf = prepareOnce((db) =>
  db
    .select({ id: submissions.id, state: submissions.state, courseId: submissions.courseId, activityId: submissions.activityId })
    .from(submissions)
    .where(and(eq(submissions.id, param("id")), eq(submissions.userId, param("userId"))))
    .prepare(),
);

/** How far somebody's own submission is and what it is of, without what was handed in; or null. */
export async function findSubmissionPlace(db: Queryable, { id, userId }: { id: string; userId: string }): Promise<Pick<Submission, "id" | "state" | "courseId" | "activityId"> | null> {
  return placeOf(db).get({ id, userId }) ?? null;
}

const byKey = prepareOnce((db) =>
  db.select().from(submissions).where(and(eq(submissions.userId, param("userId")), eq(submissions.idempotencyKey, param("idempotencyKey")))).prepare(),
);

/** The submission that somebody made with this key, or null. */
export async function findSubmissionByKey(db: Queryable, { userId, idempotencyKey }: { userId: string; idempotencyKey: string }): Promise<Submission | null> {
  return byKey(db).get({ userId, idempotencyKey }) ?? null;
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

const unfinishedOfOne = prepareOnce((db) =>
  db.select({ unfinished: count() }).from(submissions).where(and(ne(submissions.state, sql`'done'`), eq(submissions.userId, param("userId")))).prepare(),
);

/** How many of somebody's submissions have no verdict yet. */
export async function countUnfinishedSubmissions(db: Queryable, { userId }: { userId: string }): Promise<number> {
  return unfinishedOfOne(db).get({ userId })?.unfinished ?? 0;
}

/** How many submissions of everybody have no verdict yet. */
export async function countUngraded(db: Queryable): Promise<number> {
  const [row] = await db.select({ ungraded: count() }).from(submissions).where(ne(submissions.state, sql`'done'`));
  return row?.ungraded ?? 0;
}

const nextQueued = prepareOnce((db) =>
  db
    .select()
    .from(submissions)
    // The states are written out, not bound: the partial index is only used when the planner sees that the row isn't done.
    .where(and(eq(submissions.state, sql`'queued'`), ne(submissions.state, sql`'done'`), notInArray(submissions.userId, sql`(select value from json_each(${param("exceptUserIds")}))`)))
    .orderBy(asc(submissions.createdAt))
    .limit(1)
    .prepare(),
);

/** The submission that has waited longest, of nobody in `exceptUserIds`, or null. */
export async function findNextQueued(db: Queryable, { exceptUserIds }: { exceptUserIds: readonly string[] }): Promise<Submission | null> {
  return nextQueued(db).get({ exceptUserIds: JSON.stringify(exceptUserIds) }) ?? null;
}

const beginning = prepareOnce((tx) =>
  tx
    .update(submissions)
    .set({ state: "running", attempts: sql`${param("attempts")}` })
    .where(and(eq(submissions.id, param("id")), eq(submissions.state, "queued")))
    .prepare(),
);

/** Marks that grading a queued submission was begun, and how often; false when it is not queued. */
export async function beginSubmission(tx: Queryable, { id, attempts }: { id: string; attempts: number }): Promise<boolean> {
  return beginning(tx).run({ id, attempts }).changes > 0;
}

const finishing = prepareOnce((tx) => tx.update(submissions).set({ state: "done" }).where(eq(submissions.id, param("id"))).prepare());

/** Marks that a submission has its verdict. */
export async function finishSubmission(tx: Queryable, { id }: { id: string }): Promise<void> {
  finishing(tx).run({ id });
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
