import { findCertificateOfCourse } from "../../../db/queries/certificates.ts";
import { listEnrollments } from "../../../db/queries/enrollments.ts";
import { findCourse } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { getCourseProgress } from "../progress/get-course-progress.server.ts";

/** Courses that somebody has finished and not yet asked a certificate of. */
export async function listEarned({ db, catalog }: Pick<Deps, "db" | "catalog">, { userId }: { userId: string }): Promise<{ id: string; title: string }[]> {
  const earned: { id: string; title: string }[] = [];
  for (const enrollment of await listEnrollments(db, { userId })) {
    const course = findCourse(catalog, enrollment.courseId);
    if (!course?.published || (await findCertificateOfCourse(db, { userId, courseId: course.id }))) continue;
    const { isDone } = await getCourseProgress({ db }, { userId, course, enrollment });
    if (isDone) earned.push({ id: course.id, title: course.title });
  }
  return earned;
}
