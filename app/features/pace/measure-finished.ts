/** Measured times next to what the catalog states. Pure. */
import type { Catalog, Course } from "../../catalog/catalog.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import type { MeasuredActivity } from "./pace.ts";

/** One person's finished activities with what was stated and measured; those that are gone are left out. */
export function listMeasured(catalog: Catalog, times: readonly { courseId: string; activityId: string; seconds: number }[]): MeasuredActivity[] {
  return times.flatMap(({ courseId, activityId, seconds }) => {
    const course = findCourse(catalog, courseId);
    const activity = course && findActivityById(course, activityId);
    return activity ? [{ statedMinutes: activity.minutes, measuredMinutes: seconds / 60 }] : [];
  });
}

/** The same of everybody in a course, by person. Rows of several days add up. */
export function groupByPerson(course: Course, rows: readonly { userId: string; activityId: string; seconds: number }[]): Map<string, MeasuredActivity[]> {
  const people = new Map<string, Map<string, MeasuredActivity>>();
  for (const { userId, activityId, seconds } of rows) {
    const activity = findActivityById(course, activityId);
    if (!activity) continue;
    const person = people.get(userId) ?? new Map<string, MeasuredActivity>();
    people.set(userId, person);
    person.set(activity.id, { statedMinutes: activity.minutes, measuredMinutes: (person.get(activity.id)?.measuredMinutes ?? 0) + seconds / 60 });
  }
  return new Map([...people].map(([userId, activities]) => [userId, [...activities.values()]]));
}
