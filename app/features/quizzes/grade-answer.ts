/**
 * How answers are graded. Pure; nothing here looks at who answers or when.
 *
 * - single, numeric, text: all of the points or none.
 * - multiple: right choices less wrong ones, of all right ones; never below zero.
 * - ordering: the share of the steps that stand in their place.
 * - matching, fill-in: the share of the pairs and gaps that are right.
 */
import type { NumberRange, QuizQuestion } from "../../catalog/questions.ts";
import { foldTyped, readNumbers } from "./read-typed.ts";

/** What was answered to one question, field by field; see `answer-fields.ts`. */
export type Answer = Readonly<Record<string, string>>;

export interface Graded {
  /** 0 to 1. */
  credit: number;
  /** Of each part that was given: option, step, left side or gap, by its key in the answer. */
  parts: Record<string, boolean>;
  /** The author's words to what was chosen or typed, Markdown. */
  feedback: string[];
}

export function gradeAnswer(question: QuizQuestion, answer: Answer): Graded {
  switch (question.type) {
    case "single": {
      const chosen = question.options.find(({ id }) => id === answer["choice"]);
      return chosen ? { credit: Number(chosen.isRight), parts: { [chosen.id]: chosen.isRight }, feedback: listWords([chosen.feedback]) } : NOTHING;
    }
    case "multiple": {
      const chosen = question.options.filter(({ id }) => answer[id] !== undefined);
      const rights = question.options.filter(({ isRight }) => isRight).length;
      const hits = chosen.filter(({ isRight }) => isRight).length;
      return {
        credit: Math.max(0, (hits - (chosen.length - hits)) / rights),
        parts: Object.fromEntries(chosen.map(({ id, isRight }) => [id, isRight])),
        feedback: listWords(chosen.map(({ feedback }) => feedback)),
      };
    }
    case "numeric": {
      const readings = readNumbers(answer["text"] ?? "", question.unit);
      if ((answer["text"] ?? "").trim() === "") return NOTHING;
      const isRight = readings.some((reading) => question.accepted.some((range) => isWithin(reading, range)));
      const foreseen = isRight ? undefined : question.foreseen.find((range) => readings.some((reading) => isWithin(reading, range)));
      return { credit: Number(isRight), parts: { text: isRight }, feedback: listWords([foreseen?.feedback ?? ""]) };
    }
    case "text": {
      const typed = foldTyped(answer["text"] ?? "", question.isCaseExact);
      if (typed === "") return NOTHING;
      const isRight = question.accepted.some((text) => foldTyped(text, question.isCaseExact) === typed);
      const foreseen = isRight ? undefined : question.foreseen.find(({ text }) => foldTyped(text, question.isCaseExact) === typed);
      return { credit: Number(isRight), parts: { text: isRight }, feedback: listWords([foreseen?.feedback ?? ""]) };
    }
    case "ordering":
      return gradeParts(question.items.map(({ id }, index) => ({ key: id, isGiven: answer[id] !== undefined, isRight: answer[id] === String(index + 1) })));
    case "matching":
      return gradeParts(question.left.map(({ id, rightId }) => ({ key: id, isGiven: answer[id] !== undefined, isRight: answer[id] === rightId })));
    case "fill-in":
      return gradeParts(
        question.gaps.map(({ accepted }, index) => {
          const typed = foldTyped(answer[index] ?? "", question.isCaseExact);
          return { key: String(index), isGiven: typed !== "", isRight: typed !== "" && accepted.some((text) => foldTyped(text, question.isCaseExact) === typed) };
        }),
      );
  }
}

const NOTHING: Graded = { credit: 0, parts: {}, feedback: [] };

function gradeParts(parts: readonly { key: string; isGiven: boolean; isRight: boolean }[]): Graded {
  return {
    credit: parts.filter(({ isRight }) => isRight).length / parts.length,
    parts: Object.fromEntries(parts.filter(({ isGiven }) => isGiven).map(({ key, isRight }) => [key, isRight])),
    feedback: [],
  };
}

/** Decimals are not exact in binary: 0.1 + 0.2 is still within 0.1 of 0.2. */
function isWithin(reading: number, { value, tolerance }: NumberRange): boolean {
  return Math.abs(reading - value) <= tolerance + 1e-9 * Math.max(1, Math.abs(value));
}

function listWords(texts: readonly string[]): string[] {
  return texts.filter((text) => text !== "");
}
