import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Quiz } from "../../../app/catalog/catalog.ts";
import type { QuizQuestion } from "../../../app/catalog/questions.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { answerPractice } from "../../../app/features/practice/answer-practice.server.ts";
import { countDue } from "../../../app/features/practice/count-due.server.ts";
import { openPractice } from "../../../app/features/practice/open-practice.server.ts";
import { ensureCompletion } from "../../../db/queries/completions.ts";
import { findDraft } from "../../../db/queries/drafts.ts";
import { drafts, submissions, testRuns } from "../../../db/schema.ts";
import { buildTestCatalog, testLab, testPlacementTest } from "../../helpers/test-course.ts";
import { gradeResult, insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const DAY_MS = 86_400_000;
const question = (id: string): QuizQuestion => ({
  id, title: `What is ${id}?`, prompt: "", points: 1, pool: null, explanation: `Because of ${id}.`, shuffle: true, type: "single",
  options: [{ id: "right", text: "This", isRight: true, feedback: "" }, { id: "wrong", text: "That", isRight: false, feedback: "Look again." }],
});
const quiz = (changes: Partial<Quiz> = {}): Quiz => ({ ...testPlacementTest(), id: "start/check", slug: "check", title: "Check", places: [], pools: [], questions: [question("pipe"), question("file")], ...changes });

let deps: Deps;
let now: Date;

beforeEach(async () => {
  now = new Date("2026-03-02T18:00:00Z");
  deps = makeTestDeps({ catalog: buildTestCatalog([quiz(), testLab()]), now: () => now });
  for (const id of ["lena", "mia"]) {
    await insertTestUser(deps, id);
    await enroll(deps, { userId: id, courseId: "basics" });
  }
});
afterEach(() => deps.db.close());

const pass = (activityId: string, userId = "lena") =>
  deps.db.write((tx) => ensureCompletion(tx, { userId, courseId: "basics", activityId, reason: "passed", contentHash: "c", completedAt: now }));
const open = (userId = "lena") => openPractice(deps, { userId });
const wait = (days: number) => (now = new Date(now.getTime() + days * DAY_MS));
function answer(fields: Record<string, string>, userId = "lena") {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return answerPractice(deps, { userId, form });
}

describe("what is practised", () => {
  it("is what was passed, days later, and of this person alone", async () => {
    expect(await open()).toMatchObject({ step: null, due: 0, nextAt: null });
    await pass("start/check");
    expect(await open()).toMatchObject({ step: null, due: 0 });
    expect((await open()).nextAt?.getTime()).toBeGreaterThan(now.getTime());
    wait(20);
    expect(await open()).toMatchObject({ due: 2, left: 2, step: { kind: "question", card: "basics/start/check#file", source: { title: "Check", courseTitle: "The basics" } } });
    expect(await countDue(deps, { userId: "mia" })).toBe(0);
  });

  it("says nothing of what is right before it was answered", async () => {
    await pass("start/check");
    wait(20);
    expect(JSON.stringify(await open())).not.toMatch(/Because|Look again|isRight/);
  });

  it("is no placement test, no long lab, and nothing that is gone from the course", async () => {
    deps.catalog = buildTestCatalog([testPlacementTest(), testLab({ minutes: 16 })]);
    await pass("start/sum");
    await pass(testPlacementTest().id);
    wait(20);
    expect(await open()).toMatchObject({ due: 0, nextAt: null });
    deps.catalog = buildTestCatalog([quiz()]);
    await pass("start/check");
    wait(20);
    expect((await open()).due).toBe(2);
    deps.catalog = buildTestCatalog([quiz({ questions: [question("file")] })]);
    expect((await open()).due).toBe(1);
  });
});

describe("an answer", () => {
  beforeEach(async () => {
    await pass("start/check");
    wait(20);
    await open();
  });

  it("is graded, shows what is right, and comes back later when it was", async () => {
    const right = await answer({ card: "basics/start/check#pipe", "q.pipe.choice": "right" });
    const wrong = await answer({ card: "basics/start/check#file", "q.file.choice": "wrong" });
    if (right.kind !== "answered" || wrong.kind !== "answered") throw new Error("not answered");
    expect(right.result).toMatchObject({ credit: 1, right: { optionIds: ["right"] } });
    expect(wrong.result).toMatchObject({ credit: 0, feedbackHtml: [expect.stringContaining("Look again.")], right: { explanationHtml: expect.stringContaining("Because of file.") } });
    expect(right.nextAt.getTime()).toBeGreaterThan(wrong.nextAt.getTime());
    expect(await open()).toMatchObject({ step: null, due: 0, nextAt: wrong.nextAt });
  });

  it("counts once, and only what is due and one's own", async () => {
    const fields = { card: "basics/start/check#pipe", "q.pipe.choice": "right" };
    expect((await answer(fields, "mia")).kind).toBe("not-due");
    expect((await answer(fields)).kind).toBe("answered");
    expect((await answer(fields)).kind).toBe("not-due");
    for (const card of ["", "basics/start/none#pipe", "../../x#y", "basics/start/check#nothing"]) expect((await answer({ card })).kind).toBe("not-due");
  });

  it("can wait until tomorrow", async () => {
    expect((await answer({ card: "basics/start/check#pipe", intent: "not-now" })).kind).toBe("put-off");
    expect((await open()).due).toBe(1);
    wait(1);
    expect((await open()).due).toBe(2);
  });
});

describe("a lab", () => {
  const key = { userId: "lena", courseId: "basics", activityId: "start/sum" };
  const submit = (id: string, outcome: "passed" | "failed") =>
    deps.db.write(async (tx) => {
      const shared = { contentHash: "c", testHash: "t", seed: "s", createdAt: now };
      await tx.insert(submissions).values({ ...shared, ...key, id, kind: "lab", files: {}, idempotencyKey: id, state: "done" });
      await tx.insert(testRuns).values({ ...shared, id: `run-${id}`, submissionId: id, number: 1, outcome, score: 0, passedTests: 0, totalTests: 1, result: gradeResult(), engine: "e" });
    });

  it("begins at its starter, keeps what was written, and counts when it passes again", async () => {
    await pass("start/sum");
    await deps.db.write((tx) => tx.insert(drafts).values({ ...key, version: 3, files: { "sum.js": "// mine" }, contentHash: "c", updatedAt: now }).then(() => {}));
    wait(20);
    expect(await open()).toMatchObject({ due: 1, step: { kind: "lab", lab: { title: "Sum", isBegun: false } } });
    expect(await answer({ card: "basics/start/sum#" })).toEqual({ kind: "begun", path: "/courses/basics/start/sum" });
    expect((await findDraft(deps.db, key))?.files["sum.js"]).not.toContain("mine");
    expect(await open()).toMatchObject({ step: { lab: { isBegun: true } } });
    await submit("first", "failed");
    expect((await open()).due).toBe(1);
    await submit("second", "passed");
    expect(await open()).toMatchObject({ due: 0, step: null });
  });
});
