import { updateCourseHash, type Enrollment } from "../../../db/queries/enrollments.ts";
import type { Course } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { keepCourseVersion } from "./keep-course-version.server.ts";

/**
 * Moves somebody to the course as it is now. `seenHash` is the version whose changes they were shown: when the course
 * has changed again meanwhile nothing happens, and false says so.
 */
export async function acceptCourseVersion({ db, now }: Pick<Deps, "db" | "now">, { course, enrollment, seenHash }: { course: Course; enrollment: Enrollment; seenHash: string }): Promise<boolean> {
  if (seenHash !== course.contentHash) return false;
  await db.write(async (tx) => {
    await keepCourseVersion(tx, course, now());
    await updateCourseHash(tx, { userId: enrollment.userId, courseId: course.id, courseHash: course.contentHash });
  });
  return true;
}
