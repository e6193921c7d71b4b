import { listCourseRoles } from "../../../db/queries/course-roles.ts";
import { countReports } from "../../../db/queries/problem-reports.ts";
import { countQuestions, listOwnQuestions } from "../../../db/queries/questions.ts";
import { findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { buildQuestionItem } from "./build-item.ts";
import type { QuestionItem } from "./question-view.ts";

const SHOWN = 200;

export interface QuestionsView {
  now: Date;
  /** One's own, the latest first. */
  own: readonly QuestionItem[];
  /** Courses in which this person answers. */
  answers: readonly { courseId: string; title: string; open: number; reports: number }[];
}

/** Somebody's own questions, and the courses in which they answer. */
export async function listQuestions({ db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">, { user }: { user: { id: string; isAdministrator: boolean } }): Promise<QuestionsView> {
  const own = await listOwnQuestions(db, { userId: user.id, limit: SHOWN });
  const roles = await listCourseRoles(db, { userId: user.id });
  const courseIds = user.isAdministrator ? catalog.courses.map(({ id }) => id) : [...new Set(roles.map(({ courseId }) => courseId))];
  const [questions, reports] = [await countQuestions(db, { courseIds }), await countReports(db, { courseIds })];
  return {
    now: now(),
    own: own.map((question) => buildQuestionItem(catalog, question, { askerName: null, forAsker: true })),
    answers: courseIds.flatMap((courseId) => {
      const course = findCourse(catalog, courseId);
      const openOf = (counts: readonly { courseId: string; state: string; count: number }[]) => counts.find((one) => one.courseId === courseId && one.state === "open")?.count ?? 0;
      return course ? [{ courseId, title: course.title, open: openOf(questions), reports: openOf(reports) }] : [];
    }),
  };
}
