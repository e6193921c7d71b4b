import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { findPlan } from "../../../db/queries/plans.ts";
import { findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { loadCourseStudy, loadStudyDays, readChoice } from "../plans/load-study.server.ts";
import { viewForecast, type ForecastView } from "../plans/plan-view.ts";

export interface CoursePaceView {
  courseId: string;
  minutesDone: number;
  minutesTotal: number;
  forecast: ForecastView;
  hasPlan: boolean;
  /** The one of the plan, of its course's weeks; null outside a block. */
  blockWeek: number | null;
  /** What the forecast rests on. */
  ownActivities: number;
  otherPeople: number;
}

/** Done, left and when it may end, for somebody in a course; null for everybody else. */
export async function openCoursePace(deps: Pick<Deps, "db" | "catalog" | "now">, { userId, courseId }: { userId: string; courseId: string }): Promise<CoursePaceView | null> {
  const course = findCourse(deps.catalog, courseId);
  const enrollment = course && (await findEnrollment(deps.db, { userId, courseId }));
  if (!course || !enrollment) return null;
  const stored = await findPlan(deps.db, { userId, courseId });
  const days = await loadStudyDays(deps, { userId });
  const { progress, forecast, pace, plan } = await loadCourseStudy(deps, { days, course, enrollment, choice: stored && readChoice(stored) });
  return {
    courseId,
    minutesDone: progress.minutesDone,
    minutesTotal: progress.minutesTotal,
    forecast: viewForecast(forecast()),
    hasPlan: stored !== null,
    blockWeek: plan?.blockWeek ?? null,
    ownActivities: pace.ownActivities,
    otherPeople: pace.otherPeople,
  };
}
