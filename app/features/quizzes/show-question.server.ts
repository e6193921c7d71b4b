/** Questions as learners see them, field by field. Nothing of the right answers passes but by `showResult` with `areAnswersEarned`. */
import type { Choice } from "../../catalog/questions.ts";
import { isAnswered, markAnswer } from "./answer-fields.ts";
import type { AskedQuestion } from "./draw-questions.ts";
import { escapeHtml } from "./fill-gaps.ts";
import type { Answer, Graded } from "./grade-answer.ts";
import type { QuestionResultView, QuestionView, RightAnswer } from "./quiz-view.ts";
import { renderText, showChoice, showLine, type TextPlace } from "./show-text.server.ts";

export async function showQuestion(place: TextPlace, question: AskedQuestion, number: number, answer: Answer): Promise<QuestionView> {
  const { id, type, points } = question;
  return {
    id, number, type, points,
    titleHtml: await showLine(place, question.title),
    promptHtml: await renderText(place, question.prompt),
    choices: await Promise.all(listChoices(question).map((choice) => showChoice(place, choice))),
    left: question.type === "matching" ? await Promise.all(question.left.map((choice) => showChoice(place, choice))) : [],
    sides: question.type === "matching" && question.sides ? [await showLine(place, question.sides[0]), await showLine(place, question.sides[1])] : null,
    unit: question.type === "numeric" ? question.unit : null,
    gapCount: question.type === "fill-in" ? question.gaps.length : 0,
    answer: { ...answer },
    isAnswered: isAnswered(question, answer),
    was: markAnswer(answer),
  };
}

export async function showResult(place: TextPlace, question: AskedQuestion, number: number, answer: Answer, graded: Graded, { areAnswersEarned }: { areAnswersEarned: boolean }): Promise<QuestionResultView> {
  return {
    ...(await showQuestion(place, question, number, answer)),
    credit: graded.credit,
    parts: { ...graded.parts },
    feedbackHtml: await Promise.all(graded.feedback.map((text) => renderText(place, text))),
    right: areAnswersEarned ? await showRightAnswer(place, question) : null,
  };
}

/** What can be chosen or moved, in the order of this attempt. */
function listChoices(question: AskedQuestion): Choice[] {
  const choices: readonly Choice[] = question.type === "single" || question.type === "multiple" ? question.options : question.type === "ordering" ? question.items : question.type === "matching" ? question.right : [];
  return question.shown.flatMap((id) => {
    const choice = choices.find((one) => one.id === id);
    return choice ? [{ id: choice.id, text: choice.text }] : [];
  });
}

async function showRightAnswer(place: TextPlace, question: AskedQuestion): Promise<RightAnswer> {
  return {
    optionIds: question.type === "single" || question.type === "multiple" ? question.options.filter(({ isRight }) => isRight).map(({ id }) => id) : [],
    linesHtml: await listRightLines(place, question),
    explanationHtml: await renderText(place, question.explanation),
  };
}

async function listRightLines(place: TextPlace, question: AskedQuestion): Promise<string[]> {
  switch (question.type) {
    case "single":
    case "multiple":
      return [];
    case "numeric":
      return question.accepted.map(({ value, tolerance }) => escapeHtml(`${value}${tolerance > 0 ? ` ± ${Number(tolerance.toPrecision(6))}` : ""}${question.unit ? ` ${question.unit}` : ""}`));
    case "text":
      return question.accepted.map((text) => `<code>${escapeHtml(text)}</code>`);
    case "fill-in":
      return question.gaps.map(({ accepted }) => accepted.map((text) => `<code>${escapeHtml(text)}</code>`).join(" / "));
    case "ordering":
      return Promise.all(question.items.map(({ text }) => showLine(place, text)));
    case "matching":
      return Promise.all(
        question.left.map(async ({ text, rightId }) => `${await showLine(place, text)} <span class="quiz-pairs">→</span> ${await showLine(place, question.right.find(({ id }) => id === rightId)?.text ?? "")}`),
      );
  }
}
