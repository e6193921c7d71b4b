/** What a learner sees of a quiz, named field by field. Right answers and explanations are in it only once they are earned. */
import type { QuizQuestionType } from "../../catalog/questions.ts";
import type { Answer } from "./grade-answer.ts";

/** Rendered text of the author. */
export interface ShownChoice {
  id: string;
  html: string;
  /** The same without markup, for lists to choose from. */
  text: string;
}

/** A question as it is asked. */
export interface QuestionView {
  id: string;
  /** From 1. */
  number: number;
  type: QuizQuestionType;
  titleHtml: string;
  /** In a fill-in question, gap `n` is the character `FIRST_GAP + n`. */
  promptHtml: string;
  points: number;
  /** Options, or the steps to put in order, as they are shown. */
  choices: readonly ShownChoice[];
  /** What is to be matched, and the names of both sides. */
  left: readonly ShownChoice[];
  sides: readonly [left: string, right: string] | null;
  unit: string | null;
  gapCount: number;
  /** What was answered so far, as typed or chosen. */
  answer: Answer;
  isAnswered: boolean;
  /** Mark of the answer as the page got it. */
  was: string;
}

/** What was right, as people read it: ids and texts of its parts. */
export interface RightAnswer {
  /** Ids of right options; empty for other types. */
  optionIds: readonly string[];
  /** Steps in their order, pairs, gaps or typed answers, one line each; HTML. */
  linesHtml: readonly string[];
  explanationHtml: string;
}

/** A question that was handed in. */
export interface QuestionResultView extends QuestionView {
  /** 0 to 1. */
  credit: number;
  /** Right or wrong of each given part, by its key in the answer. */
  parts: Readonly<Record<string, boolean>>;
  feedbackHtml: readonly string[];
  /** Null until it is earned. */
  right: RightAnswer | null;
}

export interface OpenAttemptView {
  id: string;
  number: number;
  questions: readonly QuestionView[];
  /** The form's fields as they were, and where they are kept in this browser. */
  kept: { version: number; files: Readonly<Record<string, string>>; localKey: string };
  /** Ids of questions without a full answer, when handing in was held back to ask; else null. */
  missing: readonly string[] | null;
}

export interface ResultView {
  number: number;
  score: number;
  passed: boolean;
  submittedAt: Date;
  isBest: boolean;
  areAnswersShown: boolean;
  questions: readonly QuestionResultView[];
}

export interface AttemptRow {
  number: number;
  score: number;
  passed: boolean;
  submittedAt: Date;
  isBest: boolean;
  isShown: boolean;
}

export interface QuizView {
  title: string;
  summary: string;
  minutes: number;
  path: string;
  /** What stands before the questions. */
  html: string;
  /** Of each attempt. */
  questionCount: number;
  /** Share of the points, 0 to 1. */
  pass: number;
  attemptsAllowed: number | null;
  attemptsLeft: number | null;
  hasPassed: boolean;
  now: Date;
  /** The attempt to go on with; null when none is open or another one's result is looked at. */
  attempt: OpenAttemptView | null;
  /** True when an attempt is open, also when it is not shown. */
  isOpen: boolean;
  result: ResultView | null;
  /** Attempts that were handed in, the newest first. */
  history: readonly AttemptRow[];
  /** For people who only look: the questions without a form to hand in. */
  preview: readonly QuestionView[] | null;
  /** What a browser keeps of attempts of this person at this quiz begins so. */
  keptPrefix: string;
}
