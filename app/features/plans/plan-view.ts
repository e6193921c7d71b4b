/** What pages, feed and reminders show of plans: days as ISO texts, so that nothing of the calendar library reaches browsers. Pure. */
import { Temporal } from "temporal-polyfill";
import { findActivityById } from "../../catalog/find.ts";
import type { Course } from "../../catalog/catalog.ts";
import type { Forecast } from "../pace/forecast.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { listWeek, type CoursePlan, type PlanChoice, type PlanWarning } from "./course-plan.ts";
import { roomOn, type PlannedDay, type StudyTime } from "./planner.ts";

/** A part of an activity on a day. */
export interface PieceView {
  courseId: string;
  courseTitle: string;
  title: string;
  path: string;
  minutes: number;
  /** 1-based; with `isLast` false or above 1 the activity was split. */
  part: number;
  isLast: boolean;
}

export interface DayView {
  /** `2026-03-02` */
  day: string;
  when: "past" | "today" | "ahead";
  /** A holiday of this person's. */
  isOff: boolean;
  /** A day of the week on which they study. */
  isStudyDay: boolean;
  doneMinutes: number;
  plannedMinutes: number;
  pieces: readonly PieceView[];
}

export interface WeekView {
  days: readonly DayView[];
  doneMinutes: number;
  /** What is done and what is still planned. */
  totalMinutes: number;
}

/** A warning with days as texts. */
export type WarningView =
  | { kind: "no-study-days" | "no-end" }
  | { kind: "full-week"; week: number; neededMinutes: number; chosenMinutes: number }
  | { kind: "target-missed"; targetDay: string; neededPerDayMinutes: number | null; lastDay: string | null };

export type ForecastView =
  | { kind: "range"; earliest: string; latest: string; remainingMinutes: number; weeksFrom: "plan" | "measured"; isRough: boolean }
  | { kind: "unknown"; reason: "no-weeks-yet" | "no-end-in-sight" }
  | { kind: "done" };

/** What a day is drawn from. */
export interface PlannedCourse {
  course: Course;
  plan: CoursePlan;
  doneByDay: ReadonlyMap<string, number>;
}

/** One week, Monday first, of all planned courses together. */
export function buildWeek(courses: readonly PlannedCourse[], daysOff: StudyTime["daysOff"], today: Temporal.PlainDate, anyDay: Temporal.PlainDate): WeekView {
  const days = listWeek(anyDay).map((day) => buildDay(courses, daysOff, today, day));
  const doneMinutes = days.reduce((sum, day) => sum + day.doneMinutes, 0);
  return { days, doneMinutes, totalMinutes: doneMinutes + days.reduce((sum, day) => sum + day.plannedMinutes, 0) };
}

function buildDay(courses: readonly PlannedCourse[], daysOff: StudyTime["daysOff"], today: Temporal.PlainDate, day: Temporal.PlainDate): DayView {
  const text = day.toString();
  const order = Temporal.PlainDate.compare(day, today);
  const isOff = daysOff.some(({ first, last }) => Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0);
  const pieces = courses.flatMap((planned) => listPieces(planned, text));
  return {
    day: text,
    when: order < 0 ? "past" : order === 0 ? "today" : "ahead",
    isOff,
    isStudyDay: courses.some(({ plan }) => roomOn(day, { weekdayMinutes: plan.weekdayMinutes, daysOff }) > 0),
    doneMinutes: Math.round(courses.reduce((sum, { doneByDay }) => sum + (doneByDay.get(text) ?? 0), 0)),
    plannedMinutes: pieces.reduce((sum, { minutes }) => sum + minutes, 0),
    pieces,
  };
}

/** A calendar asks for hundreds of days. */
const daysOfPlans = new WeakMap<CoursePlan, ReadonlyMap<string, PlannedDay>>();

function findPlannedDay(plan: CoursePlan, day: string): PlannedDay | null {
  const known = daysOfPlans.get(plan) ?? new Map(plan.days.map((one) => [one.day.toString(), one]));
  daysOfPlans.set(plan, known);
  return known.get(day) ?? null;
}

function listPieces({ course, plan }: PlannedCourse, day: string): PieceView[] {
  const planned = findPlannedDay(plan, day);
  return (planned?.pieces ?? []).flatMap(({ id, minutes, part, isLast }) => {
    const activity = findActivityById(course, id);
    return activity ? [{ courseId: course.id, courseTitle: course.title, title: activity.title, path: buildActivityPath(activity), minutes, part, isLast }] : [];
  });
}

/** Every planned day of all courses from today on, in order. */
export function listPlannedDays(courses: readonly PlannedCourse[]): { day: Temporal.PlainDate; pieces: PieceView[] }[] {
  const days = new Map<string, Temporal.PlainDate>();
  for (const { plan } of courses) for (const { day } of plan.days) days.set(day.toString(), day);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([text, day]) => ({ day, pieces: courses.flatMap((planned) => listPieces(planned, text)) }));
}

export function viewWarning(warning: PlanWarning): WarningView {
  if (warning.kind !== "target-missed") return warning;
  return { ...warning, targetDay: warning.targetDay.toString(), lastDay: warning.lastDay?.toString() ?? null };
}

export function viewForecast(forecast: Forecast): ForecastView {
  if (forecast.kind !== "range") return forecast;
  const { earliest, latest, remainingMinutes, weeksFrom, isRough } = forecast;
  return { kind: "range", earliest: earliest.toString(), latest: latest.toString(), remainingMinutes: Math.round(remainingMinutes.middle), weeksFrom, isRough };
}

/** A choice as the form shows it. */
export interface ChoiceView {
  mode: PlanChoice["mode"];
  weekdayMinutes: readonly number[];
  targetDay: string | null;
  startDay: string;
}

export function viewChoice({ mode, weekdayMinutes, targetDay, startDay }: PlanChoice): ChoiceView {
  return { mode, weekdayMinutes, targetDay: targetDay?.toString() ?? null, startDay: startDay.toString() };
}
