import { getActivityTraces } from "../../../db/queries/activity-states.ts";
import type { Enrollment } from "../../../db/queries/enrollments.ts";
import type { Course } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { findNotYetOwed } from "../versions/find-course-changes.server.ts";
import { getGateScores } from "./get-gate-scores.server.ts";
import { buildCourseProgress, type CourseProgress } from "./progress.ts";

/** Somebody's progress in a course, from what is stored. `enrollment` may be null for people who only look. */
export async function getCourseProgress(
  { db }: Pick<Deps, "db">,
  { userId, course, enrollment }: { userId: string; course: Course; enrollment: Enrollment | null },
): Promise<CourseProgress> {
  const traces = await getActivityTraces(db, { userId, courseId: course.id });
  const notYetOwed = await findNotYetOwed({ db }, { course, enrollment });
  const scores = enrollment && (await getGateScores({ db }, { userId, course }));
  return buildCourseProgress(course, { ...traces, notYetOwed, scores, lastActivityId: enrollment?.lastActivityId ?? null });
}
