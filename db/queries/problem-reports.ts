import { and, asc, count, desc, eq, gte, inArray } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { problemReports, users } from "../schema.ts";

export type ProblemReport = typeof problemReports.$inferSelect;
export type ReportState = ProblemReport["state"];

export async function insertProblemReport(tx: Queryable, row: ProblemReport): Promise<void> {
  await tx.insert(problemReports).values(row);
}

/** How many reports somebody made since then. */
export async function countReportsSince(db: Queryable, { userId, after }: { userId: string; after: Date }): Promise<number> {
  const [row] = await db.select({ count: count() }).from(problemReports).where(and(eq(problemReports.userId, userId), gte(problemReports.createdAt, after)));
  return row?.count ?? 0;
}

/** Reports of a course in one state with who made them: open ones by age, decided ones the latest first. */
export async function listCourseReports(db: Queryable, { courseId, state, limit }: { courseId: string; state: ReportState; limit: number }): Promise<(ProblemReport & { reporterName: string })[]> {
  const rows = await db
    .select({ report: problemReports, reporterName: users.name })
    .from(problemReports)
    .innerJoin(users, eq(users.id, problemReports.userId))
    .where(and(eq(problemReports.courseId, courseId), eq(problemReports.state, state)))
    .orderBy(state === "open" ? asc(problemReports.createdAt) : desc(problemReports.createdAt))
    .limit(limit);
  return rows.map(({ report, reporterName }) => ({ ...report, reporterName }));
}

/** How many reports of each of these courses are in each state. */
export async function countReports(db: Queryable, { courseIds }: { courseIds: readonly string[] }): Promise<{ courseId: string; state: ReportState; count: number }[]> {
  return db
    .select({ courseId: problemReports.courseId, state: problemReports.state, count: count() })
    .from(problemReports)
    .where(inArray(problemReports.courseId, [...courseIds]))
    .groupBy(problemReports.courseId, problemReports.state);
}

/** Says what became of a report of this course; false when there is none. */
export async function updateReportState(tx: Queryable, { id, courseId, state, at }: { id: string; courseId: string; state: ReportState; at: Date }): Promise<boolean> {
  const changed = await tx
    .update(problemReports)
    .set({ state, decidedAt: state === "open" ? null : at })
    .where(and(eq(problemReports.id, id), eq(problemReports.courseId, courseId)))
    .returning({ id: problemReports.id });
  return changed.length > 0;
}
