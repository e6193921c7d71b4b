import { and, eq } from "drizzle-orm";
import { unionAll } from "drizzle-orm/sqlite-core";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { completions, drafts, quizAttempts, readingPositions, submissions, taskWorks } from "../schema.ts";

/** Ids of activities, as they were called when the rows were written. */
export interface ActivityTraces {
  completed: string[];
  /** With a draft, a submission, an attempt at a quiz or a reading position. */
  touched: string[];
}

const completedIds = prepareOnce((db) =>
  db
    .select({ activityId: completions.activityId })
    .from(completions)
    .where(and(eq(completions.userId, param("userId")), eq(completions.courseId, param("courseId"))))
    .prepare(),
);

const touchedIds = prepareOnce((db) => {
  const [userId, courseId] = [param("userId"), param("courseId")];
  return unionAll(
    db.select({ activityId: drafts.activityId }).from(drafts).where(and(eq(drafts.userId, userId), eq(drafts.courseId, courseId))),
    db.selectDistinct({ activityId: submissions.activityId }).from(submissions).where(and(eq(submissions.userId, userId), eq(submissions.courseId, courseId))),
    db.select({ activityId: readingPositions.activityId }).from(readingPositions).where(and(eq(readingPositions.userId, userId), eq(readingPositions.courseId, courseId))),
    db.select({ activityId: taskWorks.activityId }).from(taskWorks).where(and(eq(taskWorks.userId, userId), eq(taskWorks.courseId, courseId))),
    db.selectDistinct({ activityId: quizAttempts.activityId }).from(quizAttempts).where(and(eq(quizAttempts.userId, userId), eq(quizAttempts.courseId, courseId))),
  ).prepare();
});

/** What somebody has finished and begun in one course. */
export async function getActivityTraces(db: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<ActivityTraces> {
  const completed = completedIds(db).all({ userId, courseId });
  const touched = touchedIds(db).all({ userId, courseId });
  return { completed: completed.map((row) => row.activityId), touched: [...new Set(touched.map((row) => row.activityId))] };
}
