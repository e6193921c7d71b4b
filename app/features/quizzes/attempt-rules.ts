/** The rules of attempts: their score, which one counts, how many are left, and when right answers are shown. Pure. */
import type { Quiz } from "../../catalog/catalog.ts";
import type { AskedQuestion } from "./draw-questions.ts";
import { gradeAnswer, type Answer, type Graded } from "./grade-answer.ts";

export interface GradedAttempt {
  results: Record<string, Graded>;
  /** Share of the points, 0 to 1. */
  score: number;
}

export function gradeAttempt(asked: readonly AskedQuestion[], answers: Readonly<Record<string, Answer>>): GradedAttempt {
  const results = Object.fromEntries(asked.map((question) => [question.id, gradeAnswer(question, answers[question.id] ?? {})]));
  const points = asked.reduce((sum, question) => sum + question.points, 0);
  const reached = asked.reduce((sum, question) => sum + question.points * (results[question.id]?.credit ?? 0), 0);
  return { results, score: points === 0 ? 0 : Math.min(1, reached / points) };
}

/** A share that falls short by rounding only is enough. */
export function isPass(score: number, pass: number): boolean {
  return score >= pass - 1e-9;
}

interface Tried {
  state: "open" | "submitted";
  score: number | null;
  passed: boolean | null;
}

/** The one that counts: the highest score, the earlier of two alike; null before the first was handed in. */
export function findBest<A extends Tried>(attempts: readonly A[]): A | null {
  return attempts.reduce<A | null>((best, one) => (one.state === "submitted" && (best === null || (one.score ?? 0) > (best.score ?? 0)) ? one : best), null);
}

export function hasPassed(attempts: readonly Tried[]): boolean {
  return attempts.some(({ passed }) => passed === true);
}

/** Attempts that can still be begun; null: without end. An open one is used already. */
export function countLeft({ attempts: allowed }: Pick<Quiz, "attempts">, attempts: readonly Tried[]): number | null {
  return allowed === null ? null : Math.max(0, allowed - attempts.length);
}

/**
 * Right answers and explanations are shown when nothing can be gained by them any more: after passing, or when all
 * attempts are handed in.
 */
export function areAnswersEarned(quiz: Pick<Quiz, "attempts">, attempts: readonly Tried[]): boolean {
  if (hasPassed(attempts)) return true;
  return quiz.attempts !== null && attempts.filter(({ state }) => state === "submitted").length >= quiz.attempts;
}
