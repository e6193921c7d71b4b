import type { Survey } from "../../catalog/catalog.ts";
import type { SurveyQuestion } from "../../catalog/questions.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { renderText, showChoice, showLine, type TextPlace } from "../quizzes/show-text.server.ts";
import { hasSent } from "./has-sent.server.ts";
import type { SurveyQuestionView, SurveyView } from "./survey-view.ts";

/** A survey as this person finds it: to be answered, or sent already. */
export async function openSurvey({ db }: Pick<Deps, "db">, { user, course, enrollment }: CourseVisit, survey: Survey): Promise<SurveyView> {
  const place: TextPlace = { course, activity: survey };
  return {
    title: survey.title,
    summary: survey.summary,
    minutes: survey.minutes,
    path: buildActivityPath(survey),
    html: (await renderCourseText({ course, file: survey.file, text: survey.text, activity: survey })).html,
    anonymous: survey.anonymous,
    isSent: await hasSent(db, { userId: user.id, survey }),
    isPreview: enrollment === null,
    localKey: `rung:text:${user.id}:${course.id}/${survey.id}`,
    questions: await Promise.all(survey.questions.map((question, index) => showSurveyQuestion(place, question, index + 1))),
  };
}

async function showSurveyQuestion(place: TextPlace, question: SurveyQuestion, number: number): Promise<SurveyQuestionView> {
  return {
    id: question.id,
    number,
    type: question.type,
    titleHtml: await showLine(place, question.title),
    promptHtml: await renderText(place, question.prompt),
    required: question.required,
    options: question.type === "choice" || question.type === "several" ? await Promise.all(question.options.map((option) => showChoice(place, option))) : [],
    scale: question.type === "scale" ? { from: question.from, to: question.to, low: question.low, high: question.high } : null,
    lines: question.type === "free-text" ? question.lines : 0,
  };
}
