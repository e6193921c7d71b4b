import { hasCourseRole } from "../../../db/queries/course-roles.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import type { ActivityKind, Course } from "../../catalog/catalog.ts";
import { findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import type { SignedInUser } from "../../web/session-keeper.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { getCourseProgress } from "../progress/get-course-progress.server.ts";
import type { ActivityState } from "../progress/progress.ts";
import { findCourseChanges, type CourseChanges } from "../versions/find-course-changes.server.ts";
import { renderCourseText } from "./render-course-text.server.ts";
import { buildCourseCard, buildProgressSummary, type CourseCard, type ProgressSummary } from "./course-card.ts";

export interface ActivityLine {
  id: string;
  kind: ActivityKind;
  title: string;
  summary: string;
  minutes: number;
  required: boolean;
  path: string;
  state: ActivityState;
}

/** What a course's page shows. Broken activities are left out. */
export interface CourseView extends CourseCard {
  audience: string;
  outcomes: readonly string[];
  overviewHtml: string;
  modules: readonly { id: string; title: string; summary: string; minutes: number; activities: readonly ActivityLine[] }[];
  progress: ProgressSummary | null;
  /** Where to start or go on; null when nothing is left or the reader may not work here. */
  next: { title: string; path: string } | null;
  /** Enrolled people, and those who teach here and only look. */
  mayOpen: boolean;
  isEnrolled: boolean;
  /** False: only those who teach here see this page. */
  published: boolean;
  /** What a learner has not been told yet of a newer version. */
  changes: CourseChanges | null;
}

/** A course for a visitor (`user` null) or somebody signed in; null when there is none that they may see. */
export async function openCourse(deps: Pick<Deps, "db" | "catalog">, { courseId, user }: { courseId: string; user: SignedInUser | null }): Promise<CourseView | null> {
  const { db, catalog } = deps;
  const course = findCourse(catalog, courseId);
  if (!course) return null;
  const teaches = user !== null && (user.isAdministrator || (await hasCourseRole(db, { userId: user.id, courseId, role: "instructor" })));
  if (!course.published && !teaches) return null;
  const enrollment = user && (await findEnrollment(db, { userId: user.id, courseId }));
  const progress = enrollment ? await getCourseProgress(deps, { userId: enrollment.userId, course, enrollment }) : null;
  return {
    ...buildCourseCard(course, progress),
    audience: course.audience,
    outcomes: course.outcomes,
    overviewHtml: (await renderCourseText({ course, file: `${course.folder}/course.md`, text: course.overview, activity: null })).html,
    modules: listModules(course, (id) => progress?.states.get(id) ?? "ahead"),
    progress: progress && buildProgressSummary(progress),
    next: progress?.next ? { title: progress.next.title, path: buildActivityPath(progress.next) } : null,
    mayOpen: enrollment !== null || teaches,
    isEnrolled: enrollment !== null,
    published: course.published,
    changes: enrollment && (await findCourseChanges(deps, { course, enrollment })),
  };
}

function listModules(course: Course, stateOf: (activityId: string) => ActivityState): CourseView["modules"] {
  return course.modules.map(({ id, title, summary, activities }) => ({
    id,
    title,
    summary,
    minutes: activities.reduce((sum, { minutes, required }) => sum + (required ? minutes : 0), 0),
    activities: activities.map((activity) => ({
      id: activity.id,
      kind: activity.kind,
      title: activity.title,
      summary: activity.summary,
      minutes: activity.minutes,
      required: activity.required,
      path: buildActivityPath(activity),
      state: stateOf(activity.id),
    })),
  }));
}
