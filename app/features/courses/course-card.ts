import type { Activity, ActivityKind, Course } from "../../catalog/catalog.ts";
import { listActivities } from "../../catalog/find.ts";
import type { ActivityState, CourseProgress } from "../progress/progress.ts";

/** What a list of courses says of one. */
export interface CourseCard {
  id: string;
  title: string;
  summary: string;
  minutes: number;
  moduleCount: number;
  counts: Readonly<Record<ActivityKind, number>>;
  /** Null when the reader is not enrolled. */
  progress: ProgressSummary | null;
}

/** Progress as pages show it: a ladder and its numbers. */
export interface ProgressSummary {
  /** A group a module. */
  groups: readonly (readonly ActivityState[])[];
  done: number;
  total: number;
  minutesDone: number;
  minutesTotal: number;
  isDone: boolean;
  hasBegun: boolean;
}

export function buildCourseCard(course: Course, progress: CourseProgress | null): CourseCard {
  const { id, title, summary, minutes } = course;
  return { id, title, summary, minutes, moduleCount: course.modules.length, counts: countKinds(listActivities(course)), progress: progress && buildProgressSummary(progress) };
}

export function buildProgressSummary(progress: CourseProgress): ProgressSummary {
  const { done, total, minutesDone, minutesTotal, isDone, hasBegun } = progress;
  return { groups: progress.modules.map((module) => module.states), done, total, minutesDone, minutesTotal, isDone, hasBegun };
}

export function countKinds(activities: readonly Activity[]): Record<ActivityKind, number> {
  const counts = { lesson: 0, lab: 0, project: 0, quiz: 0, survey: 0, task: 0 };
  for (const { kind } of activities) counts[kind] += 1;
  return counts;
}
