import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { enrollments, users } from "../schema.ts";

/** Somebody enrolled in a course, with how much they have finished. */
export interface RosterRow {
  enrollmentId: string;
  userId: string;
  name: string;
  email: string;
  enrolledAt: Date;
  lastActiveAt: Date | null;
  /** Activities finished, optional ones included. */
  finished: number;
}

/** The people of a course, who joined last first, a page at a time. `behind` is the last row of the page before; null: the first page. */
export async function listRoster(db: Queryable, { courseId, behind, limit }: { courseId: string; behind: Pick<RosterRow, "enrollmentId" | "enrolledAt"> | null; limit: number }): Promise<RosterRow[]> {
  const { id, userId, createdAt, lastActiveAt } = enrollments;
  // In the order of the index, so that a page costs the same however many there are.
  const isLater = behind ? or(lt(createdAt, behind.enrolledAt), and(eq(createdAt, behind.enrolledAt), lt(id, behind.enrollmentId))) : undefined;
  const finished = sql<number>`(select count(*) from completions c where c.user_id = ${userId} and c.course_id = ${enrollments.courseId})`;
  return db
    .select({ enrollmentId: id, userId, name: users.name, email: users.email, enrolledAt: createdAt, lastActiveAt, finished })
    .from(enrollments)
    .innerJoin(users, eq(users.id, userId))
    .where(and(eq(enrollments.courseId, courseId), behind ? sql`${createdAt} <= ${behind.enrolledAt.getTime()}` : undefined, isLater))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}
