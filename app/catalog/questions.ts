/**
 * Questions of quizzes and surveys as typed objects. Texts are Markdown. A `QuizQuestion` holds its right answers and
 * all feedback: it never goes to a page whole. What a learner may see is made field by field by
 * `app/features/quizzes/attempt-view.ts`.
 */

/** What every question has. Plain data, so that an attempt can keep what was asked. */
interface QuestionBase {
  /** Unique in its quiz or survey; written by the author, or made from the heading. Letters, digits, hyphens. */
  id: string;
  /** The heading, Markdown of one line. */
  title: string;
  /** What stands between the heading and the answers; may be empty. */
  prompt: string;
}

interface QuizQuestionBase extends QuestionBase {
  points: number;
  /** The pool that it is drawn from (its name); null when every attempt has it. */
  pool: string | null;
  /** Said with the right answer, once that is earned; may be empty. */
  explanation: string;
  /** Whether the order of options may change from attempt to attempt. */
  shuffle: boolean;
}

/** A thing to choose or to place. Its id comes from its text, so it tells nothing of its place. */
export interface Choice {
  id: string;
  text: string;
}

export interface QuizOption extends Choice {
  isRight: boolean;
  /** Said to those who chose it; may be empty. */
  feedback: string;
}

/** One option is right (`single`), or all of the right ones are wanted (`multiple`). */
export interface ChoiceQuestion extends QuizQuestionBase {
  type: "single" | "multiple";
  options: readonly QuizOption[];
}

/** A number, and how far off an answer may be in either direction. */
export interface NumberRange {
  value: number;
  /** Absolute, in the same unit; never negative. */
  tolerance: number;
}

export interface NumericQuestion extends QuizQuestionBase {
  type: "numeric";
  accepted: readonly NumberRange[];
  /** Shown behind the field, and accepted behind the number; null when there is none. */
  unit: string | null;
  /** Wrong answers that the author foresaw. */
  foreseen: readonly (NumberRange & { feedback: string })[];
}

export interface TextQuestion extends QuizQuestionBase {
  type: "text";
  accepted: readonly string[];
  /** `false`: capital and small letters are the same. Spaces are never counted. */
  isCaseExact: boolean;
  foreseen: readonly { text: string; feedback: string }[];
}

export interface OrderingQuestion extends QuizQuestionBase {
  type: "ordering";
  /** In the right order. */
  items: readonly Choice[];
}

export interface MatchingQuestion extends QuizQuestionBase {
  type: "matching";
  /** Names of both sides, Markdown; null when the author gave none. */
  sides: readonly [left: string, right: string] | null;
  left: readonly (Choice & { rightId: string })[];
  /** Everything that can be chosen, also what belongs to nothing. */
  right: readonly Choice[];
}

/** Stands for a gap in `FillInQuestion.prompt`: one character each, from here on. No text of an author keeps such a character. */
export const FIRST_GAP = 0xe100;
export const MOST_GAPS = 40;

export interface FillInQuestion extends QuizQuestionBase {
  type: "fill-in";
  /** In the order of the prompt, where gap `n` (from 0) is the character `FIRST_GAP + n`. */
  gaps: readonly { accepted: readonly string[] }[];
  isCaseExact: boolean;
}

export type QuizQuestion = ChoiceQuestion | NumericQuestion | TextQuestion | OrderingQuestion | MatchingQuestion | FillInQuestion;
export type QuizQuestionType = QuizQuestion["type"];

/** Questions of which each attempt gets some. */
export interface QuizPool {
  name: string;
  draw: number;
}

interface SurveyQuestionBase extends QuestionBase {
  required: boolean;
}

export interface SurveyChoiceQuestion extends SurveyQuestionBase {
  type: "choice" | "several";
  options: readonly Choice[];
}

export interface ScaleQuestion extends SurveyQuestionBase {
  type: "scale";
  /** Whole numbers, both included. */
  from: number;
  to: number;
  /** What the ends mean; may be empty. */
  low: string;
  high: string;
}

export interface FreeTextQuestion extends SurveyQuestionBase {
  type: "free-text";
  lines: number;
}

export type SurveyQuestion = SurveyChoiceQuestion | ScaleQuestion | FreeTextQuestion;
