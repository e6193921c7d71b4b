import type { AskedQuestion } from "../../app/features/quizzes/draw-questions.ts";

export { answerRight } from "../../app/features/quizzes/answer-right.ts";

/** A full answer that is wrong in every part. */
export function answerWrong(question: AskedQuestion): Record<string, string> {
  switch (question.type) {
    case "single":
      return { choice: question.options.find(({ isRight }) => !isRight)?.id ?? "" };
    case "multiple":
      return Object.fromEntries(question.options.filter(({ isRight }) => !isRight).map(({ id }) => [id, "on"]));
    case "numeric":
      return { text: "-987654" };
    case "text":
      return { text: "no such answer" };
    case "ordering":
      return Object.fromEntries(question.items.map(({ id }, index) => [id, String(((index + 1) % question.items.length) + 1)]));
    case "matching":
      return Object.fromEntries(question.left.map(({ id, rightId }) => [id, question.right.find((right) => right.id !== rightId)?.id ?? ""]));
    case "fill-in":
      return Object.fromEntries(question.gaps.map((_, index) => [String(index), "no such word"]));
  }
}
