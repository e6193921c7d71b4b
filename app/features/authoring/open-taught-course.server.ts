import { countWaitingTaskWorks } from "../../../db/queries/task-works.ts";
import { listOtherAuthors } from "../../../db/queries/content-drafts.ts";
import type { Activity } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { openDraftCourse } from "./build-draft-course.server.ts";
import { findOwner, fromCourse, isPartOf } from "./course-outline.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";

export interface ProblemView {
  /** From the course folder; opens the editor when `canOpen`. */
  path: string;
  canOpen: boolean;
  line: number | null;
  field: string | null;
  message: string;
  fix: string;
}

export interface TaughtActivity {
  id: string;
  slug: string;
  title: string;
  kind: Activity["kind"] | "broken";
  file: string;
  problems: number;
  isChanged: boolean;
}

export interface TaughtModule {
  id: string;
  title: string;
  file: string;
  isChanged: boolean;
  activities: TaughtActivity[];
}

export interface TaughtCourseView {
  id: string;
  title: string;
  summary: string;
  /** True when learners can see it as it is now. */
  isPublished: boolean;
  modules: TaughtModule[];
  problems: ProblemView[];
  changedFiles: number;
  /** Others who have unpublished changes of this course. */
  otherAuthors: { name: string; files: number }[];
  /** Tasks that wait for a signature. */
  waitingSignOffs: number;
}

/** A course as its author has it: with the unpublished changes, everything broken in its place, and every problem. */
export async function openTaughtCourse(deps: Pick<Deps, "db" | "catalog">, visit: TeachingVisit): Promise<TaughtCourseView> {
  const draft = await openDraftCourse(deps, visit);
  const { course, outline } = draft;
  const changed = draft.changes.map(({ path }) => path);
  const problems = listProblems(draft);
  return {
    id: course.id,
    title: course.title,
    summary: course.summary,
    isPublished: visit.course.published,
    modules: outline.map((module) => ({
      id: module.id,
      title: module.title,
      file: `${module.folder}/module.md`,
      isChanged: changed.includes(`${module.folder}/module.md`),
      activities: module.activities.map((activity) => ({
        id: activity.id,
        slug: activity.slug,
        title: activity.title,
        kind: activity.kind,
        file: activity.file,
        problems: problems.filter(({ path }) => findOwner(outline, path).activity === activity || path === activity.place).length,
        isChanged: changed.some((path) => isPartOf(activity, path)),
      })),
    })),
    problems,
    changedFiles: draft.changes.length,
    otherAuthors: await listOtherAuthors(deps.db, { userId: visit.userId, courseId: course.id }),
    waitingSignOffs: await countWaitingTaskWorks(deps.db, { courseId: course.id }),
  };
}

/** The problems of a draft, with paths from the course folder. */
export function listProblems({ course, files }: Pick<Awaited<ReturnType<typeof openDraftCourse>>, "course" | "files">): ProblemView[] {
  return course.problems.map(({ file, line, field, message, fix }) => {
    const path = fromCourse(course, file);
    return { path, canOpen: files.find(path) !== null, line, field, message, fix };
  });
}
