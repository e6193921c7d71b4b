/**
 * When somebody will be done: a range, never a promise. Pure.
 *
 * What is left takes between `pace.low` and `pace.high` times its stated minutes (see pace.ts). The earliest day lays
 * the smaller amount onto the better weeks, the latest the larger one onto the poorer weeks. Weeks are those of the
 * plan; where enough of them were measured, the poorer weeks are what was really done of them. Without a plan they are
 * the quartiles of the last weeks. The rule of thumb behind it, a forecast from what oneself and others really needed
 * and not from wishes: Kahneman and Tversky's outside view (Intuitive prediction, 1979).
 */
import { Temporal } from "temporal-polyfill";
import { planStudy, type PlanItem, type StudyTime } from "../plans/planner.ts";
import { quantile, type Pace } from "./pace.ts";

export type Forecast =
  | {
      kind: "range";
      earliest: Temporal.PlainDate;
      latest: Temporal.PlainDate;
      /** Minutes that are left, by this person's pace. */
      remainingMinutes: { low: number; middle: number; high: number };
      weeksFrom: "plan" | "measured";
      /** True when too little was measured for the range to be more than a wide guess. */
      isRough: boolean;
    }
  /** Nothing is planned and too few weeks were measured; or at this rate no end is in sight. */
  | { kind: "unknown"; reason: "no-weeks-yet" | "no-end-in-sight" }
  | { kind: "done" };

export interface ForecastGiven {
  /** What is left, in stated minutes. */
  items: readonly PlanItem[];
  pace: Pace;
  /** The plan's study time; null without a plan. */
  planned: StudyTime | null;
  /** Measured minutes of the last full weeks in this course, zeros included, since the person's first one. */
  weekMinutes: readonly number[];
  today: Temporal.PlainDate;
}

/** Fewer full weeks than this are no habit. */
export const FEWEST_WEEKS = 2;
/** Fewer own activities than this leave a forecast rough, unless others are known. */
const FEWEST_OWN = 3;
/** However poor the measured weeks were, nobody is told a date that is decades away. */
const LEAST_SHARE_OF_PLAN = 0.25;

export function forecastFinish({ items, pace, planned, weekMinutes, today }: ForecastGiven): Forecast {
  const left = items.filter(({ minutes }) => minutes > 0);
  if (left.length === 0) return { kind: "done" };
  const weeks = planned ? findPlannedWeeks(planned, weekMinutes) : findMeasuredWeeks(weekMinutes);
  if (!weeks) return { kind: "unknown", reason: "no-weeks-yet" };
  const finish = (factor: number, time: StudyTime) => planStudy(left.map((item) => ({ ...item, minutes: item.minutes * factor })), time, today).lastDay;
  const earliest = finish(pace.low, weeks.better);
  const latest = finish(pace.high, weeks.poorer);
  if (!earliest || !latest) return { kind: "unknown", reason: "no-end-in-sight" };
  const total = left.reduce((sum, { minutes }) => sum + minutes, 0);
  return {
    kind: "range",
    earliest,
    latest: Temporal.PlainDate.compare(latest, earliest) < 0 ? earliest : latest,
    remainingMinutes: { low: total * pace.low, middle: total * pace.middle, high: total * pace.high },
    weeksFrom: planned ? "plan" : "measured",
    isRough: pace.ownActivities < FEWEST_OWN && pace.otherPeople === 0,
  };
}

type Weeks = { better: StudyTime; poorer: StudyTime };

/** As planned; and, when enough weeks were measured, as much of it as was really done. */
function findPlannedWeeks(planned: StudyTime, weekMinutes: readonly number[]): Weeks | null {
  const week = planned.weekdayMinutes.reduce((sum, minutes) => sum + minutes, 0);
  if (week <= 0) return null;
  const mean = weekMinutes.reduce((sum, minutes) => sum + minutes, 0) / Math.max(1, weekMinutes.length);
  const share = weekMinutes.length >= FEWEST_WEEKS ? Math.min(1, Math.max(LEAST_SHARE_OF_PLAN, mean / week)) : 1;
  return { better: planned, poorer: { ...planned, weekdayMinutes: planned.weekdayMinutes.map((minutes) => minutes * share) } };
}

/** Without a plan every day holds a seventh of the week. */
function findMeasuredWeeks(weekMinutes: readonly number[]): Weeks | null {
  if (weekMinutes.length < FEWEST_WEEKS) return null;
  const sorted = weekMinutes.toSorted((a, b) => a - b);
  const high = quantile(sorted, 0.75);
  if (high < 1) return null;
  const low = Math.max(quantile(sorted, 0.25), high * LEAST_SHARE_OF_PLAN);
  const spread = (minutes: number): StudyTime => ({ weekdayMinutes: Array.from({ length: 7 }, () => Math.max(1, Math.ceil(minutes / 7))), daysOff: [], minutesDoneToday: 0 });
  return { better: spread(high), poorer: spread(low) };
}
