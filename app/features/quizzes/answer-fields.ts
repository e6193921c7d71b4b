/**
 * The fields of a quiz's form. A question's answer is a few named texts:
 * `choice` of a single choice (an option's id); the ids of the chosen options, each `on`, of a multiple one; `text` of a
 * number or a text; the place (from 1) of each step by its id; the right side's id by the left one's; what is in each
 * gap by its index. The field of each is `q.<question>.<name>`. Pure.
 */
import type { AskedQuestion } from "./draw-questions.ts";
import type { Answer } from "./grade-answer.ts";
import { hashText } from "./seeded-random.ts";

export const TYPED_MOST_CHARACTERS = 500;

export type Answers = Readonly<Record<string, Answer>>;

export function fieldName(questionId: string, name: string): string {
  return `q.${questionId}.${name}`;
}

/** The hidden field with what the answer was when the page was made. */
export function wasName(questionId: string): string {
  return `was.${questionId}`;
}

/** What a form has in its fields of one question; what is no answer to it is left out. */
export function readAnswer(question: AskedQuestion, form: { get(name: string): unknown }): Answer {
  const answer: Record<string, string> = {};
  for (const { name, isFit } of listFields(question)) {
    const value = form.get(fieldName(question.id, name));
    if (typeof value !== "string") continue;
    const text = value.replace(/\0/g, "").slice(0, TYPED_MOST_CHARACTERS);
    if (isFit(text)) answer[name] = text;
  }
  return answer;
}

/** Every field of an attempt's form with what is in it; empty where nothing is. */
export function listAnswerFields(asked: readonly AskedQuestion[], answers: Answers): Record<string, string> {
  return Object.fromEntries(asked.flatMap((question) => listFields(question).map(({ name }) => [fieldName(question.id, name), answers[question.id]?.[name] ?? ""])));
}

/** The answers in such fields. A question with none of its fields is as in `stored`. */
export function readAnswerFields(asked: readonly AskedQuestion[], stored: Answers, fields: Readonly<Record<string, string>>): Record<string, Answer> {
  const read: Record<string, Answer> = {};
  for (const question of asked) {
    const isSent = listFields(question).some(({ name }) => Object.hasOwn(fields, fieldName(question.id, name)));
    const answer = isSent ? readAnswer(question, { get: (name) => (Object.hasOwn(fields, name) ? fields[name] : null) }) : (stored[question.id] ?? {});
    if (Object.keys(answer).length > 0) read[question.id] = answer;
  }
  return read;
}

const isTyped = (text: string) => text.trim() !== "";

function listFields(question: AskedQuestion): { name: string; isFit: (text: string) => boolean }[] {
  switch (question.type) {
    case "single":
      return [{ name: "choice", isFit: (text) => question.options.some(({ id }) => id === text) }];
    case "multiple":
      return question.options.map(({ id }) => ({ name: id, isFit: (text) => text === "on" }));
    case "numeric":
    case "text":
      return [{ name: "text", isFit: isTyped }];
    case "ordering":
      return question.items.map(({ id }) => ({ name: id, isFit: (text) => /^[1-9]\d?$/.test(text) && Number(text) <= question.items.length }));
    case "matching":
      return question.left.map((left) => ({ name: left.id, isFit: (text) => question.right.some(({ id }) => id === text) }));
    case "fill-in":
      return question.gaps.map((_, index) => ({ name: String(index), isFit: isTyped }));
  }
}

/** True when every part has an answer; of several choices, when there is any. */
export function isAnswered(question: AskedQuestion, answer: Answer | undefined): boolean {
  const given = Object.keys(answer ?? {}).length;
  return question.type === "multiple" ? given > 0 : given === listFields(question).length;
}

/** A short mark of an answer, to see whether it was changed. */
export function markAnswer(answer: Answer | undefined): string {
  const sorted = Object.entries(answer ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return (hashText(JSON.stringify(sorted)) >>> 0).toString(36);
}

/**
 * Stored answers with those of a form that was handed in whole. Of questions with a mark of what they were, its answers
 * count when they differ from that: an old tab sends along what it never touched, and must not undo what was answered
 * elsewhere. All others stay.
 */
export function mergeAnswers(asked: readonly AskedQuestion[], stored: Answers, form: { get(name: string): unknown }): Record<string, Answer> {
  const merged: Record<string, Answer> = { ...stored };
  for (const question of asked) {
    const was = form.get(wasName(question.id));
    const sent = readAnswer(question, form);
    if (typeof was !== "string" || was === markAnswer(sent)) continue;
    if (Object.keys(sent).length > 0) merged[question.id] = sent;
    else delete merged[question.id];
  }
  return merged;
}
