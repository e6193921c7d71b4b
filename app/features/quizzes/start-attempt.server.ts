import { findNextAttemptNumber, findOpenAttempt, insertAttempt, listAttempts } from "../../../db/queries/quiz-attempts.ts";
import type { Quiz } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { countLeft } from "./attempt-rules.ts";
import { buildAttemptsKey } from "./attempts-key.ts";
import { drawQuestions } from "./draw-questions.ts";

/** Begins an attempt; the one that is open stays the one. @returns false when none is left */
export async function startAttempt({ db, now, newId }: Pick<Deps, "db" | "now" | "newId">, { userId, quiz }: { userId: string; quiz: Quiz }): Promise<boolean> {
  const key = buildAttemptsKey(userId, quiz);
  return db.write(async (tx) => {
    if (await findOpenAttempt(tx, key)) return true;
    if (countLeft(quiz, await listAttempts(tx, key)) === 0) return false;
    const seed = newId();
    const at = now();
    await insertAttempt(tx, {
      id: newId(), userId, courseId: quiz.courseId, activityId: quiz.id, number: await findNextAttemptNumber(tx, key), state: "open", seed,
      asked: drawQuestions(quiz, seed), answers: {}, results: null, score: null, passed: null, contentHash: quiz.contentHash, createdAt: at, updatedAt: at, submittedAt: null,
    });
    return true;
  });
}
