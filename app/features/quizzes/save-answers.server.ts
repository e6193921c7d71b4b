import { findAttempt, updateAttemptAnswers, type QuizAttempt } from "../../../db/queries/quiz-attempts.ts";
import type { Queryable } from "../../../db/open-database.ts";
import type { Quiz } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { isAnswered, mergeAnswers } from "./answer-fields.ts";
import { readAsked } from "./open-quiz.server.ts";

export interface PostedAnswers {
  userId: string;
  quiz: Quiz;
  attemptId: string;
  /** Fields as `answer-fields.ts` names them. */
  form: FormData;
}

export type SaveAnswer =
  | { kind: "saved"; answered: number; count: number }
  /** It was handed in meanwhile, perhaps in another tab. */
  | { kind: "closed"; number: number }
  /** There is no such attempt of this person at this quiz. */
  | { kind: "unknown" };

/** Keeps what was answered so far, as far as it is newer than what is stored. */
export async function saveAnswers({ db, now }: Pick<Deps, "db" | "now">, posted: PostedAnswers): Promise<SaveAnswer> {
  return db.write(async (tx) => {
    const merged = await mergePosted(tx, posted);
    if (merged.kind !== "merged") return merged;
    const { attempt, answers } = merged;
    await updateAttemptAnswers(tx, { id: attempt.id, userId: attempt.userId, answers, updatedAt: now() });
    const asked = readAsked(attempt);
    return { kind: "saved", answered: asked.filter((question) => isAnswered(question, answers[question.id])).length, count: asked.length };
  });
}

type Merged = { kind: "merged"; attempt: QuizAttempt; answers: QuizAttempt["answers"] } | Exclude<SaveAnswer, { kind: "saved" }>;

/** An open attempt with the posted answers over its own. */
export async function mergePosted(tx: Queryable, { userId, quiz, attemptId, form }: PostedAnswers): Promise<Merged> {
  const attempt = await findAttempt(tx, { id: attemptId, userId });
  if (!attempt || attempt.courseId !== quiz.courseId || ![quiz.id, ...quiz.aliases].includes(attempt.activityId)) return { kind: "unknown" };
  if (attempt.state !== "open") return { kind: "closed", number: attempt.number };
  return { kind: "merged", attempt, answers: mergeAnswers(readAsked(attempt), attempt.answers, form) };
}
