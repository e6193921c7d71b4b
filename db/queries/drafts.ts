import { and, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { drafts } from "../schema.ts";

export type Draft = typeof drafts.$inferSelect;
/** Whose draft of which activity. */
export type DraftKey = Pick<Draft, "userId" | "courseId" | "activityId">;

const ofPerson = prepareOnce((db) =>
  db
    .select()
    .from(drafts)
    .where(and(eq(drafts.userId, param("userId")), eq(drafts.courseId, param("courseId")), eq(drafts.activityId, param("activityId"))))
    .prepare(),
);

/** What is in somebody's editor of an activity, or null when they never typed there. */
export async function findDraft(db: Queryable, key: DraftKey): Promise<Draft | null> {
  return ofPerson(db).get({ ...key }) ?? null;
}

/** Stores the draft, over an earlier one. Inside the transaction that compared versions. */
export async function putDraft(tx: Queryable, row: Draft): Promise<void> {
  const { version, files, contentHash, updatedAt } = row;
  await tx
    .insert(drafts)
    .values(row)
    .onConflictDoUpdate({ target: [drafts.userId, drafts.courseId, drafts.activityId], set: { version, files, contentHash, updatedAt } });
}
