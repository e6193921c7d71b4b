import { getActivityTraces } from "../../../db/queries/activity-states.ts";
import { hasCourseRole } from "../../../db/queries/course-roles.ts";
import type { Activity, Course } from "../../catalog/catalog.ts";
import { findActivityById } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { buildGateView, hasGates, listMissingGates, type GateView } from "./gates.ts";
import { getGateScores } from "./get-gate-scores.server.ts";

/**
 * What keeps an activity closed to somebody; null when it is open. Who teaches the course passes, and an activity
 * without gates costs nothing.
 */
export async function findClosed(
  { db }: Pick<Deps, "db">,
  { user, course, activity }: { user: { id: string; isAdministrator: boolean }; course: Course; activity: Activity },
): Promise<readonly GateView[] | null> {
  if (!hasGates(course, activity)) return null;
  const { completed } = await getActivityTraces(db, { userId: user.id, courseId: course.id });
  const done = new Set(completed.flatMap((id) => findActivityById(course, id)?.id ?? []));
  const scores = await getGateScores({ db }, { userId: user.id, course });
  const missing = listMissingGates(course, activity, { done, scores });
  if (missing.length === 0 || user.isAdministrator || (await hasCourseRole(db, { userId: user.id, courseId: course.id, role: "instructor" }))) return null;
  return missing.map((gate) => buildGateView(course, gate));
}
