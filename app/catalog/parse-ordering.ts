import type { List } from "mdast";
import type { OrderingQuestion } from "./questions.ts";
import { buildChoiceId, checkDistinct, type QuestionSource } from "./question-source.ts";
import { lineOf, sliceItem } from "./split-questions.ts";

/** A list whose written order is the right one. */
export function parseOrdering(list: List, { source, complain, base }: QuestionSource): OrderingQuestion | null {
  const items = list.children.map((item) => {
    const { text, quotes } = sliceItem(source, item);
    if (quotes !== "") complain(lineOf(item), "A step of an order has no feedback of its own.", "Write the explanation below the whole list, as `> …`.");
    if (text === "") complain(lineOf(item), "The step is empty.", "Write it, or remove the line.");
    return { id: buildChoiceId(text), text, line: lineOf(item) };
  });
  if (items.length < 2) {
    complain(lineOf(list), "An order needs at least two steps.", "Write them as `1. …`, `2. …`, in the right order.");
    return null;
  }
  checkDistinct(items, "steps", complain);
  return { ...base, type: "ordering", items: items.map(({ id, text }) => ({ id, text })) };
}
