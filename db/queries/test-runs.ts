import { and, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { param, prepareOnce } from "../prepared.ts";
import { testRuns } from "../schema.ts";

export type TestRun = typeof testRuns.$inferSelect;

/** The verdict at hand-in is number 1; a regrade adds the next. */
export const FIRST_TEST_RUN = 1;

const insertion = prepareOnce((tx) =>
  tx
    .insert(testRuns)
    .values({
      id: param("id"), submissionId: param("submissionId"), number: param("number"), outcome: param("outcome"), score: param("score"), passedTests: param("passedTests"),
      totalTests: param("totalTests"), result: param("result"), contentHash: param("contentHash"), testHash: param("testHash"), engine: param("engine"), seed: param("seed"),
      createdAt: param("createdAt"),
    })
    .onConflictDoNothing({ target: [testRuns.submissionId, testRuns.number] })
    .prepare(),
);

/** Stores a verdict; false when this number of the submission has one already. */
export async function insertTestRun(tx: Queryable, row: TestRun): Promise<boolean> {
  return insertion(tx).run({ ...row }).changes > 0;
}

const ofSubmission = prepareOnce((db) => db.select().from(testRuns).where(and(eq(testRuns.submissionId, param("submissionId")), eq(testRuns.number, param("number")))).prepare());

/** The verdict of a submission, hidden tests in full: redact it before a learner sees it. Null while it waits. */
export async function findTestRun(db: Queryable, { submissionId, number = FIRST_TEST_RUN }: { submissionId: string; number?: number }): Promise<TestRun | null> {
  return ofSubmission(db).get({ submissionId, number }) ?? null;
}
