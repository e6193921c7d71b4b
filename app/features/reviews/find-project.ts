import type { Catalog, Project } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";

/** The project that was handed in, or null when its course no longer has it (or it is broken). Former ids count. */
export function findProject(catalog: Catalog, { courseId, activityId }: { courseId: string; activityId: string }): Project | null {
  const course = findCourse(catalog, courseId);
  const activity = course && findActivityById(course, activityId);
  return activity?.kind === "project" ? activity : null;
}

/** What lists call a hand-in: titles, or ids when the material is gone. */
export function nameWork(catalog: Catalog, { courseId, activityId }: { courseId: string; activityId: string }): { courseTitle: string; title: string } {
  return { courseTitle: findCourse(catalog, courseId)?.title ?? courseId, title: findProject(catalog, { courseId, activityId })?.title ?? activityId };
}
