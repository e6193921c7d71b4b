import { countDueCards, findNextDue, listDueCards, type PracticeCard } from "../../../db/queries/practice-cards.ts";
import type { Deps } from "../../deps.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { drawQuestions, type AskedQuestion } from "../quizzes/draw-questions.ts";
import type { QuestionResultView, QuestionView } from "../quizzes/quiz-view.ts";
import { showQuestion } from "../quizzes/show-question.server.ts";
import { findCardTask, refreshCards, type CardTask } from "./find-cards.server.ts";
import { pickSitting } from "./recall.ts";

const MOST_DUE = 100;

/** Names one card in forms: `course/module/activity#question`. */
export type CardName = string;

export type PracticeStep =
  | { kind: "question"; card: CardName; source: { title: string; path: string; courseTitle: string }; question: QuestionView }
  | { kind: "lab"; card: CardName; lab: { title: string; summary: string; minutes: number; path: string; courseTitle: string; isBegun: boolean } };

export interface PracticeView {
  now: Date;
  /** Null when nothing is due. */
  step: PracticeStep | null;
  /** Things left of this sitting, the step included, and all that is due. */
  left: number;
  due: number;
  /** When something comes back next; null when there is nothing to practise at all. */
  nextAt: Date | null;
}

/** What was answered, and what is right: whoever practises has passed the quiz. */
export interface PracticeAnswer {
  result: QuestionResultView;
  nextAt: Date;
}

/** What is to be recalled now. */
export async function openPractice(deps: Pick<Deps, "db" | "catalog" | "now">, { userId }: { userId: string }): Promise<PracticeView> {
  const { db, catalog } = deps;
  const now = deps.now();
  await refreshCards(deps, { userId });
  const due = await listDueCards(db, { userId, before: now, limit: MOST_DUE });
  const sitting = pickSitting(due.map((card) => ({ card, isLab: card.questionId === "" })));
  const [first] = sitting;
  const task = first && findCardTask(catalog, first.card);
  return {
    now,
    step: first && task ? await showStep(first.card, task) : null,
    left: sitting.length,
    due: await countDueCards(db, { userId, before: now }),
    nextAt: await findNextDue(db, { userId }),
  };
}

async function showStep(card: PracticeCard, task: CardTask): Promise<PracticeStep> {
  const name = nameCard(card);
  if (task.kind === "lab") {
    const { title, summary, minutes } = task.lab;
    return { kind: "lab", card: name, lab: { title, summary, minutes, path: buildActivityPath(task.lab), courseTitle: task.course.title, isBegun: card.begunAt !== null } };
  }
  const { course, quiz } = task;
  return {
    kind: "question",
    card: name,
    source: { title: quiz.title, path: buildActivityPath(quiz), courseTitle: course.title },
    question: await showQuestion({ course, activity: quiz }, askAgain(card, task), 1, {}),
  };
}

/** The question with its options in another order each time. */
export function askAgain(card: PracticeCard, { question }: Extract<CardTask, { kind: "question" }>): AskedQuestion {
  const [asked] = drawQuestions({ questions: [{ ...question, pool: null }], pools: [], shuffle: true }, `${card.userId}:${card.memory.reps}`);
  if (!asked) throw new Error("a question was drawn and is not there");
  return asked;
}

export function nameCard({ courseId, activityId, questionId }: Pick<PracticeCard, "courseId" | "activityId" | "questionId">): CardName {
  return `${courseId}/${activityId}#${questionId}`;
}

/** What a name means, or null when it is none. */
export function parseCardName(name: string): Pick<PracticeCard, "courseId" | "activityId" | "questionId"> | null {
  const [, courseId, activityId, questionId] = /^([a-z0-9-]+)\/([a-z0-9-]+\/[a-z0-9-]+)#([A-Za-z0-9-]*)$/.exec(name) ?? [];
  return courseId === undefined || activityId === undefined || questionId === undefined ? null : { courseId, activityId, questionId };
}
