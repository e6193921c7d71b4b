/** What a version of a course consisted of, and what became different since. Pure. */
import type { OutlinedActivity } from "../../../db/schema/versions.ts";
import type { Course } from "../../catalog/catalog.ts";
import { findActivityById } from "../../catalog/find.ts";

export type { OutlinedActivity };

/** One difference, in the order in which the course is read; what is gone comes last. */
export interface CourseChange {
  kind: "added" | "removed" | "renamed" | "text" | "tests" | "now-required" | "now-optional";
  activityId: string;
  title: string;
  moduleTitle: string;
  /** For `added`: whether completion of the course will wait for it. */
  required: boolean;
  minutes: number;
}

export function buildOutline(course: Course): OutlinedActivity[] {
  return course.modules.flatMap((module) =>
    module.activities.map((activity) => ({
      id: activity.id,
      kind: activity.kind,
      title: activity.title,
      moduleTitle: module.title,
      required: activity.required,
      minutes: activity.minutes,
      contentHash: activity.contentHash,
      testHash: "testHash" in activity ? activity.testHash : null,
    })),
  );
}

/** What is different in the course as it is now. A renamed activity with an alias is the same one. */
export function listCourseChanges(before: readonly OutlinedActivity[], course: Course): CourseChange[] {
  const earlier = new Map(before.map((activity) => [findActivityById(course, activity.id)?.id ?? activity.id, activity]));
  const now = buildOutline(course);
  const ids = new Set(now.map(({ id }) => id));
  return [
    ...now.flatMap((activity) => listChangesOf(earlier.get(activity.id), activity)),
    ...[...earlier].filter(([id]) => !ids.has(id)).map(([, activity]) => describe("removed", activity)),
  ];
}

function listChangesOf(before: OutlinedActivity | undefined, now: OutlinedActivity): CourseChange[] {
  if (!before) return [describe("added", now)];
  const kinds: CourseChange["kind"][] = [];
  if (before.title !== now.title) kinds.push("renamed");
  if (before.testHash !== now.testHash) kinds.push("tests");
  else if (before.contentHash !== now.contentHash && before.title === now.title) kinds.push("text");
  if (before.required !== now.required) kinds.push(now.required ? "now-required" : "now-optional");
  return kinds.map((kind) => describe(kind, now));
}

function describe(kind: CourseChange["kind"], { id, title, moduleTitle, required, minutes }: OutlinedActivity): CourseChange {
  return { kind, activityId: id, title, moduleTitle, required, minutes };
}

/**
 * Activities of the course that somebody pinned to `before` does not owe yet: added since, or made required since.
 * Progress never falls because an author published something.
 */
export function listNotYetOwed(before: readonly OutlinedActivity[], course: Course): Set<string> {
  return new Set(listCourseChanges(before, course).filter(({ kind }) => kind === "added" || kind === "now-required").map(({ activityId }) => activityId));
}
