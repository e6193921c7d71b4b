import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Activity, Catalog, Course } from "../../../app/catalog/catalog.ts";
import { findActivityById } from "../../../app/catalog/find.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { getCourseProgress } from "../../../app/features/progress/get-course-progress.server.ts";
import { acceptCourseVersion } from "../../../app/features/versions/accept-course-version.server.ts";
import { findCourseChanges, findReverifiedPass } from "../../../app/features/versions/find-course-changes.server.ts";
import { createReverifier } from "../../../app/features/versions/reverifier.server.ts";
import { findEnrollment, type Enrollment } from "../../../db/queries/enrollments.ts";
import { completions, submissions, testRuns } from "../../../db/schema.ts";
import type { Busy, GradeRequest, GradeResult } from "../../../sandbox/contract.ts";
import { buildTestCatalog, testLab, testLesson, testProject } from "../../helpers/test-course.ts";
import { gradeResult, insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let deps: Deps;
let catalog: Catalog;
let judge: (request: GradeRequest) => GradeResult | Busy;
let asked: GradeRequest[];

function course(): Course {
  const [found] = catalog.courses;
  if (!found) throw new Error("the catalog is empty");
  return found;
}
function lab(): Activity {
  const found = findActivityById(course(), "start/sum");
  if (!found) throw new Error("there is no lab");
  return found;
}
const enrollment = async () => (await findEnrollment(deps.db, { userId: "lena", courseId: "basics" })) as Enrollment;
const progress = async () => getCourseProgress(deps, { userId: "lena", course: course(), enrollment: await enrollment() });

/** The author publishes other activities. */
function publish(contentHash: string, ...activities: Activity[]) {
  const next = buildTestCatalog(activities);
  catalog = { ...next, courses: next.courses.map((one) => ({ ...one, contentHash })) };
}

function sweep() {
  const made = createReverifier({ ...deps, catalogSource: { ...deps.catalogSource, current: () => catalog }, sandbox: { ...deps.sandbox, grade: async (request) => (asked.push(request), judge(request)) } });
  return made.sweep().then(() => made.close());
}

async function pass(id: string, { outcome = "passed" as GradeResult["outcome"], at = deps.now(), activityId = "start/sum" } = {}) {
  const lab = testLab();
  const { contentHash, testHash } = lab;
  const shared = { contentHash, testHash, seed: "seed", createdAt: at };
  await deps.db.write(async (tx) => {
    await tx.insert(submissions).values({ ...shared, id, userId: "lena", courseId: "basics", activityId, kind: "lab", files: { "sum.js": `// ${id}` }, idempotencyKey: `key-${id}`, state: "done" });
    await tx.insert(testRuns).values({ ...shared, id: `run-${id}`, submissionId: id, number: 1, outcome, score: 1, passedTests: 1, totalTests: 1, result: gradeResult({ outcome }), engine: "double/1" });
    if (outcome === "passed") await tx.insert(completions).values({ userId: "lena", courseId: "basics", activityId, reason: "passed", contentHash, completedAt: at }).onConflictDoNothing();
  });
}

beforeEach(async () => {
  deps = makeTestDeps();
  catalog = deps.catalog;
  asked = [];
  judge = () => gradeResult();
  await insertTestUser(deps, "lena");
  await enroll(deps, { userId: "lena", courseId: "basics" });
});
afterEach(() => deps.db.close());

describe("a course that was published anew", () => {
  it("says nothing to who has its version, nor when nothing that learners meet is different", async () => {
    expect(await findCourseChanges(deps, { course: course(), enrollment: await enrollment() })).toBeNull();
    publish("v2", testLesson(), testLab(), testProject());
    expect(await findCourseChanges(deps, { course: course(), enrollment: await enrollment() })).toBeNull();
  });

  it("keeps everybody's progress: what is new is not owed before they move on", async () => {
    await pass("first");
    expect(await progress()).toMatchObject({ done: 1, total: 3 });
    publish("v2", testLesson(), testLab({ contentHash: "new" }), testProject(), testLesson({ id: "start/more", slug: "more", title: "More" }));
    expect(await progress()).toMatchObject({ done: 1, total: 3 });
    expect(await findCourseChanges(deps, { course: course(), enrollment: await enrollment() })).toMatchObject({ seenHash: "v2", changes: [{ kind: "text", title: "Sum" }, { kind: "added", title: "More", path: "/courses/basics/start/more" }] });

    expect(await acceptCourseVersion(deps, { course: course(), enrollment: await enrollment(), seenHash: "v2" })).toBe(true);
    expect(await progress()).toMatchObject({ done: 1, total: 4 });
    expect(await findCourseChanges(deps, { course: course(), enrollment: await enrollment() })).toBeNull();
  });

  it("is not accepted unseen when it has changed again", async () => {
    publish("v3", testLesson(), testLab());
    expect(await acceptCourseVersion(deps, { course: course(), enrollment: await enrollment(), seenHash: "v2" })).toBe(false);
    expect((await enrollment()).courseHash).toBe("course-hash");
  });
});

describe("old passing code", () => {
  const changed = () => publish("v2", testLesson(), testLab({ testHash: "new-tests", contentHash: "new" }), testProject());
  const verdict = () => findReverifiedPass(deps, { course: course(), activity: lab(), userId: "lena" });

  it("is tried with changed tests, after everything else, and is told to still pass", async () => {
    await pass("old", { at: new Date("2026-01-01") });
    await pass("newest", { at: new Date("2026-01-02") });
    await pass("failed-later", { outcome: "failed", at: new Date("2026-01-03") });
    await sweep();
    expect(asked).toEqual([]);
    changed();
    expect(await verdict()).toBeNull();
    await sweep();
    expect(asked).toMatchObject([{ priority: "regrade", owner: "lena", seed: "seed", files: { "sum.js": "// newest" } }]);
    expect(await verdict()).toMatchObject({ stillPasses: true, submissionId: "newest" });
    expect(await findCourseChanges(deps, { course: course(), enrollment: await enrollment() })).toMatchObject({ changes: [{ kind: "tests", verdict: { stillPasses: true } }] });
    await sweep();
    expect(asked).toHaveLength(1);
  });

  it("needs a change when it fails, and its completion stays", async () => {
    await pass("old");
    changed();
    judge = () => gradeResult({ outcome: "failed" });
    await sweep();
    expect(await verdict()).toMatchObject({ stillPasses: false });
    expect(await progress()).toMatchObject({ done: 1 });
    expect(await deps.db.select().from(completions)).toMatchObject([{ activityId: "start/sum", reason: "passed" }]);
  });

  it("has no verdict when the sandbox was disturbed, and waits while it is busy", async () => {
    await pass("old");
    changed();
    judge = () => gradeResult({ outcome: "crashed" });
    await sweep();
    expect(await verdict()).toBeNull();
    let times = 0;
    judge = () => (++times === 1 ? { busy: true, reason: "many", retryAfterMs: 1, message: "Busy." } : gradeResult());
    await sweep();
    expect(await verdict()).toMatchObject({ stillPasses: true });
  });

  it("is found under a former id, and verdicts by tests that have changed again say nothing", async () => {
    await pass("old", { activityId: "start/add" });
    publish("v2", testLab({ aliases: ["start/add"], testHash: "new-tests" }));
    await sweep();
    const of = (activity: Activity) => findReverifiedPass(deps, { course: course(), activity, userId: "lena" });
    expect(await of(lab())).toMatchObject({ stillPasses: true });
    publish("v3", testLab({ aliases: ["start/add"], testHash: "newer-tests" }));
    expect(await of(lab())).toBeNull();
  });
});
