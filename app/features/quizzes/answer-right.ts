import type { AskedQuestion } from "./draw-questions.ts";

/** An answer that is right in every part, as the fields of a form. */
export function answerRight(question: AskedQuestion): Record<string, string> {
  switch (question.type) {
    case "single":
      return { choice: question.options.find(({ isRight }) => isRight)?.id ?? "" };
    case "multiple":
      return Object.fromEntries(question.options.filter(({ isRight }) => isRight).map(({ id }) => [id, "on"]));
    case "numeric":
      return { text: String(question.accepted[0]?.value ?? "") };
    case "text":
      return { text: question.accepted[0] ?? "" };
    case "ordering":
      return Object.fromEntries(question.items.map(({ id }, index) => [id, String(index + 1)]));
    case "matching":
      return Object.fromEntries(question.left.map(({ id, rightId }) => [id, rightId]));
    case "fill-in":
      return Object.fromEntries(question.gaps.map(({ accepted }, index) => [String(index), accepted[0] ?? ""]));
  }
}
