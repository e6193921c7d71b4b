import { listCourseTimes } from "../../../db/queries/active-times.ts";
import { findCoursePace, putCoursePace } from "../../../db/queries/course-paces.ts";
import type { Deps } from "../../deps.server.ts";
import { groupByPerson } from "./measure-finished.ts";
import { measureOthers } from "./pace.ts";

/** The latest measurements say enough; more would only cost. */
const ROWS_READ = 5_000;
/** How old the figures of a course may get. */
const STALE_AFTER_MS = 24 * 60 * 60_000;

/** Works out afresh how the people of each course compare with its minutes, where that is older than a day. */
export async function measureCourses({ db, catalog, now }: Pick<Deps, "db" | "catalog" | "now">): Promise<void> {
  for (const course of catalog.courses) {
    const known = await findCoursePace(db, { courseId: course.id });
    if (known && now().getTime() - known.updatedAt.getTime() < STALE_AFTER_MS) continue;
    const others = measureOthers(groupByPerson(course, await listCourseTimes(db, { courseId: course.id, limit: ROWS_READ })));
    if (others) await db.write((tx) => putCoursePace(tx, { courseId: course.id, ...others, updatedAt: now() }), { kept: "after-kill" });
  }
}
