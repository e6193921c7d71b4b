import { ensureEnrollment } from "../../../db/queries/enrollments.ts";
import { findCourse } from "../../catalog/find.ts";
import { keepCourseVersion } from "../versions/keep-course-version.server.ts";
import type { Deps } from "../../deps.server.ts";

/** Enrolls somebody in a published course, at the version it has now; again changes nothing. False: there is no such course. */
export async function enroll(deps: Pick<Deps, "db" | "catalog" | "now" | "newId">, { userId, courseId }: { userId: string; courseId: string }): Promise<boolean> {
  const course = findCourse(deps.catalog, courseId);
  if (!course?.published) return false;
  const createdAt = deps.now();
  await deps.db.write(async (tx) => {
    await keepCourseVersion(tx, course, createdAt);
    await ensureEnrollment(tx, { id: deps.newId(), userId, courseId, courseHash: course.contentHash, createdAt });
  });
  return true;
}
