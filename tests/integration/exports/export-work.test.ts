import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { ensureCertificate } from "../../../app/features/certificates/ensure-certificate.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { exportWork } from "../../../app/features/exports/export-work.server.ts";
import { zipStream, type ExportFile } from "../../../app/features/exports/zip-stream.server.ts";
import { EXPORTS } from "../../../app/web/rate-limits.server.ts";
import { insertNote } from "../../../db/queries/notes.ts";
import { drafts, quizAttempts, reviewComments, reviews, submissions, surveyAnswers, taskFiles, taskWorks, testRuns } from "../../../db/schema.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";
import { gradeResult, insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";
import { finish, ORIGIN } from "../certificates/finished-course.ts";

const at = new Date("2026-03-01T10:00:00Z");

async function setUp() {
  const deps = makeTestDeps({ catalog: buildTestCatalog([testLesson(), testLab()]) });
  const userId = await insertTestUser(deps, "lena", { name: "Lena" });
  await insertTestUser(deps, "gregor", { name: "Gregor Grader" });
  await insertTestUser(deps, "other", { name: "Somebody Else" });
  for (const one of [userId, "other"]) await enroll(deps, { userId: one, courseId: "basics" });
  const place = { courseId: "basics", activityId: "start/sum" };
  const work = { ...place, userId, kind: "lab" as const, link: null, message: "my words", state: "done" as const, attempts: 1, contentHash: "c", testHash: "t", seed: "s", createdAt: at };
  const hidden = { name: "adds zero", group: "hidden" as const, status: "failed" as const, message: "SECRET MESSAGE", expected: "41", actual: "40", output: "SECRET OUTPUT", location: null, durationMs: 1, points: 1 };
  const result = gradeResult({ outcome: "failed", score: 0.5, tests: [...gradeResult().tests, hidden], output: "printed" });
  await deps.db.write(async (tx) => {
    await tx.insert(submissions).values({ ...work, id: "one", files: { "sum.js": "export const sum = 1;\n", "../../evil.js": "x" }, idempotencyKey: "1" });
    await tx.insert(submissions).values({ ...work, id: "two", files: { "sum.js": "second" }, idempotencyKey: "2", createdAt: new Date("2026-03-01T11:00:00Z") });
    await tx.insert(submissions).values({ ...work, id: "foreign", userId: "other", files: { "sum.js": "FOREIGN" }, idempotencyKey: "3" });
    await tx.insert(testRuns).values({ id: "run", submissionId: "one", number: 1, outcome: "failed", score: 0.5, passedTests: 1, totalTests: 2, result, contentHash: "c", testHash: "t", engine: "e", seed: "s", createdAt: at });
    await tx.insert(reviews).values({ id: "review", submissionId: "one", courseId: "basics", graderId: "gregor", decision: "accepted", levels: {}, summary: "Well done", points: 4, outcome: { criteria: [], points: 4, maxPoints: 6 }, claimedAt: at, decidedAt: at });
    await tx.insert(reviewComments).values({ id: "c1", submissionId: "one", authorId: "gregor", path: "sum.js", line: 1, body: "Nice line", createdAt: at, releasedAt: at });
    await tx.insert(reviewComments).values({ id: "c2", submissionId: "one", authorId: "gregor", path: null, line: null, body: "NOT RELEASED", createdAt: at, releasedAt: null });
    await tx.insert(drafts).values({ ...place, userId, version: 1, files: { "sum.js": "draft of now" }, contentHash: "c", updatedAt: at });
    await tx.insert(quizAttempts).values({ id: "q", userId, courseId: "basics", activityId: "start/quiz", number: 1, state: "submitted", seed: "s", asked: [{ right: "RIGHT ANSWER" }], answers: { one: { choice: "a" } }, results: {}, score: 0.5, passed: false, contentHash: "c", createdAt: at, updatedAt: at, submittedAt: at });
    await tx.insert(surveyAnswers).values({ id: "s1", courseId: "basics", activityId: "start/survey", userId, answers: [{ questionId: "q", type: "free-text", values: ["my opinion"] }], contentHash: "c", sentAt: at });
    await tx.insert(surveyAnswers).values({ id: "s2", courseId: "basics", activityId: "start/survey", userId: null, answers: [{ questionId: "q", type: "free-text", values: ["ANONYMOUS"] }], contentHash: "c", sentAt: null });
    await tx.insert(taskWorks).values({ userId, courseId: "basics", activityId: "start/errand", checked: ["one"], hours: "2", evidence: "a photo", state: "done", updatedAt: at });
    for (const id of ["f1", "f2"]) await tx.insert(taskFiles).values({ id, userId, courseId: "basics", activityId: "start/errand", name: "../photo.png", contentType: "image/png", sizeBytes: 3, bytes: Buffer.from(id), createdAt: at });
    await insertNote(tx, { id: "n", userId, courseId: "basics", activityId: "start/hello", kind: "note", quote: "", prefix: "", suffix: "", body: "remember this", createdAt: at, updatedAt: at });
  });
  for (const id of ["start/hello", "start/sum"]) await finish(deps, userId, id);
  await ensureCertificate(deps, { userId, courseId: "basics", origin: ORIGIN });
  return { deps, userId };
}

async function unzip(deps: Parameters<typeof exportWork>[0], userId: string): Promise<Record<string, Uint8Array>> {
  return unzipSync(new Uint8Array(await new Response(zipStream(exportWork(deps, { userId, locale: "en", origin: ORIGIN }))).arrayBuffer()));
}

describe("the archive of one's own work", () => {
  it("holds everything that was done, byte by byte, in safe places", async () => {
    const { deps, userId } = await setUp();
    const files = await unzip(deps, userId);
    expect(Object.keys(files).sort()).toEqual([
      "README.txt", "certificates/basics.json", "certificates/basics.jwt", "certificates/basics.pdf", "courses/basics/progress.json",
      "courses/basics/start/errand/evidence/.._photo (2).png", "courses/basics/start/errand/evidence/.._photo.png", "courses/basics/start/errand/task.json",
      "courses/basics/start/quiz/quiz.json", "courses/basics/start/sum/draft/sum.js",
      "courses/basics/start/sum/submissions/001/files/_/_/evil.js", "courses/basics/start/sum/submissions/001/files/sum.js", "courses/basics/start/sum/submissions/001/result.json",
      "courses/basics/start/sum/submissions/002/files/sum.js", "courses/basics/start/sum/submissions/002/result.json",
      "courses/basics/start/survey/survey.json", "notes.json", "profile.json",
    ]);
    const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
    expect(text("courses/basics/start/sum/submissions/001/files/sum.js")).toBe("export const sum = 1;\n");
    expect(text("courses/basics/start/sum/submissions/002/files/sum.js")).toBe("second");
    expect(text("courses/basics/start/sum/draft/sum.js")).toBe("draft of now");
    expect(text("courses/basics/start/errand/evidence/.._photo.png")).toBe("f1");
    expect(JSON.parse(text("courses/basics/start/sum/submissions/001/result.json"))).toMatchObject({ message: "my words", tests: { outcome: "failed", passedTests: 1, totalTests: 2 }, review: { decision: "accepted", summary: "Well done" }, comments: [{ by: "grader", body: "Nice line", line: 1 }] });
    expect(JSON.parse(text("courses/basics/start/quiz/quiz.json"))).toMatchObject([{ number: 1, answers: { one: { choice: "a" } }, score: 0.5 }]);
    expect(JSON.parse(text("profile.json"))).toMatchObject({ name: "Lena", email: "lena@example.test" });
    expect(JSON.parse(text("notes.json"))).toMatchObject([{ body: "remember this" }]);
    expect(text("certificates/basics.pdf").startsWith("%PDF")).toBe(true);
    expect(text("README.txt")).toContain("Lena");
  });

  it("holds nothing that is hidden, not released, anonymous or somebody else's", async () => {
    const { deps, userId } = await setUp();
    const all = Object.entries(await unzip(deps, userId)).map(([path, bytes]) => path + strFromU8(bytes, true)).join("\n");
    for (const secret of ["SECRET MESSAGE", "SECRET OUTPUT", "NOT RELEASED", "RIGHT ANSWER", "ANONYMOUS", "FOREIGN", "Gregor", "Somebody Else", "password", "privateJwk", '"d":']) expect(all.includes(secret), secret).toBe(false);
  });

  it("is made as it is read, and stops with its reader", async () => {
    let made = 0;
    let isEnded = false;
    async function* endless(): AsyncGenerator<ExportFile> {
      try {
        for (;;) yield { path: `${(made += 1)}.bin`, bytes: crypto.getRandomValues(new Uint8Array(50_000)), at };
      } finally {
        isEnded = true;
      }
    }
    const reader = zipStream(endless()).getReader();
    for (let chunk = 0; chunk < 6; chunk += 1) await reader.read();
    expect(made).toBeLessThan(12);
    await reader.cancel();
    expect(isEnded).toBe(true);
  });

  it("is given a few times an hour", async () => {
    const { rateLimits } = makeTestDeps();
    for (let count = 0; count < EXPORTS.perUser; count += 1) expect(await rateLimits.countExport("lena")).toBeNull();
    expect(await rateLimits.countExport("lena")).toBeGreaterThan(0);
    expect(await rateLimits.countExport("other")).toBeNull();
  });
});
