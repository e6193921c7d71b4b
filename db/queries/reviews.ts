import { alias } from "drizzle-orm/sqlite-core";
import { and, asc, count, desc, eq, exists, gt, inArray, isNotNull, isNull, ne, notExists, or, sql, type SQL } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { courseRoles, reviews, submissions, testRuns, users, type ReviewOutcome } from "../schema.ts";
import type { Submission } from "./submissions.ts";
import type { TestRun } from "./test-runs.ts";

export type Review = typeof reviews.$inferSelect;
export type Decision = NonNullable<Review["decision"]>;
export type { ReviewOutcome };

/** A submission as its graders meet it, with whoever holds or decided it. */
export interface ReviewCase {
  submission: Submission;
  learnerName: string;
  review: Review | null;
  graderName: string | null;
  /** Somebody handed in again after it: this one is not to be claimed any more. */
  isSuperseded: boolean;
  /** An earlier or later hand-in of this project was accepted. */
  isAccepted: boolean;
}

/** One line of the queue. */
export interface QueueRow {
  submissionId: string;
  courseId: string;
  activityId: string;
  learnerName: string;
  createdAt: Date;
  /** Null while its tests run, and for projects without tests. */
  testRun: Pick<TestRun, "outcome" | "passedTests" | "totalTests"> | null;
  gradingState: Submission["state"];
  review: Pick<Review, "graderId" | "claimedAt" | "releasedAt"> | null;
  graderName: string | null;
  /** Hand-ins of this project by this person before this one. */
  earlier: number;
}

const graders = alias(users, "graders");
const others = alias(submissions, "others");
const otherReviews = alias(reviews, "other_reviews");

/** Hand-ins of the same project by the same person. */
const sameWork = and(eq(others.userId, submissions.userId), eq(others.courseId, submissions.courseId), eq(others.activityId, submissions.activityId));

/** A hand-in after this one; two in the same millisecond are told apart by their ids. */
const later = or(gt(others.createdAt, submissions.createdAt), and(eq(others.createdAt, submissions.createdAt), gt(others.id, submissions.id)));

const hasLater = (db: Queryable) => exists(db.select({ one: sql`1` }).from(others).where(and(sameWork, later)));

const hasAccepted = (db: Queryable) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(others)
      .innerJoin(otherReviews, eq(otherReviews.submissionId, others.id))
      .where(and(sameWork, eq(otherReviews.decision, "accepted"))),
  );

/** Projects of others, in courses where this person grades: what every query of a grader begins with. */
const mayGrade = (db: Queryable, graderId: string) =>
  and(
    eq(submissions.kind, "project"),
    ne(submissions.userId, graderId),
    exists(
      db
        .select({ one: sql`1` })
        .from(courseRoles)
        .where(and(eq(courseRoles.userId, graderId), eq(courseRoles.courseId, submissions.courseId), eq(courseRoles.role, "grader"))),
    ),
  );

/** Undecided, the newest of its learner and its project or already claimed, and the project isn't accepted yet. */
const waits = (db: Queryable) =>
  and(
    isNull(reviews.decidedAt),
    or(and(isNotNull(reviews.id), isNull(reviews.releasedAt)), notExists(db.select({ one: sql`1` }).from(others).where(and(sameWork, later)))),
    sql`not ${hasAccepted(db)}`,
  );

const inCourse = (courseId: string | null): SQL | undefined => (courseId === null ? undefined : eq(submissions.courseId, courseId));

/** What waits for this grader or is held by somebody, the oldest first; at most `limit`. */
export async function listReviewQueue(db: Queryable, { graderId, courseId, limit }: { graderId: string; courseId: string | null; limit: number }): Promise<QueueRow[]> {
  const rows = await db
    .select({
      submissionId: submissions.id,
      courseId: submissions.courseId,
      activityId: submissions.activityId,
      learnerName: users.name,
      createdAt: submissions.createdAt,
      gradingState: submissions.state,
      testRun: { outcome: testRuns.outcome, passedTests: testRuns.passedTests, totalTests: testRuns.totalTests },
      review: { graderId: reviews.graderId, claimedAt: reviews.claimedAt, releasedAt: reviews.releasedAt },
      graderName: graders.name,
      earlier: sql<number>`(${db.select({ before: count() }).from(others).where(and(sameWork, sql`not ${later}`, ne(others.id, submissions.id)))})`,
    })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.userId))
    .leftJoin(reviews, eq(reviews.submissionId, submissions.id))
    .leftJoin(graders, eq(graders.id, reviews.graderId))
    .leftJoin(testRuns, and(eq(testRuns.submissionId, submissions.id), isNewestRun(db)))
    .where(and(mayGrade(db, graderId), inCourse(courseId), waits(db)))
    .orderBy(asc(submissions.createdAt), asc(submissions.id))
    .limit(limit);
  return rows;
}

/** How many submissions wait, by course. */
export async function countReviewQueue(db: Queryable, { graderId }: { graderId: string }): Promise<{ courseId: string; waiting: number }[]> {
  return db
    .select({ courseId: submissions.courseId, waiting: count() })
    // From the grader's courses to their submissions: the other way round would read every submission of the site.
    .from(courseRoles)
    .innerJoin(submissions, and(eq(submissions.courseId, courseRoles.courseId), eq(submissions.kind, "project"), ne(submissions.userId, graderId)))
    .leftJoin(reviews, eq(reviews.submissionId, submissions.id))
    .where(and(eq(courseRoles.userId, graderId), eq(courseRoles.role, "grader"), waits(db)))
    .groupBy(submissions.courseId);
}

/** A submission with its review, when this person grades its course and it is not their own; else null. */
export async function findReviewCase(db: Queryable, { submissionId, graderId }: { submissionId: string; graderId: string }): Promise<ReviewCase | null> {
  const [row] = await db
    .select({
      submission: submissions,
      learnerName: users.name,
      review: reviews,
      graderName: graders.name,
      isSuperseded: sql`${hasLater(db)}`.mapWith(Boolean),
      isAccepted: sql`${hasAccepted(db)}`.mapWith(Boolean),
    })
    .from(submissions)
    .innerJoin(users, eq(users.id, submissions.userId))
    .leftJoin(reviews, eq(reviews.submissionId, submissions.id))
    .leftJoin(graders, eq(graders.id, reviews.graderId))
    .where(and(eq(submissions.id, submissionId), mayGrade(db, graderId)));
  return row ?? null;
}

/** Everything somebody handed in for a project, the newest first, each with its review and newest verdict. */
export async function listReviewedSubmissions(
  db: Queryable,
  { userId, courseId, activityIds }: { userId: string; courseId: string; /** The present one and former ones. */ activityIds: readonly string[] },
): Promise<{ submission: Submission; review: Review | null; graderName: string | null; testRun: TestRun | null }[]> {
  return db
    .select({ submission: submissions, review: reviews, graderName: graders.name, testRun: testRuns })
    .from(submissions)
    .leftJoin(reviews, eq(reviews.submissionId, submissions.id))
    .leftJoin(graders, eq(graders.id, reviews.graderId))
    .leftJoin(testRuns, and(eq(testRuns.submissionId, submissions.id), isNewestRun(db)))
    .where(and(eq(submissions.userId, userId), eq(submissions.courseId, courseId), inArray(submissions.activityId, [...activityIds])))
    .orderBy(desc(submissions.createdAt), desc(submissions.id));
}

/** Somebody's own submission when it has been decided, else null. */
export async function findOwnReviewedSubmission(db: Queryable, { submissionId, userId }: { submissionId: string; userId: string }): Promise<Submission | null> {
  const [row] = await db
    .select({ submission: submissions })
    .from(submissions)
    .innerJoin(reviews, eq(reviews.submissionId, submissions.id))
    .where(and(eq(submissions.id, submissionId), eq(submissions.userId, userId), isNotNull(reviews.decidedAt)));
  return row?.submission ?? null;
}

/** The newest verdict of a submission, hidden tests in full, or null. */
export async function findNewestTestRun(db: Queryable, { submissionId }: { submissionId: string }): Promise<TestRun | null> {
  const [row] = await db.select().from(testRuns).where(eq(testRuns.submissionId, submissionId)).orderBy(desc(testRuns.number)).limit(1);
  return row ?? null;
}

/** What a grader decided last, the newest first. */
export async function listDecidedReviews(db: Queryable, { graderId, limit }: { graderId: string; limit: number }) {
  return db
    .select({ submissionId: reviews.submissionId, courseId: reviews.courseId, activityId: submissions.activityId, learnerName: users.name, decision: reviews.decision, decidedAt: reviews.decidedAt })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .innerJoin(users, eq(users.id, submissions.userId))
    .where(and(eq(reviews.graderId, graderId), isNotNull(reviews.decidedAt), mayGrade(db, graderId)))
    .orderBy(desc(reviews.decidedAt))
    .limit(limit);
}

/** Begins a review; false when the submission has one already. */
export async function insertReview(tx: Queryable, row: Pick<Review, "id" | "submissionId" | "courseId" | "graderId" | "claimedAt">): Promise<boolean> {
  const added = await tx
    .insert(reviews)
    .values({ ...row, levels: {} })
    .onConflictDoNothing({ target: reviews.submissionId })
    .returning({ id: reviews.id });
  return added.length > 0;
}

/** Hands an undecided review to a grader, with what was written so far. */
export async function updateClaim(tx: Queryable, { id, graderId, claimedAt }: { id: string; graderId: string; claimedAt: Date }): Promise<void> {
  await tx.update(reviews).set({ graderId, claimedAt, releasedAt: null }).where(and(eq(reviews.id, id), isNull(reviews.decidedAt)));
}

/** Gives an undecided review back for others to take. */
export async function releaseClaim(tx: Queryable, { id, graderId, at }: { id: string; graderId: string; at: Date }): Promise<void> {
  await tx.update(reviews).set({ releasedAt: at }).where(and(eq(reviews.id, id), eq(reviews.graderId, graderId), isNull(reviews.decidedAt)));
}

/** Stores what a grader wrote and chose, and renews the claim. */
export async function updateReviewWork(
  tx: Queryable,
  { id, levels, summary, version, at }: { id: string; levels: Record<string, string>; summary: string; version: number; at: Date },
): Promise<void> {
  await tx.update(reviews).set({ levels, summary, version, claimedAt: at }).where(and(eq(reviews.id, id), isNull(reviews.decidedAt)));
}

/** Decides; false when it was decided already. */
export async function decideReviewRow(
  tx: Queryable,
  { id, decision, outcome, at }: { id: string; decision: Decision; outcome: ReviewOutcome; at: Date },
): Promise<boolean> {
  const decided = await tx
    .update(reviews)
    .set({ decision, outcome, points: outcome.points, decidedAt: at })
    .where(and(eq(reviews.id, id), isNull(reviews.decidedAt)))
    .returning({ id: reviews.id });
  return decided.length > 0;
}

/** Notes that the learner opened the decisions about these submissions; the first time stays. */
export async function markReviewsSeen(tx: Queryable, { submissionIds, at }: { submissionIds: readonly string[]; at: Date }): Promise<void> {
  await tx
    .update(reviews)
    .set({ seenAt: at })
    .where(and(inArray(reviews.submissionId, [...submissionIds]), isNotNull(reviews.decidedAt), isNull(reviews.seenAt)));
}

function isNewestRun(db: Queryable): SQL {
  const runs = alias(testRuns, "runs");
  return sql`${testRuns.number} = (${db.select({ newest: sql`max(${runs.number})` }).from(runs).where(eq(runs.submissionId, submissions.id))})`;
}
