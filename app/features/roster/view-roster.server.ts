import { listRoster, type RosterRow } from "../../../db/queries/roster.ts";
import type { Course } from "../../catalog/catalog.ts";
import { listActivities } from "../../catalog/find.ts";
import type { Deps } from "../../deps.server.ts";

export const ROSTER_PAGE = 50;

export interface RosterView {
  courseTitle: string;
  now: Date;
  /** Activities of the course. */
  total: number;
  rows: readonly (Omit<RosterRow, "enrollmentId"> & { id: string })[];
  /** For the address of the following page; null on the last one. */
  nextCursor: string | null;
}

/** A page of the people of a course. `cursor` as an earlier page gave it; one that is none begins anew. */
export async function viewRoster({ db, now }: Pick<Deps, "db" | "now">, { course, cursor }: { course: Course; cursor: string | null }): Promise<RosterView> {
  const found = await listRoster(db, { courseId: course.id, behind: parseCursor(cursor), limit: ROSTER_PAGE + 1 });
  const rows = found.slice(0, ROSTER_PAGE);
  const last = rows.at(-1);
  return {
    courseTitle: course.title,
    now: now(),
    total: listActivities(course).length,
    rows: rows.map(({ enrollmentId, ...row }) => ({ id: enrollmentId, ...row })),
    nextCursor: found.length > ROSTER_PAGE && last ? `${last.enrolledAt.getTime()}.${last.enrollmentId}` : null,
  };
}

function parseCursor(cursor: string | null): Pick<RosterRow, "enrollmentId" | "enrolledAt"> | null {
  const [, time, enrollmentId] = /^(\d{1,15})\.([\w-]{1,60})$/.exec(cursor ?? "") ?? [];
  return time && enrollmentId ? { enrolledAt: new Date(Number(time)), enrollmentId } : null;
}
