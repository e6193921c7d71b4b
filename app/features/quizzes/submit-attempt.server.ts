import { ensureCompletion } from "../../../db/queries/completions.ts";
import { submitAttempt as closeAttempt, updateAttemptAnswers } from "../../../db/queries/quiz-attempts.ts";
import type { Deps } from "../../deps.server.ts";
import { isAnswered } from "./answer-fields.ts";
import { gradeAttempt, isPass } from "./attempt-rules.ts";
import { readAsked } from "./open-quiz.server.ts";
import { mergePosted, type PostedAnswers, type SaveAnswer } from "./save-answers.server.ts";

export type SubmitAttemptAnswer =
  | { kind: "submitted"; number: number }
  /** Kept, not handed in: some questions have no answer, and nobody said that this is meant. */
  | { kind: "unanswered" }
  | Exclude<SaveAnswer, { kind: "saved" }>;

/** Hands an attempt in: grades it, closes it, and completes the quiz when the score is enough. */
export async function submitAttempt({ db, now }: Pick<Deps, "db" | "now">, posted: PostedAnswers & { isGapMeant: boolean }): Promise<SubmitAttemptAnswer> {
  const { userId, quiz, isGapMeant } = posted;
  return db.write(async (tx) => {
    const merged = await mergePosted(tx, posted);
    if (merged.kind !== "merged") return merged;
    const { attempt, answers } = merged;
    const asked = readAsked(attempt);
    const at = now();
    if (!isGapMeant && asked.some((question) => !isAnswered(question, answers[question.id]))) {
      await updateAttemptAnswers(tx, { id: attempt.id, userId, answers, version: attempt.version + 1, updatedAt: at });
      return { kind: "unanswered" };
    }
    const { results, score } = gradeAttempt(asked, answers);
    const passed = isPass(score, quiz.pass);
    await closeAttempt(tx, { id: attempt.id, userId, answers, results, score, passed, submittedAt: at });
    if (passed) await ensureCompletion(tx, { userId, courseId: quiz.courseId, activityId: quiz.id, reason: "passed", contentHash: quiz.contentHash, completedAt: at });
    return { kind: "submitted", number: attempt.number };
  });
}
