/** When something learnt comes back, and what fits into one sitting. Pure: the present is an argument. */
import { createEmptyCard, fsrs, Rating, type Card, type Grade } from "ts-fsrs";
import type { StoredMemory } from "../../../db/schema/practice.ts";

const DAY_MS = 86_400_000;
/** A sitting, minutes. */
export const SITTING_MINUTES = 5;
/** What answering a question takes, minutes; generous. */
export const QUESTION_MINUTES = 0.75;
/** Labs that are practised, and what of a sitting one may take, stated minutes. The second time goes faster than the first. */
export const LONGEST_LAB_MINUTES = 15;
const LAB_MINUTES = 3;
/** More failed attempts than this mean that recalling was hard. */
const HARD_AFTER_FAILS = 2;

/**
 * FSRS-6 with its published parameters: a thing comes back when the chance to recall it has fallen to nine in ten
 * (Ye, "A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling", KDD 2022). Whole days only:
 * nobody is called back within minutes. No fuzz, so that the same answers give the same days.
 */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

export interface Recall {
  memory: StoredMemory;
  dueAt: Date;
}

/** The first memory of something that was passed at `at`. */
export function beginRecall(at: Date): Recall {
  return toRecall(scheduler.next(createEmptyCard(at), at, Rating.Good).card);
}

/** What recalling at `at` did. @param credit 0 to 1, as graded */
export function recallAgain(before: Recall, credit: number, at: Date): Recall {
  return toRecall(scheduler.next(toCard(before), at, rate(credit)).card);
}

/** Not today: it says nothing of what is remembered. */
export function putOff({ memory }: Recall, at: Date): Recall {
  return { memory, dueAt: new Date(at.getTime() + DAY_MS) };
}

/** All right is good, a part of it hard, nothing of it again. */
function rate(credit: number): Grade {
  return credit >= 1 ? Rating.Good : credit > 0 ? Rating.Hard : Rating.Again;
}

/** The credit of a lab that was passed again after so many failed attempts. */
export function creditLab(failedAttempts: number): number {
  return failedAttempts > HARD_AFTER_FAILS ? 0.5 : 1;
}

/** What of the due things fits into one sitting, in their order; at most one lab, at the end. Always something, when anything is due. */
export function pickSitting<T extends { isLab: boolean }>(due: readonly T[]): T[] {
  const lab = due.find(({ isLab }) => isLab);
  const questions = due.filter(({ isLab }) => !isLab);
  const left = SITTING_MINUTES - (lab ? LAB_MINUTES : 0);
  return [...questions.slice(0, Math.floor(left / QUESTION_MINUTES)), ...(lab ? [lab] : [])];
}

function toCard({ memory, dueAt }: Recall): Card {
  const { stability, difficulty, scheduledDays, learningSteps, reps, lapses, state, lastReviewMs } = memory;
  return {
    due: dueAt, stability, difficulty, elapsed_days: 0, scheduled_days: scheduledDays, learning_steps: learningSteps, reps, lapses, state,
    ...(lastReviewMs === null ? {} : { last_review: new Date(lastReviewMs) }),
  };
}

function toRecall({ due, stability, difficulty, scheduled_days, learning_steps, reps, lapses, state, last_review }: Card): Recall {
  return { dueAt: due, memory: { stability, difficulty, scheduledDays: scheduled_days, learningSteps: learning_steps, reps, lapses, state, lastReviewMs: last_review?.getTime() ?? null } };
}
