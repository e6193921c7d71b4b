import { countQuestions, listCourseQuestions, type QuestionState } from "../../../db/queries/questions.ts";
import type { Course } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { buildQuestionItem } from "./build-item.ts";
import type { QuestionItem } from "./question-view.ts";

const SHOWN = 100;
export const QUESTION_STATES = ["open", "answered", "resolved"] as const satisfies readonly QuestionState[];

export interface InboxView {
  now: Date;
  course: { id: string; title: string };
  state: QuestionState;
  counts: Readonly<Record<QuestionState, number>>;
  questions: readonly QuestionItem[];
}

/** The questions of a course in one state, and how many there are in each. */
export async function openInbox({ db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">, { course, asked }: { course: Course; asked: string | null }): Promise<InboxView> {
  const state = QUESTION_STATES.find((one) => one === asked) ?? "open";
  const rows = await listCourseQuestions(db, { courseId: course.id, state, limit: SHOWN });
  const counted = await countQuestions(db, { courseIds: [course.id] });
  const countOf = (wanted: QuestionState) => counted.find((one) => one.state === wanted)?.count ?? 0;
  return {
    now: now(),
    course: { id: course.id, title: course.title },
    state,
    counts: { open: countOf("open"), answered: countOf("answered"), resolved: countOf("resolved") },
    questions: rows.map(({ askerName, ...question }) => buildQuestionItem(catalog, question, { askerName, forAsker: false })),
  };
}
