import { countContentDrafts } from "../../../db/queries/content-drafts.ts";
import { listCourseRoles } from "../../../db/queries/course-roles.ts";
import type { Deps } from "../../deps.server.ts";

export interface TaughtCourse {
  id: string;
  title: string;
  summary: string;
  isPublished: boolean;
  modules: number;
  activities: number;
  brokenActivities: number;
  problems: number;
  /** Files with unpublished changes of this person. */
  changedFiles: number;
}

/** The courses that somebody may change, by title: those where they are instructor; all of them for administrators. */
export async function listTaughtCourses({ db, catalog }: Pick<Deps, "db" | "catalog">, user: { id: string; isAdministrator: boolean }): Promise<TaughtCourse[]> {
  const [roles, changed] = await Promise.all([listCourseRoles(db, { userId: user.id }), countContentDrafts(db, { userId: user.id })]);
  const taught = new Set(roles.filter(({ role }) => role === "instructor").map(({ courseId }) => courseId));
  return catalog.courses
    .filter(({ id }) => user.isAdministrator || taught.has(id))
    .map((course) => ({
      id: course.id,
      title: course.title,
      summary: course.summary,
      isPublished: course.published,
      modules: course.modules.length,
      activities: course.modules.reduce((sum, module) => sum + module.activities.length, 0),
      brokenActivities: course.modules.reduce((sum, module) => sum + module.broken.length, 0),
      problems: course.problems.length,
      changedFiles: changed.find(({ courseId }) => courseId === course.id)?.files ?? 0,
    }))
    .sort((a, b) => a.title.localeCompare(b.title, "en"));
}
