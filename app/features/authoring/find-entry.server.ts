import type { Deps } from "../../deps.server.ts";
import { openDraftCourse } from "./build-draft-course.server.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";

/** A module or activity whose name, place or existence is to change. */
export interface EntryView {
  course: { id: string; title: string };
  kind: "module" | "activity";
  id: string;
  title: string;
  slug: string;
  moduleId: string;
  /** Where an activity can go. */
  modules: { id: string; title: string }[];
  files: number;
  /** A module with activities can't be removed. */
  activities: number;
}

/** The module or activity that is asked for, or null. */
export async function findEntry(deps: Pick<Deps, "db" | "catalog">, visit: TeachingVisit, asked: { activity: string | null; module: string | null }): Promise<EntryView | null> {
  const { outline, files, course } = await openDraftCourse(deps, visit);
  const base = { course: { id: course.id, title: course.title }, modules: outline.map(({ id, title }) => ({ id, title })) };
  const module = outline.find(({ id }) => id === asked.module);
  if (module) {
    const own = files.paths.filter((path) => path.startsWith(`${module.folder}/`));
    return { ...base, kind: "module", id: module.id, title: module.title, slug: module.id, moduleId: module.id, files: own.length, activities: module.activities.length };
  }
  const activity = outline.flatMap(({ activities }) => activities).find(({ id }) => id === asked.activity);
  if (!activity) return null;
  const own = files.paths.filter((path) => path === activity.place || path.startsWith(`${activity.place}/`));
  return { ...base, kind: "activity", id: activity.id, title: activity.title, slug: activity.slug, moduleId: activity.moduleId, files: own.length, activities: 0 };
}
