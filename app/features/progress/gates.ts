/** What opens an activity, and what of it is missing. Pure. */
import type { Activity, Course, Module } from "../../catalog/catalog.ts";
import { findActivityById, findModule, listActivities, listGates } from "../../catalog/find.ts";
import { buildActivityPath } from "./activity-path.ts";

export interface GateFacts {
  /** Present ids of finished activities. */
  done: ReadonlySet<string>;
  /** Best scores of quizzes, 0 to 1, by their present ids. */
  scores: ReadonlyMap<string, number>;
}

export type MissingGate =
  | { kind: "activity"; activity: Activity }
  /** `left` are its required activities that are not done. */
  | { kind: "module"; module: Module; left: readonly Activity[] }
  /** `best` is null before the first attempt. */
  | { kind: "score"; activity: Activity; score: number; best: number | null };

/**
 * What must still be so before an activity opens; nothing when it is open. A gate that names nothing holds nobody up,
 * and what is done once stays open.
 */
export function listMissingGates(course: Course, activity: Activity, facts: GateFacts): MissingGate[] {
  if (facts.done.has(activity.id)) return [];
  return listGates(course, activity).flatMap((gate): MissingGate[] => {
    if (gate.kind === "module") {
      const module = findModule(course, gate.moduleId);
      const left = module?.activities.filter(({ id, required }) => required && !facts.done.has(id)) ?? [];
      return module && left.length > 0 ? [{ kind: "module", module, left }] : [];
    }
    const awaited = findActivityById(course, gate.activityId);
    if (!awaited) return [];
    if (gate.kind === "activity") return facts.done.has(awaited.id) ? [] : [{ kind: "activity", activity: awaited }];
    const best = facts.scores.get(awaited.id) ?? null;
    return best !== null && best >= gate.score ? [] : [{ kind: "score", activity: awaited, score: gate.score, best }];
  });
}

/** Whether an activity waits for anything at all: most do not, and then nothing need be looked up. */
export function hasGates(course: Course, activity: Activity): boolean {
  return listGates(course, activity).length > 0;
}

/** Whether any gate of a course asks for a score. */
export function asksForScores(course: Course): boolean {
  return course.modules.some(({ gates, activities }) => [...gates, ...activities.flatMap((activity) => activity.gates)].some(({ kind }) => kind === "score"));
}

/** Ids of the activities that somebody can't open yet. */
export function listClosedIds(course: Course, facts: GateFacts): Set<string> {
  const closed = listActivities(course).filter((activity) => listMissingGates(course, activity, facts).length > 0);
  return new Set(closed.map(({ id }) => id));
}

/** A missing gate as pages show it. */
export interface GateView {
  kind: MissingGate["kind"];
  title: string;
  /** Where to do it. */
  path: string;
  /** Modules: how many required activities are left. */
  left: number;
  /** Scores: what is asked for and the best so far, 0 to 1. */
  score: number;
  best: number | null;
}

export function buildGateView(course: Course, gate: MissingGate): GateView {
  const none = { left: 0, score: 0, best: null };
  switch (gate.kind) {
    case "activity":
      return { ...none, kind: gate.kind, title: gate.activity.title, path: buildActivityPath(gate.activity) };
    case "module":
      return { ...none, kind: gate.kind, title: gate.module.title, path: `/courses/${course.id}#${gate.module.id}`, left: gate.left.length };
    case "score":
      return { ...none, kind: gate.kind, title: gate.activity.title, path: buildActivityPath(gate.activity), score: gate.score, best: gate.best };
  }
}
