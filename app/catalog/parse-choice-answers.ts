import type { List } from "mdast";
import { quoteForMessage } from "./findings.ts";
import type { ChoiceQuestion, QuizQuestionType } from "./questions.ts";
import { buildChoiceId, checkDistinct, type QuestionSource } from "./question-source.ts";
import { foldText, lineOf, sliceItem } from "./split-questions.ts";

/** Options with boxes: one `[x]` is `single`, several are `multiple`, and `type=multiple` says so for one. */
export function parseChoiceAnswers(list: List, type: QuizQuestionType | null, { source, complain, base }: QuestionSource): ChoiceQuestion | null {
  const options = list.children.map((item) => {
    const { text, quotes } = sliceItem(source, item);
    const line = lineOf(item);
    // The parser takes an empty option, or a box that is written otherwise, for a plain item.
    if (item.checked === null || item.checked === undefined) {
      complain(line, `The option "${quoteForMessage(foldText(text))}" has no box.`, /^\[.?\]$/.test(text) ? "Write the option behind its box." : "Begin it with `- [ ] `, or with `- [x] ` when it is right.");
    }
    return { id: buildChoiceId(text), text, feedback: quotes, isRight: item.checked === true, line };
  });
  checkDistinct(options, "options", complain);
  const rights = options.filter((option) => option.isRight).length;
  const line = lineOf(list);
  if (options.length < 2) complain(line, "A choice needs at least two options.", "Add another `- [ ] …`.");
  if (rights === 0) {
    complain(line, "No option is right.", "Mark the right one with an x: `- [x] …`.");
    return null;
  }
  if (type === "single" && rights > 1) {
    complain(line, `The question says \`type=single\`, and ${rights} options are right.`, "Leave one `[x]`, or leave `type` out: several right options make it `multiple`.");
    return null;
  }
  return { ...base, type: type === "multiple" || rights > 1 ? "multiple" : "single", options: options.map(({ id, text, feedback, isRight }) => ({ id, text, isRight, feedback })) };
}
