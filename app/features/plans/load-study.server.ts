/** What is known of a person's study, read once for every page, feed and reminder that speaks of it. */
import { Temporal } from "temporal-polyfill";
import { listActiveDays, listActivityTimes, listFinishedTimes } from "../../../db/queries/active-times.ts";
import { listCompletions } from "../../../db/queries/completions.ts";
import { findCoursePace } from "../../../db/queries/course-paces.ts";
import { listDaysOff } from "../../../db/queries/days-off.ts";
import type { Enrollment } from "../../../db/queries/enrollments.ts";
import type { Plan } from "../../../db/queries/plans.ts";
import { findPreferences, type Preferences } from "../../../db/queries/preferences.ts";
import type { Course } from "../../catalog/catalog.ts";
import { findActivityById } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { forecastFinish, type Forecast } from "../pace/forecast.ts";
import { listMeasured } from "../pace/measure-finished.ts";
import { estimatePace, type MeasuredActivity, type Pace } from "../pace/pace.ts";
import { getCourseProgress } from "../progress/get-course-progress.server.ts";
import type { CourseProgress } from "../progress/progress.ts";
import { findNotYetOwed } from "../versions/find-course-changes.server.ts";
import { buildCoursePlan, listPlanItems, type CoursePlan, type Left, type PlanChoice } from "./course-plan.ts";
import { dayAt, FALLBACK_TIME_ZONE } from "./local-day.ts";
import { mondayOf, type StudyTime } from "./planner.ts";

/** Weeks of measured time that a forecast looks back on. */
const WEEKS_LOOKED_AT = 6;
/** Own finished activities before stated minutes are read at one's own pace. */
const ENOUGH_FOR_OWN_PACE = 5;

/** A person's days: what every course of theirs shares. */
export interface StudyDays {
  userId: string;
  /** Null before anything was planned. */
  preferences: Preferences | null;
  timeZone: string;
  today: Temporal.PlainDate;
  daysOff: StudyTime["daysOff"];
  /** Measured time of the last weeks, by course and day. */
  activeDays: readonly { courseId: string; day: string; seconds: number }[];
  measured: readonly MeasuredActivity[];
}

export interface CourseStudy {
  course: Course;
  progress: CourseProgress;
  choice: PlanChoice | null;
  plan: CoursePlan | null;
  pace: Pace;
  /** What stated minutes were multiplied with for the plan; 1 while too little is known of the person. */
  planPace: number;
  /** Worked out when it is asked for: a page that shows only days need not pay for two more plans. */
  forecast: () => Forecast;
  /** Minutes done by day: measured, or stated where more of that was finished. */
  doneByDay: ReadonlyMap<string, number>;
}

export async function loadStudyDays({ db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">, { userId }: { userId: string }): Promise<StudyDays> {
  const preferences = await findPreferences(db, { userId });
  const timeZone = preferences?.timeZone ?? FALLBACK_TIME_ZONE;
  const today = dayAt(now(), timeZone);
  const since = mondayOf(today).subtract({ weeks: WEEKS_LOOKED_AT });
  return {
    userId,
    preferences,
    timeZone,
    today,
    daysOff: (await listDaysOff(db, { userId })).map(({ firstDay, lastDay }) => ({ first: Temporal.PlainDate.from(firstDay), last: Temporal.PlainDate.from(lastDay) })),
    activeDays: await listActiveDays(db, { userId, since: since.toString() }),
    measured: listMeasured(catalog, await listFinishedTimes(db, { userId })),
  };
}

/** The stored choice as the planner takes it. */
export function readChoice({ mode, weekdayMinutes, targetDay, startDay }: Plan): PlanChoice {
  return { mode, weekdayMinutes, targetDay: targetDay === null ? null : Temporal.PlainDate.from(targetDay), startDay: Temporal.PlainDate.from(startDay) };
}

/** A course of somebody's with its plan and forecast, from `days` on. @param choice null: without a plan */
export async function loadCourseStudy(
  { db }: Pick<Deps, "db">,
  { days, course, enrollment, choice }: { days: StudyDays; course: Course; enrollment: Enrollment; choice: PlanChoice | null },
): Promise<CourseStudy> {
  const { userId } = days;
  const progress = await getCourseProgress({ db }, { userId, course, enrollment });
  const notYetOwed = await findNotYetOwed({ db }, { course, enrollment });
  const times = await listActivityTimes(db, { userId, courseId: course.id });
  const measuredMinutes = new Map(times.flatMap(({ activityId, seconds }) => {
    const id = findActivityById(course, activityId)?.id;
    return id ? [[id, seconds / 60] as const] : [];
  }));
  const left: Left = { course, states: progress.states, notYetOwed, measuredMinutes, pace: 1 };
  const blockStart = choice?.mode === "block" && course.block ? choice.startDay : null;
  const items = listPlanItems(left, blockStart);
  const pace = estimatePace(days.measured, await findCoursePace(db, { courseId: course.id }), items.map(({ minutes }) => minutes));
  const planPace = pace.ownActivities >= ENOUGH_FOR_OWN_PACE ? pace.middle : 1;
  const doneByDay = await sumDone({ db }, days, course);
  const doneToday = { daysOff: days.daysOff, minutesDoneToday: doneByDay.get(days.today.toString()) ?? 0 };
  const plan = choice && buildCoursePlan({ ...left, pace: planPace }, choice, { ...doneToday, today: days.today });
  const planned = choice && plan ? { weekdayMinutes: plan.weekdayMinutes, ...doneToday } : null;
  const from = choice && Temporal.PlainDate.compare(choice.startDay, days.today) > 0 ? choice.startDay : days.today;
  const forecast = () => forecastFinish({ items, pace, planned, weekMinutes: sumWeeks(days, course.id, enrollment.createdAt), today: from });
  return { course, progress, choice, plan, pace, planPace, forecast, doneByDay };
}

async function sumDone({ db }: Pick<Deps, "db">, { userId, timeZone, activeDays }: StudyDays, course: Course): Promise<Map<string, number>> {
  const finished = new Map<string, number>();
  for (const { activityId, completedAt } of await listCompletions(db, { userId, courseId: course.id })) {
    const day = dayAt(completedAt, timeZone).toString();
    finished.set(day, (finished.get(day) ?? 0) + (findActivityById(course, activityId)?.minutes ?? 0));
  }
  const done = new Map(finished);
  for (const { courseId, day, seconds } of activeDays) if (courseId === course.id) done.set(day, Math.max(done.get(day) ?? 0, Math.round(seconds / 60)));
  return done;
}

/** Measured minutes of the full weeks since this person began the course, the earliest first. */
function sumWeeks({ today, timeZone, activeDays }: StudyDays, courseId: string, enrolledAt: Date): number[] {
  const thisMonday = mondayOf(today);
  const began = mondayOf(dayAt(enrolledAt, timeZone));
  const weeks: number[] = [];
  for (let back = WEEKS_LOOKED_AT; back >= 1; back--) {
    const monday = thisMonday.subtract({ weeks: back });
    if (Temporal.PlainDate.compare(monday, began) < 0) continue;
    const next = monday.add({ weeks: 1 }).toString();
    const seconds = activeDays.filter((row) => row.courseId === courseId && row.day >= monday.toString() && row.day < next).reduce((sum, row) => sum + row.seconds, 0);
    weeks.push(seconds / 60);
  }
  // Weeks before anything was measured say nothing: there may have been no scripts.
  const first = weeks.findIndex((minutes) => minutes > 0);
  return first < 0 ? [] : weeks.slice(first);
}

