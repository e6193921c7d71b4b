/** How far an attempt is, from the fields of its form as they are now. Pure. */
import { fieldName } from "./answer-fields.ts";
import type { QuestionView } from "./quiz-view.ts";

export function isFilled(question: QuestionView, form: { get(name: string): unknown }): boolean {
  const has = (name: string) => {
    const value = form.get(fieldName(question.id, name));
    return typeof value === "string" && value.trim() !== "";
  };
  switch (question.type) {
    case "single":
      return has("choice");
    case "multiple":
      return question.choices.some(({ id }) => has(id));
    case "numeric":
    case "text":
      return has("text");
    case "ordering":
      return question.choices.every(({ id }) => has(id));
    case "matching":
      return question.left.every(({ id }) => has(id));
    case "fill-in":
      return Array.from({ length: question.gapCount }, (_, index) => String(index)).every(has);
  }
}
