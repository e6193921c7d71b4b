import { findCourseVersion } from "../../../db/queries/course-versions.ts";
import type { Enrollment } from "../../../db/queries/enrollments.ts";
import { listReverifications } from "../../../db/queries/reverifications.ts";
import type { Activity, Course } from "../../catalog/catalog.ts";
import { findActivityById } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { listCourseChanges, listNotYetOwed, type CourseChange } from "./outline.ts";

/** How old passing code fares with tests that were changed after it. */
export interface ReverifiedPass {
  /** False: it needs a change. */
  stillPasses: boolean;
  at: Date;
  submissionId: string;
}

/** What became different since somebody enrolled or last looked. */
export interface CourseChanges {
  /** Of the version that the list leads to. */
  seenHash: string;
  since: Date;
  changes: readonly (CourseChange & {
    /** Null when it is gone. */
    path: string | null;
    /** For `tests`: null until the old code has been tried, or when there is none. */
    verdict: ReverifiedPass | null;
  })[];
}

/** Ids that somebody pinned to an earlier version does not owe yet. Empty, without a query, for everybody else. */
export async function findNotYetOwed({ db }: Pick<Deps, "db">, { course, enrollment }: { course: Course; enrollment: Pick<Enrollment, "courseHash"> | null }): Promise<ReadonlySet<string>> {
  if (!enrollment || enrollment.courseHash === course.contentHash) return new Set();
  const version = await findCourseVersion(db, { courseId: course.id, contentHash: enrollment.courseHash });
  return version ? listNotYetOwed(version.activities, course) : new Set();
}

/** What somebody has not been told yet; null when nothing that they meet is different. */
export async function findCourseChanges({ db }: Pick<Deps, "db">, { course, enrollment }: { course: Course; enrollment: Enrollment }): Promise<CourseChanges | null> {
  if (enrollment.courseHash === course.contentHash) return null;
  const version = await findCourseVersion(db, { courseId: course.id, contentHash: enrollment.courseHash });
  const changes = version ? listCourseChanges(version.activities, course) : [];
  if (!version || changes.length === 0) return null;
  const verdicts = await findVerdicts({ db }, { course, userId: enrollment.userId });
  return {
    seenHash: course.contentHash,
    since: version.createdAt > enrollment.createdAt ? version.createdAt : enrollment.createdAt,
    changes: changes.map((change) => {
      const activity = findActivityById(course, change.activityId);
      return { ...change, path: activity && buildActivityPath(activity), verdict: change.kind === "tests" ? (verdicts.get(change.activityId) ?? null) : null };
    }),
  };
}

/** How somebody's old code of one activity fares with its present tests; null when that was not asked. */
export async function findReverifiedPass({ db }: Pick<Deps, "db">, { course, activity, userId }: { course: Course; activity: Activity; userId: string }): Promise<ReverifiedPass | null> {
  return (await findVerdicts({ db }, { course, userId })).get(activity.id) ?? null;
}

async function findVerdicts({ db }: Pick<Deps, "db">, { course, userId }: { course: Course; userId: string }): Promise<Map<string, ReverifiedPass>> {
  const found = new Map<string, ReverifiedPass>();
  for (const { submissionId, activityId, testHash, outcome, at } of await listReverifications(db, { userId, courseId: course.id })) {
    const activity = findActivityById(course, activityId);
    // The newest come first, and only those by the tests of now say anything.
    if (!activity || !("testHash" in activity) || activity.testHash !== testHash || found.has(activity.id)) continue;
    found.set(activity.id, { stillPasses: outcome === "passed", at, submissionId });
  }
  return found;
}
