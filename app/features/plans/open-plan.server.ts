import { findEnrollment, listEnrollments } from "../../../db/queries/enrollments.ts";
import { listPlans } from "../../../db/queries/plans.ts";
import { findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { loadCourseStudy, loadStudyDays, readChoice, type CourseStudy, type StudyDays } from "./load-study.server.ts";
import { buildWeek, viewForecast, viewWarning, type ChoiceView, type ForecastView, type PlannedCourse, type WarningView, type WeekView, viewChoice } from "./plan-view.ts";

type PlanDeps = Pick<Deps, "db" | "catalog" | "now">;

export interface CoursePlanView {
  id: string;
  title: string;
  choice: ChoiceView;
  /** Minutes on Monday … Sunday that the plan uses. */
  weekdayMinutes: readonly number[];
  blockWeek: number | null;
  blockWeeks: number | null;
  lastDay: string | null;
  isDone: boolean;
  warnings: readonly WarningView[];
  forecast: ForecastView;
  pace: { plan: number; ownActivities: number; otherPeople: number };
}

export interface PlanPageView {
  today: string;
  timeZone: string;
  reminders: boolean;
  week: WeekView;
  /** The weeks after this one. */
  weeks: readonly WeekView[];
  /** True when there is more behind the last of them. */
  hasMore: boolean;
  courses: readonly CoursePlanView[];
  /** Enrolled courses without a plan, with something left. */
  unplanned: readonly { id: string; title: string }[];
}

/** Somebody's planned courses, worked out for now. Courses that are gone or hidden are left out. */
export async function loadPlannedCourses(deps: PlanDeps, days: StudyDays): Promise<(CourseStudy & PlannedCourse & { choice: NonNullable<CourseStudy["choice"]> })[]> {
  const found: (CourseStudy & PlannedCourse & { choice: NonNullable<CourseStudy["choice"]> })[] = [];
  for (const plan of await listPlans(deps.db, { userId: days.userId })) {
    const course = findCourse(deps.catalog, plan.courseId);
    const enrollment = await findEnrollment(deps.db, { userId: days.userId, courseId: plan.courseId });
    if (!course?.published || !enrollment) continue;
    const choice = readChoice(plan);
    const study = await loadCourseStudy(deps, { days, course, enrollment, choice });
    if (study.plan) found.push({ ...study, plan: study.plan, choice });
  }
  return found;
}

/** This week and `weekCount` more, what they come from, and what has no plan yet. */
export async function openPlan(deps: PlanDeps, { userId, weekCount }: { userId: string; weekCount: number }): Promise<PlanPageView> {
  const days = await loadStudyDays(deps, { userId });
  const planned = await loadPlannedCourses(deps, days);
  const week = (offset: number) => buildWeek(planned, days.daysOff, days.today, days.today.add({ weeks: offset }));
  const lastDay = planned.flatMap(({ plan }) => plan.days.at(-1)?.day.toString() ?? []).sort().at(-1) ?? "";
  // No more weeks than there is something in.
  const weeks = Array.from({ length: weekCount }, (_, index) => week(index + 1)).filter(({ days: [monday] }) => (monday?.day ?? "") <= lastDay);
  const plannedIds = new Set(planned.map(({ course }) => course.id));
  const unplanned = (await listEnrollments(deps.db, { userId })).flatMap(({ courseId }) => {
    const course = findCourse(deps.catalog, courseId);
    return course?.published && !plannedIds.has(courseId) ? [{ id: course.id, title: course.title }] : [];
  });
  return {
    today: days.today.toString(),
    timeZone: days.timeZone,
    reminders: days.preferences?.reminders ?? false,
    week: week(0),
    weeks,
    hasMore: lastDay > (weeks.at(-1)?.days.at(-1)?.day ?? "9999"),
    courses: planned.map(viewCourse),
    unplanned,
  };
}

/** The week for the first page; null for somebody without a plan. */
export async function openThisWeek(deps: PlanDeps, { userId }: { userId: string }): Promise<WeekView | null> {
  if ((await listPlans(deps.db, { userId })).length === 0) return null;
  const days = await loadStudyDays(deps, { userId });
  const planned = await loadPlannedCourses(deps, days);
  return planned.length === 0 ? null : buildWeek(planned, days.daysOff, days.today, days.today);
}

export function viewCourse({ course, choice, plan, progress, forecast, pace, planPace }: CourseStudy & PlannedCourse & { choice: NonNullable<CourseStudy["choice"]> }): CoursePlanView {
  return {
    id: course.id,
    title: course.title,
    choice: viewChoice(choice),
    weekdayMinutes: plan.weekdayMinutes,
    blockWeek: plan.blockWeek,
    blockWeeks: plan.blockWeek === null ? null : (course.block?.weeks ?? null),
    lastDay: plan.lastDay?.toString() ?? null,
    isDone: progress.isDone,
    warnings: plan.warnings.map(viewWarning),
    forecast: viewForecast(forecast()),
    pace: { plan: planPace, ownActivities: pace.ownActivities, otherPeople: pace.otherPeople },
  };
}
