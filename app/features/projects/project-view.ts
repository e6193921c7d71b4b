/** What a learner sees of a project, named field by field: no notes for graders, no hidden tests, no unsent words. */
import type { LearnerFile, LearnerProject } from "../../catalog/learner-view.ts";
import type { HintsView } from "../hints/hints-view.ts";
import type { CommentView, DecisionView, FileView } from "../reviews/review-view.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import type { ProjectState } from "./project-state.ts";

export interface HandInView {
  submissionId: string;
  /** From 1, in the order of time. */
  number: number;
  handedInAt: Date;
  isTested: boolean;
  result: LearnerResult | null;
  decided: DecisionView | null;
  comments: readonly CommentView[];
}

export interface ProjectView {
  now: Date;
  title: string;
  minutes: number;
  /** Address of the page; `/draft`, `/run` and `/hand-in` are below it. */
  path: string;
  html: string;
  hints: HintsView;
  /** With the learner's own text, the file to open first. */
  files: LearnerFile[];
  visibleTests: { path: string; text: string }[];
  hasHiddenTests: boolean;
  rubric: LearnerProject["rubric"];
  draft: { version: number; undoVersion: number | null; localKey: string };
  state: ProjectState;
  /** The newest first. */
  handIns: readonly HandInView[];
  /** The newest decided one, with its files: what to read now. */
  reviewed: (HandInView & { files: readonly FileView[] }) | null;
  /** The page says once that it was opened, so that it is no news any more. */
  hasUnseen: boolean;
  editor: "monaco" | "plain";
  idempotencyKey: string;
  commentId: string;
}
