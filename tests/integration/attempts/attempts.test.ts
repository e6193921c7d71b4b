import { describe, expect, it } from "vitest";
import { compareFiles } from "../../../app/features/attempts/compare-files.ts";
import { openHistory } from "../../../app/features/attempts/open-history.server.ts";
import { openSolution } from "../../../app/features/attempts/open-solution.server.ts";
import { restoreAttempt } from "../../../app/features/attempts/restore-attempt.server.ts";
import { saveDraft } from "../../../app/features/drafts/save-draft.server.ts";
import { readDraft } from "../../../app/features/drafts/store-draft.server.ts";
import { ensureCompletion } from "../../../db/queries/completions.ts";
import { completions, submissions, testRuns } from "../../../db/schema.ts";
import { buildTestCatalog, testLab } from "../../helpers/test-course.ts";
import { gradeResult, insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const lab = testLab({ solution: { "sum.js": "REFERENCE\n" }, alternatives: [{ name: "other-way", files: { "sum.js": "ALTERNATIVE\n" } }] });

async function setUp() {
  const deps = makeTestDeps({ catalog: buildTestCatalog([lab]) });
  await insertTestUser(deps, "ada");
  await insertTestUser(deps, "bob");
  let minute = 0;
  /** Stores a graded hand-in. */
  async function handIn(text: string, outcome: "passed" | "failed", userId = "ada"): Promise<string> {
    const createdAt = new Date(Date.UTC(2026, 2, 1, 10, ++minute));
    const id = `${userId}-${minute}`;
    const common = { contentHash: "c", testHash: "t", seed: "s", createdAt };
    await deps.db.write(async (tx) => {
      await tx.insert(submissions).values({ ...common, id, userId, courseId: "basics", activityId: "start/sum", kind: "lab", files: { "sum.js": text }, link: null, message: null, idempotencyKey: id, state: "done", attempts: 1 });
      await tx.insert(testRuns).values({ ...common, id: `run-${id}`, submissionId: id, number: 1, outcome, score: 0, passedTests: outcome === "passed" ? 2 : 1, totalTests: 2, engine: "e", result: gradeResult({ outcome }) });
    });
    return id;
  }
  const complete = (reason: "passed" | "placed", userId = "ada") => deps.db.write((tx) => ensureCompletion(tx, { userId, courseId: "basics", activityId: "start/sum", reason, contentHash: "c", completedAt: new Date() }).then(() => undefined));
  const history = (asked: { from: string | null; to: string | null } = { from: null, to: null }, userId = "ada") => openHistory(deps, { userId, activity: lab, asked });
  const solution = (teaches = false, userId = "ada") => openSolution(deps, { userId, lab, teaches });
  return { deps, handIn, complete, history, solution };
}

describe("one's own attempts", () => {
  it("lists every hand-in with what it came to, the newest first, and nobody else's", async () => {
    const { handIn, history } = await setUp();
    await handIn("one", "failed");
    await handIn("two", "passed");
    await handIn("hers", "passed", "bob");
    expect((await history()).attempts).toMatchObject([{ number: 2, outcome: "passed", passedTests: 2 }, { number: 1, outcome: "failed", passedTests: 1 }]);
    expect(JSON.stringify(await history())).not.toContain("hers");
  });

  it("compares the last two, or any two that are asked for, the draft included", async () => {
    const { deps, handIn, history } = await setUp();
    await handIn("one\n", "failed");
    await handIn("two\n", "failed");
    await handIn("three\n", "passed");
    const lines = (view: Awaited<ReturnType<typeof history>>) => view.comparison?.files.flatMap(({ hunks }) => hunks.flat().map(({ kind, text }) => `${kind} ${text}`));
    expect(lines(await history())).toEqual(["removed two", "added three"]);
    expect(lines(await history({ from: "1", to: "3" }))).toEqual(["removed one", "added three"]);
    await saveDraft(deps, { userId: "ada", activity: lab, files: { "sum.js": "now\n" }, baseVersion: 0 });
    expect(lines(await history({ from: "3", to: "draft" }))).toEqual(["removed three", "added now"]);
    expect((await history({ from: "99", to: "'; drop" })).comparison).toMatchObject({ from: "2", to: "3" });
  });

  it("has nothing to compare before anything was handed in", async () => {
    expect(await (await setUp()).history()).toMatchObject({ attempts: [], comparison: null });
  });
});

describe("bringing an attempt back", () => {
  it("puts it into the draft and keeps what was there, so that it can be taken back", async () => {
    const { deps, handIn } = await setUp();
    const id = await handIn("old", "failed");
    await saveDraft(deps, { userId: "ada", activity: lab, files: { "sum.js": "in the editor" }, baseVersion: 0 });
    const answer = await restoreAttempt(deps, { userId: "ada", activity: lab, wanted: { kind: "attempt", submissionId: id } });
    expect(answer).toEqual({ kind: "restored", undoVersion: 1 });
    expect(await readDraft(deps.db, lab, "ada")).toMatchObject({ version: 2, files: { "sum.js": "old" } });
    await restoreAttempt(deps, { userId: "ada", activity: lab, wanted: { kind: "version", version: 1 } });
    expect(await readDraft(deps.db, lab, "ada")).toMatchObject({ version: 3, files: { "sum.js": "in the editor" } });
  });

  it("undoes to the starter where nothing had been written", async () => {
    const { deps, handIn } = await setUp();
    const id = await handIn("old", "failed");
    expect(await restoreAttempt(deps, { userId: "ada", activity: lab, wanted: { kind: "attempt", submissionId: id } })).toEqual({ kind: "restored", undoVersion: 0 });
    await restoreAttempt(deps, { userId: "ada", activity: lab, wanted: { kind: "version", version: 0 } });
    expect((await readDraft(deps.db, lab, "ada")).files).toEqual(lab.starter);
  });

  it("takes nobody else's hand-in, none of another activity, and no version that is gone", async () => {
    const { deps, handIn } = await setUp();
    const id = await handIn("hers", "passed", "bob");
    const own = await handIn("own", "passed");
    const gone = (changes: Partial<Parameters<typeof restoreAttempt>[1]>) => restoreAttempt(deps, { userId: "ada", activity: lab, wanted: { kind: "attempt", submissionId: id }, ...changes });
    expect(await gone({})).toEqual({ kind: "gone" });
    expect(await gone({ activity: testLab({ id: "start/other" }), wanted: { kind: "attempt", submissionId: own } })).toEqual({ kind: "gone" });
    expect(await gone({ wanted: { kind: "version", version: 7 } })).toEqual({ kind: "gone" });
    expect((await readDraft(deps.db, lab, "ada")).version).toBe(0);
  });
});

describe("the reference solution", () => {
  it("is there once the lab is passed, with the alternatives and what differs from one's own", async () => {
    const { handIn, complete, solution } = await setUp();
    await handIn("MINE\n", "passed");
    await complete("passed");
    const seen = await solution();
    expect(seen).toMatchObject({ isEarned: true, alternatives: [{ name: "other-way" }], changes: [{ path: "sum.js", added: 1, removed: 1 }] });
    expect(JSON.stringify(seen?.reference)).toContain("REFERENCE");
  });

  it("is nothing before that, nor after a skip, nor after somebody else passed", async () => {
    const { deps, handIn, complete, solution } = await setUp();
    expect(await solution()).toBeNull();
    await handIn("MINE", "failed");
    await complete("placed");
    await complete("passed", "bob");
    expect(await solution()).toBeNull();
    expect((await deps.db.select().from(completions)).length).toBe(2);
  });

  it("is there for those who teach", async () => {
    const { solution } = await setUp();
    expect(await solution(true)).toMatchObject({ isEarned: false, changes: null });
  });
});

it("shows files that one side has not as all added or all removed", () => {
  expect(compareFiles({ a: "1\n", same: "x" }, { b: "2\n", same: "x" })).toMatchObject([{ path: "a", removed: 1, added: 0 }, { path: "b", removed: 0, added: 1 }]);
});
