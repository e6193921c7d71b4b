/** What a learner sees of a survey, and what instructors see of its answers. */
import type { SurveyQuestion } from "../../catalog/questions.ts";
import type { ShownChoice } from "../quizzes/quiz-view.ts";

export interface SurveyQuestionView {
  id: string;
  number: number;
  type: SurveyQuestion["type"];
  titleHtml: string;
  promptHtml: string;
  required: boolean;
  /** Of choices. */
  options: readonly ShownChoice[];
  /** Of a scale; its ends may have no words. */
  scale: { from: number; to: number; low: string; high: string } | null;
  /** Of free words. */
  lines: number;
}

export interface SurveyView {
  title: string;
  summary: string;
  minutes: number;
  path: string;
  html: string;
  anonymous: boolean;
  isSent: boolean;
  isPreview: boolean;
  /** Under which name the form is kept in this browser until it is sent. */
  localKey: string;
  questions: readonly SurveyQuestionView[];
}

/** A form that was not taken, with everything that was in it. */
export interface RefusedSurvey {
  /** Questions that want an answer. */
  missing: readonly string[];
  values: Readonly<Record<string, readonly string[]>>;
}

export interface SurveyCount {
  label: string;
  count: number;
}

export interface SurveyQuestionResults {
  id: string;
  title: string;
  type: SurveyQuestion["type"];
  /** How many answered this question. */
  answered: number;
  /** One for each option or number of the scale, in their order; empty for free words. */
  counts: readonly SurveyCount[];
  /** Of a scale; null without answers. */
  mean: number | null;
  /** Free words, with the name unless the survey is anonymous. Hostile text. */
  words: readonly { text: string; name: string | null }[];
}

export interface SurveyResultsView {
  title: string;
  path: string;
  anonymous: boolean;
  sent: number;
  /** Fewer answers than this are not shown of an anonymous survey; null when there are enough. */
  heldBackBelow: number | null;
  questions: readonly SurveyQuestionResults[];
}
