/** Why progress is what it is: how an activity is done, what is there, what is missing. Codes and values; words are the page's. Pure. */
import type { Activity, Course } from "../../catalog/catalog.ts";
import type { ActivityState } from "./progress.ts";

export type Reason = "marked" | "passed" | "accepted" | "sent" | "checked" | "signed" | "placed";

/** What is stored of one activity. */
export interface ActivityFacts {
  isClosed: boolean;
  completion: { reason: Reason; at: Date } | null;
  /** Share of a lesson that was read. */
  position: number | null;
  /** Hand-ins of a lab or a project, the oldest first. */
  submissions: readonly { at: Date; outcome: string | null; passedTests: number; totalTests: number; decision: "accepted" | "changes-asked" | null; decidedAt: Date | null }[];
  quiz: { attempts: number; best: number } | null;
  task: { state: "open" | "waiting" | "returned" | "signed" | "done"; checked: readonly string[]; hours: number; hasEvidence: boolean; handedInAt: Date | null; signedAt: Date | null } | null;
}

export type Rule = { kind: "lesson" | "lab" | "project" | "survey" | "task" | "task-signed" } | { kind: "quiz"; pass: number };

export type Seen =
  | { kind: "completed"; reason: Reason; at: Date; /** Labs: with which submission. */ attempt: number | null }
  | { kind: "read"; share: number }
  | { kind: "submissions"; count: number; passed: number; total: number }
  | { kind: "handed-in" | "changes-asked" | "waiting" | "returned"; at: Date }
  | { kind: "score"; attempts: number; best: number }
  | { kind: "items"; done: number; total: number }
  | { kind: "hours"; hours: number }
  | { kind: "evidence" };

export type Missing =
  | { kind: "mark" | "tests" | "hand-in" | "acceptance" | "send" | "finish" | "signature" | "gate" }
  | { kind: "score"; pass: number }
  | { kind: "items"; count: number }
  | { kind: "hours"; hours: number }
  | { kind: "evidence"; wanted: "text" | "link" | "file" };

export interface Explanation {
  rule: Rule;
  seen: readonly Seen[];
  /** Empty exactly when the activity is done. */
  missing: readonly Missing[];
}

export function explainActivity(activity: Activity, facts: ActivityFacts): Explanation {
  const { completion } = facts;
  const attempt = activity.kind === "lab" ? facts.submissions.findIndex(({ outcome }) => outcome === "passed") + 1 : 0;
  const completed: Seen[] = completion ? [{ kind: "completed", ...completion, attempt: completion.reason === "passed" && attempt > 0 ? attempt : null }] : [];
  const { rule, seen, missing } = explainWork(activity, facts);
  // A word that something is done says more than the steps that led to it; what was skipped has none.
  const isSaid = completion !== null && completion.reason !== "signed" && completion.reason !== "checked";
  return { rule, seen: [...completed, ...(isSaid ? [] : seen)], missing: completion ? [] : [...(facts.isClosed ? [{ kind: "gate" } as const] : []), ...missing] };
}

function explainWork(activity: Activity, facts: ActivityFacts): { rule: Rule; seen: Seen[]; missing: Missing[] } {
  switch (activity.kind) {
    case "lesson":
      return { rule: { kind: "lesson" }, seen: facts.position ? [{ kind: "read", share: facts.position }] : [], missing: [{ kind: "mark" }] };
    case "lab": {
      const last = facts.submissions.at(-1);
      return { rule: { kind: "lab" }, seen: last ? [{ kind: "submissions", count: facts.submissions.length, passed: last.passedTests, total: last.totalTests }] : [], missing: [{ kind: "tests" }] };
    }
    case "project": {
      const last = facts.submissions.at(-1);
      if (!last) return { rule: { kind: "project" }, seen: [], missing: [{ kind: "hand-in" }, { kind: "acceptance" }] };
      const handedIn: Seen = { kind: "handed-in", at: last.at };
      if (last.decision === "changes-asked" && last.decidedAt) return { rule: { kind: "project" }, seen: [handedIn, { kind: "changes-asked", at: last.decidedAt }], missing: [{ kind: "hand-in" }, { kind: "acceptance" }] };
      return { rule: { kind: "project" }, seen: [handedIn], missing: [{ kind: "acceptance" }] };
    }
    case "quiz":
      return { rule: { kind: "quiz", pass: activity.pass }, seen: facts.quiz ? [{ kind: "score", ...facts.quiz }] : [], missing: [{ kind: "score", pass: activity.pass }] };
    case "survey":
      return { rule: { kind: "survey" }, seen: [], missing: [{ kind: "send" }] };
    case "task":
      return explainTask(activity, facts.task);
  }
}

type Task = Extract<Activity, { kind: "task" }>;

function explainTask(task: Task, work: ActivityFacts["task"]): { rule: Rule; seen: Seen[]; missing: Missing[] } {
  const missing = listMissingOfTask(task, work);
  const total = task.checklist.length;
  const done = total - missing.reduce((left, one) => (one.kind === "items" ? one.count : left), 0);
  const seen: Seen[] = [
    ...(total > 0 && done > 0 ? [{ kind: "items" as const, done, total }] : []),
    ...(task.hours !== null && work && work.hours > 0 ? [{ kind: "hours" as const, hours: work.hours }] : []),
    ...(task.evidence !== "none" && work?.hasEvidence ? [{ kind: "evidence" as const }] : []),
    ...(work?.state === "waiting" && work.handedInAt ? [{ kind: "waiting" as const, at: work.handedInAt }] : []),
    ...(work?.state === "returned" && work.signedAt ? [{ kind: "returned" as const, at: work.signedAt }] : []),
  ];
  return { rule: { kind: task.signOff === "none" ? "task" : "task-signed" }, seen, missing };
}

/** What a task still asks for, the last step included: the learner's word, or the signature. */
export function listMissingOfTask(task: Task, work: ActivityFacts["task"]): Missing[] {
  const left = task.checklist.filter(({ id }) => !work?.checked.includes(id)).length;
  const hoursLeft = task.hours === null ? 0 : Math.max(0, Math.round((task.hours - (work?.hours ?? 0)) * 100) / 100);
  const wanted = task.evidence;
  const last: Missing = work?.state === "waiting" ? { kind: "signature" } : { kind: "finish" };
  return [
    ...(left > 0 ? [{ kind: "items" as const, count: left }] : []),
    ...(hoursLeft > 0 ? [{ kind: "hours" as const, hours: hoursLeft }] : []),
    ...(wanted !== "none" && !work?.hasEvidence ? [{ kind: "evidence" as const, wanted }] : []),
    last,
    ...(task.signOff !== "none" && work?.state !== "waiting" ? [{ kind: "signature" as const }] : []),
  ];
}

/** Why a module or a course stands where it does. */
export interface TallyExplanation {
  done: number;
  total: number;
  /** How many activities do not count. */
  optional: number;
  /** The first few that are missing, in reading order. */
  left: readonly { id: string; title: string; state: ActivityState }[];
  /** How many more are missing. */
  more: number;
}

const LEFT_SHOWN = 5;

/** @param course of which the activities are, or a part of it; @param counted what progress counts: `done` of `total` */
export function explainTally(modules: Course["modules"], states: ReadonlyMap<string, ActivityState>, counted: { done: number; total: number }): TallyExplanation {
  const activities = modules.flatMap((module) => module.activities);
  const required = activities.filter((activity) => activity.required);
  const left = required.filter(({ id }) => states.get(id) !== "done").map(({ id, title }) => ({ id, title, state: states.get(id) ?? "ahead" }));
  return { done: counted.done, total: counted.total, optional: activities.length - required.length, left: left.slice(0, LEFT_SHOWN), more: Math.max(0, left.length - LEFT_SHOWN) };
}
