import { listCompletions } from "../../../db/queries/completions.ts";
import { listEnrollments } from "../../../db/queries/enrollments.ts";
import type { Activity } from "../../catalog/catalog.ts";
import { findActivityById, findCourse, listActivities } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { hasGates, listClosedIds } from "./gates.ts";
import { getGateScores } from "./get-gate-scores.server.ts";

/** What is still closed to a learner in the courses that they are in: for lists and searches over all of them. */
export async function listClosedActivities({ db, catalog }: Pick<Deps, "db" | "catalog">, { userId }: { userId: string }): Promise<Activity[]> {
  const closed: Activity[] = [];
  for (const { courseId } of await listEnrollments(db, { userId })) {
    const course = findCourse(catalog, courseId);
    if (!course || !listActivities(course).some((activity) => hasGates(course, activity))) continue;
    const completed = await listCompletions(db, { userId, courseId });
    const done = new Set(completed.flatMap(({ activityId }) => findActivityById(course, activityId)?.id ?? []));
    const ids = listClosedIds(course, { done, scores: await getGateScores({ db }, { userId, course }) });
    closed.push(...listActivities(course).filter(({ id }) => ids.has(id)));
  }
  return closed;
}
