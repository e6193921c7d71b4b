/** The rules of progress: what is done, begun and ahead, and where to go on. Pure. */
import type { Activity, Course, Module } from "../../catalog/catalog.ts";
import { findActivityById, listActivities } from "../../catalog/find.ts";

/** Filled, half or an outline on the ladder. */
export type ActivityState = "done" | "begun" | "ahead";

/** What is known of somebody in one course. Ids may be former ones or of activities that are gone. */
export interface Traces {
  /** Ids of finished activities. */
  completed: Iterable<string>;
  /** Ids of activities with a draft, a submission or a reading position. */
  touched: Iterable<string>;
  /** Where this person was last; null before the first visit. */
  lastActivityId: string | null;
  /** Ids of required activities that came after this person's version of the course: shown, and not counted yet. */
  notYetOwed?: ReadonlySet<string>;
}

/** Counts over the required activities; optional ones never hold anybody up. */
export interface Tally {
  done: number;
  total: number;
  minutesDone: number;
  minutesTotal: number;
  /** True when there is something and all of it is done. */
  isDone: boolean;
}

export interface ModuleProgress extends Tally {
  moduleId: string;
  /** In reading order, one for each sound activity, optional ones included. */
  states: readonly ActivityState[];
}

export interface CourseProgress extends Tally {
  /** By the activity's present id. */
  states: ReadonlyMap<string, ActivityState>;
  modules: readonly ModuleProgress[];
  /** Where to go on; null when nothing is left. */
  next: Activity | null;
  /** True when anything is done or begun: the button says "Continue" and not "Start". */
  hasBegun: boolean;
}

/** Somebody's progress in a course. Traces of former ids count for the present one; others are ignored. */
export function buildCourseProgress(course: Course, traces: Traces): CourseProgress {
  const done = resolveIds(course, traces.completed);
  const touched = resolveIds(course, traces.touched);
  const states = new Map<string, ActivityState>();
  for (const { id } of listActivities(course)) states.set(id, done.has(id) ? "done" : touched.has(id) ? "begun" : "ahead");
  return {
    ...tally(listActivities(course), states, traces.notYetOwed),
    states,
    modules: course.modules.map((module) => buildModuleProgress(module, states, traces.notYetOwed)),
    next: findNextActivity(course, states, traces.lastActivityId),
    hasBegun: done.size > 0 || touched.size > 0,
  };
}

function buildModuleProgress(module: Module, states: ReadonlyMap<string, ActivityState>, notYetOwed: Traces["notYetOwed"]): ModuleProgress {
  return {
    ...tally(module.activities, states, notYetOwed),
    moduleId: module.id,
    states: module.activities.map(({ id }) => states.get(id) ?? "ahead"),
  };
}

/** Begun and left: the last one worked in. Else the first one after it that is not done, then the first before it. */
function findNextActivity(course: Course, states: ReadonlyMap<string, ActivityState>, lastActivityId: string | null): Activity | null {
  const activities = listActivities(course);
  const last = lastActivityId === null ? null : findActivityById(course, lastActivityId);
  const start = last ? activities.indexOf(last) : 0;
  const inTurn = [...activities.slice(start), ...activities.slice(0, start)].filter(({ id }) => states.get(id) !== "done");
  const [first] = inTurn;
  if (first && first === last) return first;
  return inTurn.find((activity) => activity.required) ?? first ?? null;
}

function tally(activities: readonly Activity[], states: ReadonlyMap<string, ActivityState>, notYetOwed: Traces["notYetOwed"]): Tally {
  const required = activities.filter((activity) => activity.required && !notYetOwed?.has(activity.id));
  const done = required.filter((activity) => states.get(activity.id) === "done");
  return {
    done: done.length,
    total: required.length,
    minutesDone: sumMinutes(done),
    minutesTotal: sumMinutes(required),
    isDone: required.length > 0 && done.length === required.length,
  };
}

function resolveIds(course: Course, ids: Iterable<string>): Set<string> {
  const found = [...ids].map((id) => findActivityById(course, id)?.id);
  return new Set(found.filter((id) => id !== undefined));
}

function sumMinutes(activities: readonly Activity[]): number {
  return activities.reduce((sum, activity) => sum + activity.minutes, 0);
}
