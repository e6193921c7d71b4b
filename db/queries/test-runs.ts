import { and, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { testRuns } from "../schema.ts";

export type TestRun = typeof testRuns.$inferSelect;

/** The verdict at hand-in is number 1; a regrade adds the next. */
export const FIRST_TEST_RUN = 1;

/** Stores a verdict; false when this number of the submission has one already. */
export async function insertTestRun(tx: Queryable, row: TestRun): Promise<boolean> {
  const added = await tx
    .insert(testRuns)
    .values(row)
    .onConflictDoNothing({ target: [testRuns.submissionId, testRuns.number] })
    .returning({ id: testRuns.id });
  return added.length > 0;
}

/** The verdict of a submission, hidden tests in full: redact it before a learner sees it. Null while it waits. */
export async function findTestRun(db: Queryable, { submissionId, number = FIRST_TEST_RUN }: { submissionId: string; number?: number }): Promise<TestRun | null> {
  const [row] = await db.select().from(testRuns).where(and(eq(testRuns.submissionId, submissionId), eq(testRuns.number, number)));
  return row ?? null;
}
