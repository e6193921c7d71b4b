/** The rules of progress: what is done, begun and ahead, and where to go on. Pure. */
import type { Activity, Course, Module } from "../../catalog/catalog.ts";
import { findActivityById, listActivities } from "../../catalog/find.ts";
import { listClosedIds } from "./gates.ts";

/** Filled, half, an outline or a dotted one on the ladder. `closed`: something else comes first. */
export type ActivityState = "done" | "begun" | "ahead" | "closed";

/** What is known of somebody in one course. Ids may be former ones or of activities that are gone. */
export interface Traces {
  /** Ids of finished activities. */
  completed: Iterable<string>;
  /** Ids of activities with a draft, a submission or a reading position. */
  touched: Iterable<string>;
  /** Where this person was last; null before the first visit. */
  lastActivityId: string | null;
  /** Best scores of quizzes, 0 to 1, by present ids. Null: gates are not looked at, for people who only look. */
  scores?: ReadonlyMap<string, number> | null;
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
  const closed = traces.scores === null ? new Set() : listClosedIds(course, { done, scores: traces.scores ?? new Map() });
  for (const { id } of listActivities(course)) states.set(id, done.has(id) ? "done" : closed.has(id) ? "closed" : touched.has(id) ? "begun" : "ahead");
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

/** Only what is open. Begun and left: the last one worked in. Else the first one after it that is not done, then the first before it. */
function findNextActivity(course: Course, states: ReadonlyMap<string, ActivityState>, lastActivityId: string | null): Activity | null {
  const activities = listActivities(course);
  const last = lastActivityId === null ? null : findActivityById(course, lastActivityId);
  const start = last ? activities.indexOf(last) : 0;
  const inTurn = [...activities.slice(start), ...activities.slice(0, start)].filter(({ id }) => states.get(id) !== "done");
  const open = inTurn.filter(({ id }) => states.get(id) !== "closed");
  const [first] = open;
  if (first && first === last) return first;
  return open.find((activity) => activity.required) ?? first ?? null;
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
