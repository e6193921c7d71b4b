/** Questions as learners see them, field by field. Nothing of the right answers passes but by `showResult` with `areAnswersEarned`. */
import { toString } from "mdast-util-to-string";
import type { Course, Quiz } from "../../catalog/catalog.ts";
import { parseMarkdown } from "../../catalog/parse-markdown.ts";
import type { Choice } from "../../catalog/questions.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import { isAnswered, markAnswer } from "./answer-fields.ts";
import type { AskedQuestion } from "./draw-questions.ts";
import type { Answer, Graded } from "./grade-answer.ts";
import type { QuestionResultView, QuestionView, RightAnswer, ShownChoice } from "./quiz-view.ts";

/** Where the questions' links and pictures lead. */
export interface QuizPlace {
  course: Course;
  quiz: Quiz;
}

export async function showQuestion(place: QuizPlace, question: AskedQuestion, number: number, answer: Answer): Promise<QuestionView> {
  const { id, type, points } = question;
  return {
    id, number, type, points,
    titleHtml: await renderInline(place, question.title),
    promptHtml: await render(place, question.prompt),
    choices: await Promise.all(listChoices(question).map((choice) => showChoice(place, choice))),
    left: question.type === "matching" ? await Promise.all(question.left.map((choice) => showChoice(place, choice))) : [],
    sides: question.type === "matching" && question.sides ? [await renderInline(place, question.sides[0]), await renderInline(place, question.sides[1])] : null,
    unit: question.type === "numeric" ? question.unit : null,
    gapCount: question.type === "fill-in" ? question.gaps.length : 0,
    answer: { ...answer },
    isAnswered: isAnswered(question, answer),
    was: markAnswer(answer),
  };
}

export async function showResult(place: QuizPlace, question: AskedQuestion, number: number, answer: Answer, graded: Graded, { areAnswersEarned }: { areAnswersEarned: boolean }): Promise<QuestionResultView> {
  return {
    ...(await showQuestion(place, question, number, answer)),
    credit: graded.credit,
    parts: { ...graded.parts },
    feedbackHtml: await Promise.all(graded.feedback.map((text) => render(place, text))),
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

async function showChoice(place: QuizPlace, { id, text }: Choice): Promise<ShownChoice> {
  return { id, html: await renderInline(place, text), text: toString(parseMarkdown(text)).replace(/\s+/g, " ").trim() };
}

async function showRightAnswer(place: QuizPlace, question: AskedQuestion): Promise<RightAnswer> {
  return {
    optionIds: question.type === "single" || question.type === "multiple" ? question.options.filter(({ isRight }) => isRight).map(({ id }) => id) : [],
    linesHtml: await listRightLines(place, question),
    explanationHtml: await render(place, question.explanation),
  };
}

async function listRightLines(place: QuizPlace, question: AskedQuestion): Promise<string[]> {
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
      return Promise.all(question.items.map(({ text }) => renderInline(place, text)));
    case "matching":
      return Promise.all(
        question.left.map(async ({ text, rightId }) => `${await renderInline(place, text)} <span class="quiz-pairs">→</span> ${await renderInline(place, question.right.find(({ id }) => id === rightId)?.text ?? "")}`),
      );
  }
}

async function render({ course, quiz }: QuizPlace, source: string): Promise<string> {
  if (source === "") return "";
  return (await renderCourseText({ course, file: quiz.file, text: { source, firstLine: 1 }, activity: quiz })).html;
}

/** One paragraph without its `<p>`, so that it can stand in a label; anything longer as it is. */
async function renderInline(place: QuizPlace, source: string): Promise<string> {
  const html = (await render(place, source)).trim();
  const inside = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  return inside === undefined || inside.includes("<p>") ? html : inside;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
