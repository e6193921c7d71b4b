import type { QuestionLine } from "../../../db/queries/questions.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { isUnseen } from "./question-rules.ts";
import type { QuestionItem, QuestionPlace } from "./question-view.ts";

const WORDS_SHOWN = 180;

/** Where a question belongs; an activity or course that is gone keeps its id as a name. Pure. */
export function buildQuestionPlace(catalog: Catalog, { courseId, activityId }: { courseId: string; activityId: string }): QuestionPlace {
  const course = findCourse(catalog, courseId);
  const activity = course && findActivityById(course, activityId);
  return { courseId, courseTitle: course?.title ?? courseId, activityTitle: activity?.title ?? activityId, path: activity ? buildActivityPath(activity) : null };
}

/** A question as a list shows it, named field by field. Pure. */
export function buildQuestionItem(catalog: Catalog, question: QuestionLine, { askerName, forAsker }: { askerName: string | null; forAsker: boolean }): QuestionItem {
  const { id, about, state, isShared, updatedAt, createdAt, quote, path, line, testName } = question;
  const detail = { activity: null, passage: quote, line: path && `${path}:${line}`, test: testName }[about];
  return {
    id, about, state, isShared, updatedAt, createdAt, askerName,
    detail: detail && shorten(detail),
    words: shorten(question.body),
    isUnseen: forAsker && isUnseen(question),
    place: buildQuestionPlace(catalog, question),
  };
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ").trim();
  return flat.length > WORDS_SHOWN ? `${flat.slice(0, WORDS_SHOWN)}…` : flat;
}
