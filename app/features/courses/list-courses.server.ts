import { listEnrollments } from "../../../db/queries/enrollments.ts";
import type { Deps } from "../../deps.server.ts";
import { getCourseProgress } from "../progress/get-course-progress.server.ts";
import { buildCourseCard, type CourseCard } from "./course-card.ts";

/** The catalog as somebody sees it, or as a visitor does (`userId` null): all published courses, in order. */
export async function listCourses(deps: Pick<Deps, "db" | "catalog">, { userId }: { userId: string | null }): Promise<CourseCard[]> {
  const enrollments = userId === null ? [] : await listEnrollments(deps.db, { userId });
  const published = deps.catalog.courses.filter((course) => course.published);
  return Promise.all(
    published.map(async (course) => {
      const enrollment = enrollments.find(({ courseId }) => courseId === course.id);
      if (!enrollment) return buildCourseCard(course, null);
      return buildCourseCard(course, await getCourseProgress(deps, { userId: enrollment.userId, course, enrollment }));
    }),
  );
}
