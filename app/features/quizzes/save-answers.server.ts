import { findAttempt, updateAttemptAnswers, type QuizAttempt } from "../../../db/queries/quiz-attempts.ts";
import type { Queryable } from "../../../db/open-database.ts";
import type { Quiz } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { mergeAnswers } from "./answer-fields.ts";
import { readAsked } from "./open-quiz.server.ts";

export interface PostedAnswers {
  userId: string;
  quiz: Quiz;
  attemptId: string;
  /** Fields as `answer-fields.ts` names them. */
  form: FormData;
}

export type SaveAnswer =
  | { kind: "saved" }
  /** It was handed in meanwhile, perhaps in another tab. */
  | { kind: "closed"; number: number }
  /** There is no such attempt of this person at this quiz. */
  | { kind: "unknown" };

/** Keeps a whole form without handing it in: the button of a page without scripts. */
export async function saveAnswers({ db, now }: Pick<Deps, "db" | "now">, posted: PostedAnswers): Promise<SaveAnswer> {
  return db.write(async (tx) => {
    const merged = await mergePosted(tx, posted);
    if (merged.kind !== "merged") return merged;
    const { attempt, answers } = merged;
    await updateAttemptAnswers(tx, { id: attempt.id, userId: attempt.userId, answers, version: attempt.version + 1, updatedAt: now() });
    return { kind: "saved" };
  });
}

type Merged = { kind: "merged"; attempt: QuizAttempt; answers: QuizAttempt["answers"] } | Exclude<SaveAnswer, { kind: "saved" }>;

/** An open attempt with the posted answers over its own. */
export async function mergePosted(tx: Queryable, { form, ...of }: PostedAnswers): Promise<Merged> {
  const found = await findOpen(tx, of);
  return found.kind === "open" ? { kind: "merged", attempt: found.attempt, answers: mergeAnswers(readAsked(found.attempt), found.attempt.answers, form) } : found;
}

type Found = { kind: "open"; attempt: QuizAttempt } | Exclude<SaveAnswer, { kind: "saved" }>;

/** An attempt of this person at this quiz that answers can still be kept in. */
export async function findOpen(tx: Queryable, { userId, quiz, attemptId }: Omit<PostedAnswers, "form">): Promise<Found> {
  const attempt = await findAttempt(tx, { id: attemptId, userId });
  if (!attempt || attempt.courseId !== quiz.courseId || ![quiz.id, ...quiz.aliases].includes(attempt.activityId)) return { kind: "unknown" };
  return attempt.state === "open" ? { kind: "open", attempt } : { kind: "closed", number: attempt.number };
}
