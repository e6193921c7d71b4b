import { ensureCompletion } from "../../../db/queries/completions.ts";
import { insertSurveyAnswer } from "../../../db/queries/survey-answers.ts";
import type { Survey } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { hasSent } from "./has-sent.server.ts";
import { readSurveyAnswers, surveyField, WORDS_MOST_CHARACTERS } from "./survey-answers.ts";
import type { RefusedSurvey } from "./survey-view.ts";

/**
 * Sends a survey: once for each person, by its completion. The row of an anonymous one gets neither person nor time, and
 * a random id, so that nothing in it can be joined to the completion.
 *
 * @returns null when it is sent, now or earlier; else what is missing, with what was typed
 */
export async function sendSurvey({ db, now, newId }: Pick<Deps, "db" | "now" | "newId">, { userId, survey, form }: { userId: string; survey: Survey; form: FormData }): Promise<RefusedSurvey | null> {
  const { answers, missing } = readSurveyAnswers(survey.questions, form);
  return db.write(async (tx) => {
    if (await hasSent(tx, { userId, survey })) return null;
    if (missing.length > 0) return { missing, values: readTyped(survey, form) };
    const at = now();
    const { courseId, id: activityId, contentHash, anonymous } = survey;
    await ensureCompletion(tx, { userId, courseId, activityId, reason: "sent", contentHash, completedAt: at });
    await insertSurveyAnswer(tx, { id: newId(), courseId, activityId, userId: anonymous ? null : userId, answers, contentHash, sentAt: anonymous ? null : at });
    return null;
  });
}

function readTyped(survey: Survey, form: FormData): RefusedSurvey["values"] {
  return Object.fromEntries(survey.questions.map(({ id }) => [id, form.getAll(surveyField(id)).filter((value) => typeof value === "string").map((text) => text.slice(0, WORDS_MOST_CHARACTERS))]));
}
