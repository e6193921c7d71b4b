/**
 * What a learner may see of an activity, named field by field: a page gets these and never an `Activity`. The
 * reference, hidden tests, known-wrong programs, notes for graders and the author's source text have no place here.
 * Text and hints come as HTML from `renderMarkdown`, added by the act that has the page's addresses.
 */
import type { Activity, Lab, Lesson, Project } from "./catalog.ts";
import type { Language } from "../../sandbox/contract.ts";

export interface LearnerActivity {
  kind: Activity["kind"];
  id: string;
  slug: string;
  moduleId: string;
  courseId: string;
  title: string;
  summary: string;
  minutes: number;
  required: boolean;
  points: number;
  skills: readonly string[];
  prerequisites: readonly string[];
  contentHash: string;
}

export interface LearnerLesson extends LearnerActivity {
  kind: "lesson";
}

export interface LearnerFile {
  path: string;
  text: string;
  readOnly: boolean;
}

interface LearnerCode {
  language: Language | null;
  /** The file shown first; null when there are no files. */
  open: string | null;
  /** The starter, in the order of its tabs: `open` first. */
  files: readonly LearnerFile[];
  visibleTests: readonly { path: string; text: string }[];
  /** How many test files are hidden. Names of their tests are told by a run. */
  hiddenTestFiles: number;
  /** Titles only; each text is rendered when it is asked for. */
  hints: readonly { title: string }[];
}

export interface LearnerLab extends LearnerActivity, LearnerCode {
  kind: "lab";
  language: Language;
  open: string;
}

export interface LearnerProject extends LearnerActivity, LearnerCode {
  kind: "project";
  rubric: {
    maxPoints: number;
    criteria: readonly {
      id: string;
      title: string;
      description: string;
      levels: readonly { id: string; title: string; points: number; description: string }[];
    }[];
  };
}

export function buildLearnerActivity(activity: Activity): LearnerActivity {
  return {
    kind: activity.kind,
    id: activity.id,
    slug: activity.slug,
    moduleId: activity.moduleId,
    courseId: activity.courseId,
    title: activity.title,
    summary: activity.summary,
    minutes: activity.minutes,
    required: activity.required,
    points: activity.points,
    skills: [...activity.skills],
    prerequisites: [...activity.prerequisites],
    contentHash: activity.contentHash,
  };
}

export function buildLearnerLesson(lesson: Lesson): LearnerLesson {
  return { ...buildLearnerActivity(lesson), kind: "lesson" };
}

export function buildLearnerLab(lab: Lab): LearnerLab {
  return { ...buildLearnerActivity(lab), ...buildLearnerCode(lab), kind: "lab", language: lab.language, open: lab.open };
}

export function buildLearnerProject(project: Project): LearnerProject {
  return {
    ...buildLearnerActivity(project),
    ...buildLearnerCode(project),
    kind: "project",
    rubric: {
      maxPoints: project.rubric.maxPoints,
      criteria: project.rubric.criteria.map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        description: criterion.description,
        levels: criterion.levels.map((level) => ({ id: level.id, title: level.title, points: level.points, description: level.description })),
      })),
    },
  };
}

function buildLearnerCode(activity: Lab | Project): LearnerCode {
  const first = activity.open;
  const paths = Object.keys(activity.starter).sort((a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1));
  return {
    language: activity.language,
    open: activity.open,
    files: paths.map((path) => ({ path, text: activity.starter[path] ?? "", readOnly: activity.readOnly.includes(path) })),
    visibleTests: activity.tests.filter((test) => test.group === "visible").map((test) => ({ path: test.path, text: test.text })),
    hiddenTestFiles: activity.tests.filter((test) => test.group === "hidden").length,
    hints: activity.hints.map((hint) => ({ title: hint.title })),
  };
}
