import { listSurveyAnswers } from "../../../db/queries/survey-answers.ts";
import type { Course, Survey } from "../../catalog/catalog.ts";
import { findActivity, listActivities } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { showPlain } from "../quizzes/show-text.server.ts";
import { ANONYMOUS_LEAST, countAnswers } from "./survey-answers.ts";
import type { SurveyResultsView } from "./survey-view.ts";

export function listSurveys(course: Course): { title: string; path: string }[] {
  return listActivities(course).filter((activity) => activity.kind === "survey").map(({ id, title }) => ({ title, path: `/teach/${course.id}/surveys/${id}` }));
}

/** What was answered to a survey, for those who teach the course; null when there is no such survey. */
export async function openSurveyResults({ db }: Pick<Deps, "db">, { course, moduleId, slug }: { course: Course; moduleId: string; slug: string }): Promise<SurveyResultsView | null> {
  const survey = findActivity(course, moduleId, slug);
  if (survey?.kind !== "survey") return null;
  const sent = await listSurveyAnswers(db, { courseId: course.id, activityIds: [survey.id, ...survey.aliases] });
  const isHeldBack = survey.anonymous && sent.length < ANONYMOUS_LEAST;
  return {
    title: survey.title,
    path: buildActivityPath(survey),
    anonymous: survey.anonymous,
    sent: sent.length,
    heldBackBelow: isHeldBack ? ANONYMOUS_LEAST : null,
    questions: isHeldBack ? [] : survey.questions.map((question) => countAnswers(question, readLabels(survey, question.id), sent, showPlain(question.title))),
  };
}

function readLabels({ questions }: Survey, questionId: string): Map<string, string> {
  const question = questions.find(({ id }) => id === questionId);
  return new Map(question && "options" in question ? question.options.map(({ id, text }) => [id, showPlain(text)]) : []);
}
