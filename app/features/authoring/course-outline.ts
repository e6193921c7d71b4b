/** A course as its authors see it: everything in order, broken activities among the sound ones. Pure. */
import type { Activity, BrokenActivity, Course, Module } from "../../catalog/catalog.ts";

export interface OutlineActivity {
  id: string;
  slug: string;
  moduleId: string;
  title: string;
  kind: Activity["kind"] | "broken";
  /** Its own file, from the course folder. */
  file: string;
  /** Its folder, or its file when it has none, from the course folder: what a move or removal is about. */
  place: string;
  hasFolder: boolean;
}

export interface OutlineModule {
  id: string;
  title: string;
  /** From the course folder. */
  folder: string;
  activities: OutlineActivity[];
}

export function buildOutline(course: Course): OutlineModule[] {
  return course.modules.map((module) => ({
    id: module.id,
    title: module.title,
    folder: fromCourse(course, module.folder),
    activities: listInOrder(module).map((activity) => ({
      id: activity.id,
      slug: activity.slug,
      moduleId: module.id,
      title: activity.title,
      kind: activity.kind,
      file: fromCourse(course, activity.file),
      place: fromCourse(course, activity.folder ?? activity.file),
      hasFolder: activity.folder !== null,
    })),
  }));
}

/** A path of the catalog, from the course folder. */
export function fromCourse(course: Pick<Course, "folder">, path: string): string {
  return path === course.folder ? "" : path.startsWith(`${course.folder}/`) ? path.slice(course.folder.length + 1) : path;
}

/** What a file belongs to: an activity, a module, or the course itself. */
export function findOwner(outline: readonly OutlineModule[], path: string): { module: OutlineModule | null; activity: OutlineActivity | null } {
  const module = outline.find(({ folder }) => path.startsWith(`${folder}/`)) ?? null;
  const activity = module?.activities.find((own) => isPartOf(own, path)) ?? null;
  return { module, activity };
}

/** Whether a file is the activity's: in its folder, or its one file and the translations beside it. */
export function isPartOf(activity: Pick<OutlineActivity, "place" | "hasFolder">, path: string): boolean {
  if (activity.hasFolder) return path.startsWith(`${activity.place}/`);
  const stem = activity.place.replace(/\.md$/, "");
  return path === activity.place || (path.startsWith(`${stem}.`) && /^\.[a-z]{2,3}(?:-[A-Z]{2})?\.md$/.test(path.slice(stem.length)));
}

/** Broken activities take their place in the folder's order. */
function listInOrder(module: Module): (Activity | BrokenActivity)[] {
  const list: (Activity | BrokenActivity)[] = [...module.activities];
  for (const broken of [...module.broken].sort((a, b) => a.position - b.position)) list.splice(broken.position, 0, broken);
  return list;
}
