import { listAllNotes, listNotes, type Note } from "../../../db/queries/notes.ts";
import type { Activity, ActivityKind } from "../../catalog/catalog.ts";
import { findActivityById, findCourse, listActivities } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";

/** A note as its writer sees it. */
export type NoteView = Pick<Note, "id" | "quote" | "prefix" | "suffix" | "body" | "updatedAt">;

export interface ActivityNotes {
  isBookmarked: boolean;
  notes: readonly NoteView[];
}

/** Somebody's notes on one activity. */
export async function viewActivityNotes({ db }: Pick<Deps, "db">, { userId, activity }: { userId: string; activity: Activity }): Promise<ActivityNotes> {
  const rows = await listNotes(db, { userId, courseId: activity.courseId, activityId: activity.id });
  return { isBookmarked: rows.some(({ kind }) => kind === "bookmark"), notes: rows.filter(({ kind }) => kind !== "bookmark").map(viewNote) };
}

export interface NotedActivity extends ActivityNotes {
  activityId: string;
  title: string;
  /** Null when it is gone from its course. */
  kind: ActivityKind | null;
  path: string | null;
}

export interface NotedCourse {
  courseId: string;
  title: string;
  activities: readonly NotedActivity[];
}

/** All that somebody noted, in the order in which the courses are read; what is gone comes last. */
export async function viewAllNotes({ db, catalog }: Pick<Deps, "db" | "catalog">, { userId }: { userId: string }): Promise<NotedCourse[]> {
  const byCourse = Map.groupBy(await listAllNotes(db, { userId }), ({ courseId }) => courseId);
  return [...byCourse].map(([courseId, rows]) => {
    const course = findCourse(catalog, courseId);
    const order = course ? listActivities(course) : [];
    const placeOf = ({ activityId }: { activityId: string }) => {
      const activity = course && findActivityById(course, activityId);
      return activity ? order.indexOf(activity) : order.length;
    };
    const noted = [...Map.groupBy(rows, ({ activityId }) => activityId)].map(([activityId, own]) => {
      const activity = course && findActivityById(course, activityId);
      return {
        activityId,
        title: activity?.title ?? activityId,
        kind: activity?.kind ?? null,
        path: activity ? buildActivityPath(activity) : null,
        isBookmarked: own.some(({ kind }) => kind === "bookmark"),
        notes: own.filter(({ kind }) => kind !== "bookmark").map(viewNote),
      };
    });
    return { courseId, title: course?.title ?? courseId, activities: noted.toSorted((a, b) => placeOf(a) - placeOf(b)) };
  });
}

function viewNote({ id, quote, prefix, suffix, body, updatedAt }: Note): NoteView {
  return { id, quote, prefix, suffix, body, updatedAt };
}
