import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { plans } from "../schema.ts";

export type Plan = typeof plans.$inferSelect;

const own = prepareOnce((db) => db.select().from(plans).where(eq(plans.userId, param("userId"))).orderBy(asc(plans.courseId)).prepare());

/** Somebody's plans of all courses. */
export async function listPlans(db: Queryable, { userId }: { userId: string }): Promise<Plan[]> {
  return own(db).all({ userId });
}

/** Somebody's plan of a course, or null. */
export async function findPlan(db: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<Plan | null> {
  const [row] = await db.select().from(plans).where(and(eq(plans.userId, userId), eq(plans.courseId, courseId)));
  return row ?? null;
}

/** Stores a plan in place of an earlier one, whose beginning in the table stays. */
export async function putPlan(tx: Queryable, row: Plan): Promise<void> {
  const { mode, weekdayMinutes, targetDay, startDay, updatedAt } = row;
  await tx.insert(plans).values(row).onConflictDoUpdate({ target: [plans.userId, plans.courseId], set: { mode, weekdayMinutes, targetDay, startDay, updatedAt } });
}

export async function deletePlan(tx: Queryable, { userId, courseId }: { userId: string; courseId: string }): Promise<void> {
  await tx.delete(plans).where(and(eq(plans.userId, userId), eq(plans.courseId, courseId)));
}
