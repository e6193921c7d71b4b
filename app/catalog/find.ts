import type { Activity, Catalog, Course, Gate, Module } from "./catalog.ts";

/** A course by its id, or null. */
export function findCourse(catalog: Catalog, courseId: string): Course | null {
  return catalog.courses.find((course) => course.id === courseId) ?? null;
}

/** A module of a course by its id, or null. */
export function findModule(course: Course, moduleId: string): Module | null {
  return course.modules.find((module) => module.id === moduleId) ?? null;
}

/** A sound activity by module and slug, its former ids included, or null. */
export function findActivity(course: Course, moduleId: string, slug: string): Activity | null {
  return findActivityById(course, `${moduleId}/${slug}`);
}

/** The same by its id `module/slug`. */
export function findActivityById(course: Course, id: string): Activity | null {
  const activities = listActivities(course);
  return activities.find((activity) => activity.id === id) ?? activities.find((activity) => activity.aliases.includes(id)) ?? null;
}

/** All sound activities of a course in reading order. */
export function listActivities(course: Course): Activity[] {
  return course.modules.flatMap((module) => module.activities);
}

/** What comes before and after an activity in reading order. */
export function findNeighbours(course: Course, activityId: string): { previous: Activity | null; next: Activity | null } {
  const activities = listActivities(course);
  const index = activities.findIndex((activity) => activity.id === activityId);
  return { previous: activities[index - 1] ?? null, next: index < 0 ? null : (activities[index + 1] ?? null) };
}

/** What an activity waits for: its own prerequisites and gates, and those of its module. */
export function listGates(course: Course, activity: Activity): Gate[] {
  return [...activity.prerequisites.map((activityId): Gate => ({ kind: "activity", activityId })), ...activity.gates, ...(findModule(course, activity.moduleId)?.gates ?? [])];
}
