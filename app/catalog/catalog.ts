/**
 * Course material as typed objects: what reading a content folder gives. Types only; the shapes that authors
 * write are in `schema.ts`, reading is in `read-content.server.ts`, building is pure.
 *
 * These objects hold everything, solutions and hidden tests included: they never go to a page whole. What a
 * learner may see of a lab or a project is made field by field by `learner-view.ts`.
 */
import type { Language, Limits, TestFile, TypeErrors } from "../../sandbox/contract.ts";
import type { QuizPool, QuizQuestion, SurveyQuestion } from "./questions.ts";

/** Workspace path to text, e.g. `{ "sum.js": "export …" }`. */
export type Files = Readonly<Record<string, string>>;

/** One thing that is wrong with the material, where it is, and what to do. */
export interface Problem {
  /** Path from the content folder, with `/`. */
  file: string;
  /** 1-based; null when the whole file or folder is meant. */
  line: number | null;
  /** Front matter field, e.g. `limits.cpuMs`; null outside front matter. */
  field: string | null;
  message: string;
  fix: string;
}

/** Markdown as the author wrote it, without front matter. */
export interface MarkdownText {
  source: string;
  /** Line of the file on which `source` begins, 1-based. */
  firstLine: number;
}

export interface Hint {
  title: string;
  text: MarkdownText;
}

/** Something that must be so before an activity or a module opens. Ids may name nothing: then it holds nobody up. */
export type Gate =
  | { kind: "activity"; activityId: string }
  | { kind: "module"; moduleId: string }
  /** The best score of a quiz, 0 to 1, whether that was enough to pass or not. */
  | { kind: "score"; activityId: string; score: number };

/** A text in another language, from a file beside its source. */
export interface Translation {
  /** Tag (BCP 47), e.g. `es`. */
  language: string;
  title: string;
  /** Empty when the source's is kept. */
  summary: string;
  /** Of courses and modules; empty when the source's are kept. */
  outcomes: readonly string[];
  audience: string;
  text: MarkdownText;
  file: string;
  /** The source was changed after the translation. */
  isStale: boolean;
}

/** What can be read in other languages; `translate-catalog.ts` puts one in place of the source. */
export interface Translated {
  /** None when left out. */
  translations?: readonly Translation[];
  /** Tag of the language of title and text as they are here; the source's when left out. */
  textLanguage?: string;
  /** They are a translation that is older than its source. */
  isStale?: boolean;
}

interface ActivityBase extends Translated {
  /** `module-id/activity-slug`: unique in the course, kept when things are reordered. Key of progress. */
  id: string;
  /** Folder or file name without the order number. */
  slug: string;
  moduleId: string;
  courseId: string;
  title: string;
  summary: string;
  /** Honest estimate of the learner's time. */
  minutes: number;
  skills: readonly string[];
  /** Outcomes that it trains and that it shows, as `module/id`. */
  practises: readonly string[];
  assesses: readonly string[];
  required: boolean;
  prerequisites: readonly string[];
  /** What else must be so before it opens; its module can have gates too. */
  gates: readonly Gate[];
  points: number;
  /** Former ids (`module/slug`), so that a rename keeps progress. */
  aliases: readonly string[];
  text: MarkdownText;
  /** The activity's own file, from the content folder, with `/`. */
  file: string;
  /** The activity's own folder, from the content folder; null when it is one file. */
  folder: string | null;
  /** Files under `assets/`: names relative to it. */
  assets: readonly string[];
  /** Changes when anything that the learner meets changes (hex). */
  contentHash: string;
}

export interface Lesson extends ActivityBase {
  kind: "lesson";
  /** At least one; the first is what the lesson's own file holds. No two have the same form. */
  renditions: readonly Rendition[];
}

/** One form of a lesson: its text, or a video with the words that go with it. */
export interface Rendition {
  form: "text" | "video";
  minutes: number;
  /** The file that `text` is in, from the content folder. */
  file: string;
  text: MarkdownText;
  /** Null for the text form. */
  video: Video | null;
}

export interface Video {
  source:
    /** A file under the lesson's `assets/`. */
    | { kind: "file"; asset: string }
    /** A player on another site: nothing is loaded from `host` before the reader agrees. */
    | { kind: "embed"; host: string; provider: string; address: string };
  /** WebVTT files under `assets/`. */
  captions: readonly { language: string; asset: string }[];
  transcript: { file: string; text: MarkdownText } | null;
}

export interface Lab extends ActivityBase {
  kind: "lab";
  language: Language;
  /** The file that the editor shows first. */
  open: string;
  /** Paths of starter files that the learner sees and cannot change. */
  readOnly: readonly string[];
  limits: Partial<Limits>;
  starter: Files;
  /** The reference. Never leaves the server before the learner has earned it. */
  solution: Files;
  /** Other ways that pass as well, each laid over the starter by itself. As secret as the reference. */
  alternatives: readonly { name: string; files: Files }[];
  tests: readonly TestFile[];
  /** Tests that their file skips are run like the others. */
  runSkipped: boolean;
  /** `ignore` for every language but TypeScript. */
  typeErrors: TypeErrors;
  hints: readonly Hint[];
  /** Known-wrong programs, overlaid on the starter, that the tests must reject. */
  wrong: readonly { name: string; files: Files }[];
  /** Share of mutants that the tests must kill, 0 to 1; null when the course asks for none. */
  mutation: number | null;
  /** Changes when anything changes that a verdict comes from: tests, limits, language, and what is compared with (hex). */
  testHash: string;
}

export interface RubricLevel {
  id: string;
  title: string;
  points: number;
  description: string;
}

export interface RubricCriterion {
  id: string;
  title: string;
  description: string;
  /** Exactly one level is chosen in a review. At least two, highest points first or last as written. */
  levels: readonly RubricLevel[];
  /** For graders only. */
  note: string;
}

export interface Rubric {
  criteria: readonly RubricCriterion[];
  /** Sum of the best level of every criterion. */
  maxPoints: number;
  /** Advice on the whole project, for graders only; empty when there is none. */
  notes: string;
}

export interface Project extends ActivityBase {
  kind: "project";
  /** Null when no code is handed in that could be tested. */
  language: Language | null;
  open: string | null;
  readOnly: readonly string[];
  limits: Partial<Limits>;
  starter: Files;
  /** May be empty: then a submission is stored and reviewed without a run. */
  tests: readonly TestFile[];
  rubric: Rubric;
  hints: readonly Hint[];
  testHash: string;
}

export interface Quiz extends ActivityBase {
  kind: "quiz";
  /** `text` is what stands before the first question; this is all that the author wrote, answers included: for checks only. */
  written: MarkdownText;
  questions: readonly QuizQuestion[];
  /** In the author's order. Questions of no pool are in every attempt. */
  pools: readonly QuizPool[];
  /** Score that is enough, 0 to 1. */
  pass: number;
  /** Whether questions and their options change their order from attempt to attempt. */
  shuffle: boolean;
  /** How often it may be handed in; null: without end. */
  attempts: number | null;
  /** Makes it a placement test: what may be skipped after it. */
  places: readonly QuizPlacement[];
}

/** A part of the course that need not be done by those whose answers reach `score`. */
export interface QuizPlacement {
  /** Ids of modules, or of activities (of the same module, or `module/activity`). */
  skips: readonly string[];
  /** Share of the points, 0 to 1. */
  score: number;
  /** Ids of the questions that count; null: all of them. */
  questions: readonly string[] | null;
  /** The pool whose questions count; null: all of them. */
  pool: string | null;
}

export interface Survey extends ActivityBase {
  kind: "survey";
  /** `text` is what stands before the first question; this is all of it. */
  written: MarkdownText;
  questions: readonly SurveyQuestion[];
  /** Answers are kept without the person. */
  anonymous: boolean;
}

export interface ChecklistItem {
  /** From its words: stays when items are moved. */
  id: string;
  text: MarkdownText;
}

/** Something that is done away from the screen. */
export interface Task extends ActivityBase {
  kind: "task";
  /** `text` is all that the author wrote; this is it without the checklist. */
  instructions: MarkdownText;
  checklist: readonly ChecklistItem[];
  /** Hours to log; null when none are asked for. */
  hours: number | null;
  evidence: "none" | "text" | "link" | "file";
  /** Who confirms it. */
  signOff: "none" | "coach" | "instructor";
}

export type Activity = Lesson | Lab | Project | Quiz | Survey | Task;
export type ActivityKind = Activity["kind"];

/** An activity that could not be built: instructors see why, learners do not see it at all. */
export interface BrokenActivity {
  kind: "broken";
  id: string;
  slug: string;
  moduleId: string;
  courseId: string;
  title: string;
  file: string;
  folder: string | null;
  problems: readonly Problem[];
}

/** A course of fixed weeks. */
export interface Block {
  weeks: number;
  /** Study days in each week, of 8 hours. */
  days: number;
  start: "rolling" | "date";
  /** First days of its rounds, as `2026-03-02`; empty when people begin when they like. */
  dates: readonly string[];
}

/** What a learner can do after a module. */
export interface Outcome {
  /** Unique in its module; null when nothing refers to it. */
  id: string | null;
  text: string;
}

export interface Module extends Translated {
  id: string;
  courseId: string;
  title: string;
  summary: string;
  /** What must be so before any of its activities opens. */
  gates: readonly Gate[];
  outcomes: readonly Outcome[];
  /** In which week of the course's block, 1-based; null when the course has none. */
  week: number | null;
  overview: MarkdownText;
  /** From the content folder, e.g. `courses/it-career-launch/05-linux-command-line`. */
  folder: string;
  activities: readonly Activity[];
  /** In reading order with the sound ones: `position` is the index in the folder's order. */
  broken: readonly (BrokenActivity & { position: number })[];
}

export interface Course extends Translated {
  id: string;
  title: string;
  summary: string;
  outcomes: readonly string[];
  /** Who it is for, one sentence; empty when not said. */
  audience: string;
  overview: MarkdownText;
  /** Folder from the content folder, e.g. `courses/it-career-launch`. */
  folder: string;
  modules: readonly Module[];
  /** Sum of the minutes of required activities. */
  minutes: number;
  /** The hours that the author promises; null when not said. */
  hours: number | null;
  block: Block | null;
  /** Highest Flesch-Kincaid grade of its English texts; null when not promised. */
  readingGrade: number | null;
  /** False: only instructors see it. */
  published: boolean;
  /** Whether learners may show their own code of this course to everybody. */
  showWork: boolean;
  /** Changes when anything in the course's folder changes (hex). An enrollment notes it. */
  contentHash: string;
  /** Every problem of the course's folder. */
  problems: readonly Problem[];
}

export interface FrameworkSkill {
  /** Such as `linux.permissions`; one framework describes it, all may expect it. */
  id: string;
  title: string;
  /** What somebody who has it does; may be empty. */
  text: string;
}

export interface FrameworkLevel {
  id: string;
  title: string;
  summary: string;
  /** Those of the levels below are included. */
  expects: readonly { skill: string; text: string }[];
}

/** A role, its levels from the first to the highest, and the skills that it describes. */
export interface Framework {
  id: string;
  title: string;
  summary: string;
  skills: readonly FrameworkSkill[];
  levels: readonly FrameworkLevel[];
}

export interface Catalog {
  /** Absolute folder that was read. */
  root: string;
  courses: readonly Course[];
  /** By id. */
  frameworks: readonly Framework[];
  /** Problems of all courses and of the folder itself. */
  problems: readonly Problem[];
}

/** Keeps a catalog up to date with its folder. */
export interface CatalogSource {
  /** The newest catalog that was read. Cheap: called in every request. */
  current(): Catalog;
  /** Reads the folder again. */
  reload(): Promise<Catalog>;
  close(): void;
}
