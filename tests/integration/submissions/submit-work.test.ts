import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Deps } from "../../../app/deps.server.ts";
import { openSubmission } from "../../../app/features/submissions/open-submission.server.ts";
import { runCode } from "../../../app/features/submissions/run-code.server.ts";
import { MAX_UNFINISHED, submitWork } from "../../../app/features/submissions/submit-work.server.ts";
import { submissions } from "../../../db/schema.ts";
import type { GradeRequest } from "../../../sandbox/contract.ts";
import { testLab, testProject } from "../../helpers/test-course.ts";
import { doubleSandbox, gradeResult, insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let deps: Deps;
const handIn = (idempotencyKey = "key-12345") => ({ userId: "lena", activity: testLab(), files: { "sum.js": "mine" }, idempotencyKey });

beforeEach(async () => {
  deps = makeTestDeps();
  await insertTestUser(deps, "lena");
  await insertTestUser(deps, "oskar");
});

describe("handing in", () => {
  it("stores what was handed in and wakes the queue", async () => {
    const wake = vi.fn<() => void>();
    const answer = await submitWork({ ...deps, grading: { ...deps.grading, wake } }, handIn());
    expect(answer).toMatchObject({ kind: "stored", isNew: true });
    expect(await deps.db.select().from(submissions)).toMatchObject([
      { userId: "lena", courseId: "basics", activityId: "start/sum", kind: "lab", state: "queued", attempts: 0, files: { "sum.js": "mine" }, contentHash: "content-hash", testHash: "test-hash" },
    ]);
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it("is stored as begun where a place is free, and takes the place when it is committed", async () => {
    const place = { take: vi.fn<(submission: { id: string }) => void>(), giveBack: vi.fn<() => void>() };
    const grading = { ...deps.grading, reserve: () => place };
    await submitWork({ ...deps, grading }, handIn());
    expect(await deps.db.select().from(submissions)).toMatchObject([{ state: "running", attempts: 1 }]);
    await submitWork({ ...deps, grading }, handIn());
    expect([place.take.mock.calls.length, place.giveBack.mock.calls.length]).toEqual([1, 1]);
  });

  it("ten times at once with one key is one submission", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => submitWork(deps, handIn())));
    const ids = new Set(answers.map((answer) => (answer.kind === "stored" ? answer.submission.id : answer.kind)));
    expect([ids.size, (await deps.db.select().from(submissions)).length, answers.filter((answer) => answer.kind === "stored" && answer.isNew).length]).toEqual([1, 1, 1]);
  });

  it("with another person's key is a submission of its own", async () => {
    await submitWork(deps, handIn());
    expect(await submitWork(deps, { ...handIn(), userId: "oskar" })).toMatchObject({ kind: "stored", isNew: true });
  });

  it.each([["short"], [""], ["has spaces in it"], ["x".repeat(65)]])("with the key %j is refused", async (key) => {
    expect(await submitWork(deps, handIn(key))).toMatchObject({ kind: "refused" });
  });

  it("with a foreign file is refused and stores nothing", async () => {
    expect(await submitWork(deps, { ...handIn(), files: { "sum.test.js": "forged" } })).toMatchObject({ kind: "refused" });
    expect(await deps.db.select().from(submissions)).toEqual([]);
  });

  it("is held back when too many wait, but a repeat is not", async () => {
    for (let count = 0; count < MAX_UNFINISHED; count += 1) await submitWork(deps, handIn(`key-number-${count}`));
    expect(await submitWork(deps, handIn("one-too-many"))).toMatchObject({ kind: "too-many" });
    expect(await submitWork(deps, handIn("key-number-0"))).toMatchObject({ kind: "stored", isNew: false });
    expect(await submitWork(deps, { ...handIn("another-person"), userId: "oskar" })).toMatchObject({ kind: "stored" });
  });

  it("a project without tests is done at once, with its link and words", async () => {
    const answer = await submitWork(deps, { ...handIn(), activity: testProject({ tests: [] }), files: {}, link: "https://example.test/x", message: "Please look at report.js" });
    expect(answer).toMatchObject({ kind: "stored", submission: { state: "done", kind: "project", link: "https://example.test/x", message: "Please look at report.js", files: { "report.js": "export const report = () => '';\n" } } });
  });
});

describe("looking at a submission", () => {
  it("is for the person who made it", async () => {
    const answer = await submitWork(deps, handIn());
    const id = answer.kind === "stored" ? answer.submission.id : "";
    expect(await openSubmission(deps, { id, userId: "lena" })).toMatchObject({ state: "queued", result: null, files: [{ path: "sum.js", text: "mine" }], activity: { url: "/courses/basics/start/sum" } });
    expect(await openSubmission(deps, { id, userId: "oskar" })).toBeNull();
    expect(await openSubmission(deps, { id: "no-such-id", userId: "lena" })).toBeNull();
  });
});

describe("running", () => {
  it("takes the visible tests only, for its owner, and stores nothing", async () => {
    const requests: GradeRequest[] = [];
    const sandbox = doubleSandbox((request) => {
      requests.push(request);
      return gradeResult();
    });
    const answer = await runCode({ ...deps, sandbox }, { userId: "lena", activity: testLab(), files: { "sum.js": "mine" } });
    expect(answer).toMatchObject({ kind: "ran", result: { outcome: "passed", passedTests: 1 } });
    expect(requests).toMatchObject([{ priority: "run", owner: "lena", files: { "sum.js": "mine" }, tests: [{ path: "sum.test.js" }] }]);
    expect(requests[0]?.tests).toHaveLength(1);
    expect(await deps.db.select().from(submissions)).toEqual([]);
  });

  it("is busy when the sandbox is", async () => {
    const sandbox = { ...deps.sandbox, grade: async () => ({ busy: true as const, reason: "many" as const, message: "Many people run code now.", retryAfterMs: 900 }) };
    expect(await runCode({ ...deps, sandbox }, { userId: "lena", activity: testLab(), files: {} })).toEqual({ kind: "busy", message: { key: "busy-many" }, retryAfterMs: 900 });
  });

  it("is refused where all tests are hidden", async () => {
    const lab = testLab({ tests: testLab().tests.filter((test) => test.group === "hidden") });
    expect(await runCode(deps, { userId: "lena", activity: lab, files: {} })).toMatchObject({ kind: "refused" });
  });
});
