/** The plan of one course: what is left of it, laid onto a person's study days, and what does not fit. Pure. */
import { Temporal } from "temporal-polyfill";
import type { Activity, Course, Gate } from "../../catalog/catalog.ts";
import { findActivityById, findModule, listActivities } from "../../catalog/find.ts";
import type { ActivityState } from "../progress/progress.ts";
import { mondayOf, planStudy, roomOn, spreadToTarget, type PlanItem, type StudyPlan, type StudyTime } from "./planner.ts";

type PlainDate = Temporal.PlainDate;

/** How somebody wants to go through a course. */
export interface PlanChoice {
  mode: "hours" | "target" | "block";
  /** Minutes on Monday … Sunday; of `target`, the most there may be. */
  weekdayMinutes: readonly number[];
  targetDay: PlainDate | null;
  /** Nothing is planned before it; of a block, the first day of week 1. */
  startDay: PlainDate;
}

/** Something that a person must know of their plan, said plainly. */
export type PlanWarning =
  | { kind: "no-study-days" }
  | { kind: "no-end" }
  /** A week of a block needs more than its days hold. */
  | { kind: "full-week"; week: number; neededMinutes: number; chosenMinutes: number }
  /** `lastDay` is when it is done instead; `neededPerDayMinutes` null: no study day is left before the target. */
  | { kind: "target-missed"; targetDay: PlainDate; neededPerDayMinutes: number | null; lastDay: PlainDate | null };

export interface CoursePlan extends StudyPlan {
  /** Minutes on Monday … Sunday that the plan uses. */
  weekdayMinutes: readonly number[];
  /** Which week of the block it is, 1-based; null outside a block. After the last one, the last. */
  blockWeek: number | null;
  warnings: readonly PlanWarning[];
}

export interface Left {
  course: Course;
  states: ReadonlyMap<string, ActivityState>;
  /** Ids of activities that are not asked for yet. */
  notYetOwed: ReadonlySet<string>;
  /** Measured minutes by activity. */
  measuredMinutes: ReadonlyMap<string, number>;
  /** What stated minutes become by this person's pace; 1 as long as little is known. */
  pace: number;
}

/** An activity that was begun still needs at least this share, however long it has taken already. */
const LEAST_SHARE_LEFT = 0.25;

/** What is left of the required activities, in minutes by this person's pace. @param blockStart first day of a block's week 1 */
export function listPlanItems({ course, states, notYetOwed, measuredMinutes, pace }: Left, blockStart: PlainDate | null): PlanItem[] {
  return listActivities(course)
    .filter((activity) => activity.required && !notYetOwed.has(activity.id) && states.get(activity.id) !== "done")
    .map((activity) => {
      const whole = activity.minutes * pace;
      const left = Math.max(whole * LEAST_SHARE_LEFT, whole - (measuredMinutes.get(activity.id) ?? 0));
      const week = findModule(course, activity.moduleId)?.week ?? null;
      return { id: activity.id, minutes: Math.round(left), after: listNeeds(course, activity), notBefore: blockStart && week ? blockStart.add({ days: 7 * (week - 1) }) : null };
    });
}

/** Present ids of what opens an activity: its prerequisites, its gates and those of its module. */
function listNeeds(course: Course, activity: Activity): string[] {
  const gates: readonly Gate[] = [...activity.gates, ...(findModule(course, activity.moduleId)?.gates ?? [])];
  const ids = gates.flatMap((gate) => (gate.kind === "module" ? (findModule(course, gate.moduleId)?.activities ?? []).map(({ id }) => id) : [gate.activityId]));
  return [...activity.prerequisites, ...ids].flatMap((id) => findActivityById(course, id)?.id ?? []);
}

export interface PlanDays {
  daysOff: StudyTime["daysOff"];
  minutesDoneToday: number;
  today: PlainDate;
}

/** Lays what is left onto the days to come. */
export function buildCoursePlan(left: Left, choice: PlanChoice, { daysOff, minutesDoneToday, today }: PlanDays): CoursePlan {
  const isBlock = choice.mode === "block" && left.course.block !== null;
  const items = listPlanItems(left, isBlock ? choice.startDay : null);
  const from = Temporal.PlainDate.compare(choice.startDay, today) > 0 ? choice.startDay : today;
  const time = (weekdayMinutes: readonly number[]): StudyTime => ({ weekdayMinutes, daysOff, minutesDoneToday: from.equals(today) ? minutesDoneToday : 0 });
  const blockWeek = isBlock ? findBlockWeek(choice.startDay, today, left.course.block?.weeks ?? 1) : null;

  if (choice.mode === "target" && choice.targetDay) return { ...planToTarget(items, choice.weekdayMinutes, choice.targetDay, from, time), blockWeek };
  const plan = planStudy(items, time(choice.weekdayMinutes), from);
  const warnings: PlanWarning[] = [];
  if (choice.weekdayMinutes.every((minutes) => minutes <= 0)) warnings.push({ kind: "no-study-days" });
  else if (plan.unplacedMinutes > 0) warnings.push({ kind: "no-end" });
  if (isBlock) warnings.push(...findFullWeeks(left, items, choice, daysOff, from));
  return { ...plan, weekdayMinutes: choice.weekdayMinutes, blockWeek, warnings };
}

function planToTarget(items: readonly PlanItem[], most: readonly number[], target: PlainDate, from: PlainDate, time: (weekdayMinutes: readonly number[]) => StudyTime): Omit<CoursePlan, "blockWeek"> {
  const total = items.reduce((sum, { minutes }) => sum + minutes, 0);
  const answer = spreadToTarget(total, most, time(most).daysOff, from, target);
  // Whole sittings need a little more room than the bare sum: five minutes more a day until it fits.
  for (let weekdayMinutes = answer.weekdayMinutes; answer.isReachable; weekdayMinutes = most.map((limit, index) => Math.min(limit, (weekdayMinutes[index] ?? 0) + 5))) {
    const plan = planStudy(items, time(weekdayMinutes), from);
    if (total === 0 || (plan.lastDay && Temporal.PlainDate.compare(plan.lastDay, target) <= 0)) return { ...plan, weekdayMinutes, warnings: [] };
    if (weekdayMinutes.every((minutes, index) => minutes >= (most[index] ?? 0))) break;
  }
  const plan = planStudy(items, time(most), from);
  const noDays = most.every((minutes) => minutes <= 0);
  return { ...plan, weekdayMinutes: most, warnings: [noDays ? { kind: "no-study-days" } : { kind: "target-missed", targetDay: target, neededPerDayMinutes: answer.neededPerDayMinutes, lastDay: plan.lastDay }] };
}

function findBlockWeek(startDay: PlainDate, today: PlainDate, weeks: number): number {
  const days = startDay.until(today, { largestUnit: "days" }).days;
  return Math.min(weeks, Math.max(1, Math.floor(days / 7) + 1));
}

/** Weeks to come that need more than their study days hold. */
function findFullWeeks(left: Left, items: readonly PlanItem[], { startDay, weekdayMinutes }: PlanChoice, daysOff: StudyTime["daysOff"], from: PlainDate): PlanWarning[] {
  const warnings: PlanWarning[] = [];
  for (let week = 1; week <= (left.course.block?.weeks ?? 0); week++) {
    const first = startDay.add({ days: 7 * (week - 1) });
    if (Temporal.PlainDate.compare(first.add({ days: 7 }), from) <= 0) continue;
    const neededMinutes = items.filter(({ notBefore }) => notBefore?.equals(first)).reduce((sum, { minutes }) => sum + minutes, 0);
    const chosenMinutes = Array.from({ length: 7 }, (_, day) => roomOn(first.add({ days: day }), { weekdayMinutes, daysOff })).reduce((sum, minutes) => sum + minutes, 0);
    if (neededMinutes > chosenMinutes) warnings.push({ kind: "full-week", week, neededMinutes, chosenMinutes });
  }
  return warnings;
}

/** The days of a week, Monday first. */
export function listWeek(day: PlainDate): PlainDate[] {
  return Array.from({ length: 7 }, (_, index) => mondayOf(day).add({ days: index }));
}
