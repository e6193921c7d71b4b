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
  return indexOf(course).byId.get(id) ?? null;
}

/** All sound activities of a course in reading order. */
export function listActivities(course: Course): readonly Activity[] {
  return indexOf(course).activities;
}

interface CourseIndex {
  activities: readonly Activity[];
  /** By their ids, and by former ones that no other has now. */
  byId: ReadonlyMap<string, Activity>;
}

/** A page asks for its course's activities dozens of times, and a course never changes: an edited one is another object. */
const indexes = new WeakMap<Course, CourseIndex>();

function indexOf(course: Course): CourseIndex {
  const known = indexes.get(course);
  if (known) return known;
  const activities = course.modules.flatMap((module) => module.activities);
  const byId = new Map(activities.toReversed().map((activity) => [activity.id, activity]));
  for (const activity of activities) for (const alias of activity.aliases) if (!byId.has(alias)) byId.set(alias, activity);
  const index = { activities, byId };
  indexes.set(course, index);
  return index;
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
