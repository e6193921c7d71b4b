import { and, asc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { surveyAnswers, users } from "../schema.ts";

export type { StoredSurveyAnswer } from "../schema.ts";
export type SurveyAnswer = typeof surveyAnswers.$inferSelect;
/** What somebody sent; `name` is null when the survey was anonymous. */
export type SentSurvey = Pick<SurveyAnswer, "answers" | "sentAt"> & { name: string | null };

export async function insertSurveyAnswer(tx: Queryable, row: SurveyAnswer): Promise<void> {
  await tx.insert(surveyAnswers).values(row);
}

/** Everything that was sent to a survey, in an order that says nothing of time. Former ids of the survey count. */
export async function listSurveyAnswers(db: Queryable, { courseId, activityIds }: { courseId: string; activityIds: readonly string[] }): Promise<SentSurvey[]> {
  return db
    .select({ answers: surveyAnswers.answers, sentAt: surveyAnswers.sentAt, name: users.name })
    .from(surveyAnswers)
    .leftJoin(users, eq(users.id, surveyAnswers.userId))
    .where(and(eq(surveyAnswers.courseId, courseId), inArray(surveyAnswers.activityId, [...activityIds])))
    .orderBy(asc(surveyAnswers.id));
}
