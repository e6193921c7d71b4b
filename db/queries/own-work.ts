/** Everything that one person did, in small pieces: heads first, so that a reader takes the large parts one by one. */
import { and, asc, desc, eq, isNotNull, or } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { drafts, quizAttempts, reviews, submissions, surveyAnswers, taskFiles, taskWorks, testRuns } from "../schema.ts";
import type { TaskFileHead } from "./task-files.ts";

type Place = { courseId: string; activityId: string };
export type SubmissionHead = Place & { id: string; kind: "lab" | "project"; createdAt: Date };

/** What somebody handed in, by course and activity, the oldest first. */
export async function listOwnSubmissions(db: Queryable, { userId }: { userId: string }): Promise<SubmissionHead[]> {
  const { id, courseId, activityId, kind, createdAt } = submissions;
  return db.select({ id, courseId, activityId, kind, createdAt }).from(submissions).where(eq(submissions.userId, userId)).orderBy(asc(courseId), asc(activityId), asc(createdAt));
}

/** The review of somebody's own submission once it is decided, else null. */
export async function findOwnReview(db: Queryable, { submissionId, userId }: { submissionId: string; userId: string }) {
  const { decision, summary, points, outcome, decidedAt } = reviews;
  const [row] = await db
    .select({ decision, summary, points, outcome, decidedAt })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(and(eq(reviews.submissionId, submissionId), eq(submissions.userId, userId), isNotNull(reviews.decidedAt)));
  return row ?? null;
}

/** Where somebody has a draft. */
export async function listOwnDrafts(db: Queryable, { userId }: { userId: string }): Promise<Place[]> {
  return db.select({ courseId: drafts.courseId, activityId: drafts.activityId }).from(drafts).where(eq(drafts.userId, userId));
}

/** Attempts at quizzes with what was answered, and never with what would have been right. */
export async function listOwnAttempts(db: Queryable, { userId }: { userId: string }) {
  const { courseId, activityId, number, state, answers, score, passed, createdAt, submittedAt } = quizAttempts;
  return db.select({ courseId, activityId, number, state, answers, score, passed, createdAt, submittedAt }).from(quizAttempts).where(eq(quizAttempts.userId, userId)).orderBy(asc(courseId), asc(activityId), asc(number));
}

/** Surveys that somebody sent under their name: of anonymous ones nobody knows whose they are. */
export async function listOwnSurveyAnswers(db: Queryable, { userId }: { userId: string }) {
  const { courseId, activityId, answers, sentAt } = surveyAnswers;
  return db.select({ courseId, activityId, answers, sentAt }).from(surveyAnswers).where(eq(surveyAnswers.userId, userId));
}

export async function listOwnTaskWorks(db: Queryable, { userId }: { userId: string }) {
  const { courseId, activityId, checked, hours, evidence, state, handedInAt, signedAt, words, updatedAt } = taskWorks;
  return db.select({ courseId, activityId, checked, hours, evidence, state, handedInAt, signedAt, words, updatedAt }).from(taskWorks).where(eq(taskWorks.userId, userId));
}

/** Files of somebody's tasks without their bytes. */
export async function listOwnTaskFiles(db: Queryable, { userId }: { userId: string }): Promise<(Place & TaskFileHead)[]> {
  const { id, courseId, activityId, name, sizeBytes, createdAt } = taskFiles;
  return db.select({ id, courseId, activityId, name, sizeBytes, createdAt }).from(taskFiles).where(eq(taskFiles.userId, userId)).orderBy(asc(courseId), asc(activityId), asc(createdAt));
}

/** Labs that passed and projects that were accepted: what somebody may show, the newest first. */
export async function listOwnSoundWork(db: Queryable, { userId, limit }: { userId: string; limit: number }): Promise<SubmissionHead[]> {
  const { id, courseId, activityId, kind, createdAt } = submissions;
  return db
    .select({ id, courseId, activityId, kind, createdAt })
    .from(submissions)
    .leftJoin(reviews, eq(reviews.submissionId, submissions.id))
    .leftJoin(testRuns, and(eq(testRuns.submissionId, submissions.id), eq(testRuns.number, 1)))
    .where(and(eq(submissions.userId, userId), or(and(eq(kind, "project"), eq(reviews.decision, "accepted")), and(eq(kind, "lab"), eq(testRuns.outcome, "passed")))))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}
