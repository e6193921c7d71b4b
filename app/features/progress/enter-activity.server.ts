import { updateLastActivity } from "../../../db/queries/enrollments.ts";
import type { Activity } from "../../catalog/catalog.ts";
import { findModule, findNeighbours, listActivities } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";
import { buildPersonTag } from "../offline/person-tag.server.ts";
import { buildActivityPath } from "./activity-path.ts";
import type { Explanation } from "./explain.ts";
import { getCourseProgress } from "./get-course-progress.server.ts";
import { getExplanation } from "./get-explanation.server.ts";
import type { ActivityState } from "./progress.ts";

/** Visits are noted again after this time only, so that reading does not write with every page. */
const NOTE_VISIT_EVERY_MS = 5 * 60_000;

/** A step to another activity. */
export interface Step {
  title: string;
  /** Address of its page. */
  path: string;
}

/** Where an activity stands in its course: what surrounds it on its page, whatever its kind. */
export interface ActivityPlace {
  /** Tag of the person whom the page is made for. */
  person: string;
  /** Address of this activity's page. */
  path: string;
  course: { id: string; title: string };
  module: { id: string; title: string };
  /** 1-based, among the activities of the course. */
  number: number;
  count: number;
  /** The ladder of the module. */
  states: readonly ActivityState[];
  /** Index of this activity in `states`. */
  index: number;
  state: ActivityState;
  previous: Step | null;
  next: Step | null;
  /** False for instructors and administrators who only look: nothing of theirs is kept. */
  isEnrolled: boolean;
  /** Why it is done or not; null for those who only look. */
  why: Explanation | null;
}

/** Comes to an activity: notes the visit for "continue" and says where in the course it is. */
export async function enterActivity(deps: Pick<Deps, "db" | "now">, { user, course, enrollment }: CourseVisit, activity: Activity): Promise<ActivityPlace> {
  const progress = await getCourseProgress(deps, { userId: user.id, course, enrollment });
  const at = deps.now();
  const isFresh = enrollment?.lastActivityId === activity.id && at.getTime() - (enrollment.lastActiveAt?.getTime() ?? 0) < NOTE_VISIT_EVERY_MS;
  if (enrollment && !isFresh) {
    await deps.db.write((tx) => updateLastActivity(tx, { userId: user.id, courseId: course.id, activityId: activity.id, at }), { kept: "after-kill" });
  }
  const module = findModule(course, activity.moduleId);
  const activities = listActivities(course);
  const { previous, next } = findNeighbours(course, activity.id);
  return {
    person: buildPersonTag(user.id),
    path: buildActivityPath(activity),
    course: { id: course.id, title: course.title },
    module: { id: activity.moduleId, title: module?.title ?? "" },
    number: activities.indexOf(activity) + 1,
    count: activities.length,
    states: progress.modules.find(({ moduleId }) => moduleId === activity.moduleId)?.states ?? [],
    index: module?.activities.indexOf(activity) ?? 0,
    state: progress.states.get(activity.id) ?? "ahead",
    previous: previous && { title: previous.title, path: buildActivityPath(previous) },
    next: next && { title: next.title, path: buildActivityPath(next) },
    isEnrolled: enrollment !== null,
    why: enrollment && (await getExplanation(deps, { userId: user.id, activity, isClosed: progress.states.get(activity.id) === "closed" })),
  };
}
