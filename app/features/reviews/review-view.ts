/** What the pages of a review get: named field by field. All text in it is hostile: print it, never interpret it. */
import type { Outcome as RunOutcome, TestReport } from "../../../sandbox/contract.ts";
import type { RubricCriterion } from "../../catalog/catalog.ts";
import type { FileChange } from "./file-changes.ts";
import type { ClaimState, Decision, Outcome } from "./review.ts";

/** A file of a hand-in, line by line as safe HTML. */
export interface FileView {
  path: string;
  lines: readonly { html: string }[];
  /** Lines beyond what a page shows; 0 usually. */
  linesLeftOut: number;
  /** It holds characters that can't be seen and were made visible. */
  hasInvisible: boolean;
}

export interface CommentView {
  id: string;
  authorName: string;
  /** Written by the learner, not by a grader. */
  isLearners: boolean;
  /** Null for words on the whole. */
  place: { path: string; line: number } | null;
  body: string;
  createdAt: Date;
  /** False: the learner gets it with the decision. */
  isReleased: boolean;
}

/** A decision as both sides see it. */
export interface DecisionView {
  decision: Decision;
  decidedAt: Date;
  graderName: string;
  summary: string;
  outcome: Outcome;
}

/** Everything of a run, hidden tests included: for graders only. */
export interface RunView {
  outcome: RunOutcome;
  passedTests: number;
  totalTests: number;
  message: string | null;
  output: string;
  tests: readonly Omit<TestReport, "points">[];
}

export interface PreviousView {
  submissionId: string;
  handedInAt: Date;
  decided: DecisionView | null;
  comments: readonly CommentView[];
  changes: readonly FileChange[];
}

export interface ReviewView {
  submissionId: string;
  now: Date;
  course: { id: string; title: string };
  title: string;
  learnerName: string;
  handedInAt: Date;
  /** Which hand-in of this project it is, from 1. */
  number: number;
  link: string | null;
  message: string | null;
  files: readonly FileView[];
  run: RunView | null;
  areTestsRunning: boolean;
  claim: ClaimState;
  heldBy: { name: string; since: Date } | null;
  isSuperseded: boolean;
  isAccepted: boolean;
  /** Null when the project is broken or gone: then nothing can be decided. */
  rubric: { criteria: readonly RubricCriterion[]; maxPoints: number; notes: string } | null;
  levels: Record<string, string>;
  summary: string;
  version: number;
  decided: DecisionView | null;
  comments: readonly CommentView[];
  /** The last hand-in before this one that was decided. */
  previous: PreviousView | null;
  /** For the comment form: posted twice it is one comment. */
  commentId: string;
}
