/** Questions as pages get them. All texts in them are hostile: printed, never interpreted. */
import type { QuestionLine, QuestionState } from "../../../db/queries/questions.ts";
import type { FileView } from "../reviews/review-view.ts";
import type { Standing } from "./question-rules.ts";

/** Where a question belongs; the path is null when the activity is gone. */
export interface QuestionPlace {
  courseId: string;
  courseTitle: string;
  activityTitle: string;
  path: string | null;
}

/** One line of a list. */
export interface QuestionItem {
  id: string;
  about: QuestionLine["about"];
  /** What it is about in few words: the quote, the line or the test; null for the activity as a whole. */
  detail: string | null;
  /** Its beginning. */
  words: string;
  state: QuestionState;
  isShared: boolean;
  isUnseen: boolean;
  updatedAt: Date;
  createdAt: Date;
  place: QuestionPlace;
  /** Null where nobody may know. */
  askerName: string | null;
}

export interface ReplyView {
  id: string;
  body: string;
  /** Null: whoever asked, where nobody may know, or a person who is gone. */
  authorName: string | null;
  isStaff: boolean;
  isOwn: boolean;
  createdAt: Date;
}

export interface ThreadView {
  id: string;
  standing: Exclude<Standing, "none">;
  place: QuestionPlace;
  about: QuestionLine["about"];
  quote: string | null;
  line: { path: string; line: number } | null;
  test: { name: string; message: string | null } | null;
  files: readonly FileView[];
  body: string;
  state: QuestionState;
  isShared: boolean;
  askerName: string | null;
  createdAt: Date;
  replies: readonly ReplyView[];
  now: Date;
}
