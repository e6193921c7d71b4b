import type { Enrollment } from "../../../db/queries/enrollments.ts";
import { findPlan } from "../../../db/queries/plans.ts";
import type { Block, Course } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { loadCourseStudy, loadStudyDays, readChoice } from "./load-study.server.ts";
import { viewCourse, type CoursePlanView } from "./open-plan.server.ts";
import { mondayOf } from "./planner.ts";
import { viewForecast, type ForecastView } from "./plan-view.ts";

export interface CoursePlanPage {
  course: { id: string; title: string; minutes: number; minutesLeft: number };
  /** Null for a course that has no weeks of its own. */
  block: (Pick<Block, "weeks" | "days" | "start"> & { dates: readonly string[]; weekMinutes: readonly number[] }) | null;
  /** What was chosen before; null when nothing was. */
  plan: CoursePlanView | null;
  forecast: ForecastView;
  /** Today; for a block that begins at any time the next Monday, so that its weeks are those of the calendar. */
  suggestedStart: string;
  timeZone: string;
  /** False: the time zone is not known yet, the page asks. */
  knowsTimeZone: boolean;
}

/** The form that plans a course, with what was chosen and what it comes to. */
export async function openCoursePlan(deps: Pick<Deps, "db" | "catalog" | "now">, { course, enrollment }: { course: Course; enrollment: Enrollment }): Promise<CoursePlanPage> {
  const days = await loadStudyDays(deps, { userId: enrollment.userId });
  const stored = await findPlan(deps.db, { userId: enrollment.userId, courseId: course.id });
  const choice = stored && readChoice(stored);
  const study = await loadCourseStudy(deps, { days, course, enrollment, choice });
  const { progress, plan } = study;
  const today = days.today.toString();
  return {
    course: { id: course.id, title: course.title, minutes: progress.minutesTotal, minutesLeft: progress.minutesTotal - progress.minutesDone },
    block: course.block && {
      weeks: course.block.weeks,
      days: course.block.days,
      start: course.block.start,
      dates: course.block.dates.filter((day) => day >= today || day === stored?.startDay),
      weekMinutes: Array.from({ length: course.block.weeks }, (_, index) => sumWeek(course, index + 1)),
    },
    plan: plan && choice ? viewCourse({ ...study, plan, choice }) : null,
    forecast: viewForecast(study.forecast()),
    suggestedStart: course.block?.start === "rolling" ? mondayOf(days.today.add({ days: 6 })).toString() : today,
    timeZone: days.timeZone,
    knowsTimeZone: days.preferences !== null,
  };
}

function sumWeek(course: Course, week: number): number {
  return course.modules.filter((module) => module.week === week).flatMap(({ activities }) => activities).reduce((sum, { required, minutes }) => sum + (required ? minutes : 0), 0);
}
