import { describe, expect, it } from "vitest";
import { openToday } from "../../../app/features/dashboard/open-today.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { completeLesson } from "../../../app/features/lessons/complete-lesson.server.ts";
import { keepReadingPosition } from "../../../app/features/lessons/keep-reading-position.server.ts";
import { addActiveTime } from "../../../db/queries/active-times.ts";
import { updateLastActivity } from "../../../db/queries/enrollments.ts";
import { putPreferences } from "../../../db/queries/preferences.ts";
import { drafts, reviews, submissions, testRuns, questions } from "../../../db/schema.ts";
import { buildTestCatalog, testLesson, testProject } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

type TestDeps = ReturnType<typeof makeTestDeps>;
const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));

async function setUp() {
  const deps = makeTestDeps();
  const userId = await insertTestUser(deps, "lena");
  await enroll(deps, { userId, courseId: "basics" });
  return { deps, userId, open: () => openToday(deps, { userId }) };
}

async function insertRun(deps: TestDeps, { id, userId, activityId, hour, passedTests }: { id: string; userId: string; activityId: string; hour: number; passedTests: number }) {
  const hashes = { contentHash: "x", testHash: "x", seed: "1", createdAt: at(hour) };
  await deps.db.write(async (tx) => {
    await tx.insert(submissions).values({ id, userId, courseId: "basics", activityId, kind: activityId === "start/report" ? "project" : "lab", files: {}, idempotencyKey: id, state: "done", ...hashes });
    const outcome = passedTests === 5 ? ("passed" as const) : ("failed" as const);
    await tx.insert(testRuns).values({ id: `run-${id}`, submissionId: id, number: 1, outcome, score: passedTests / 5, passedTests, totalTests: 5, result: {}, engine: "e", ...hashes });
  });
}

it("is empty for somebody who is in no course", async () => {
  const deps = makeTestDeps();
  const userId = await insertTestUser(deps, "sam");
  expect(await openToday(deps, { userId })).toEqual({ now: deps.now(), continuation: null, courses: [], results: [], feedback: [], answers: [], weeks: null });
});

describe("where to go on", () => {
  it("is the first activity of a course that was not begun", async () => {
    const { open } = await setUp();
    expect((await open()).continuation).toMatchObject({ courseTitle: "The basics", kind: "lesson", title: "Hello", path: "/courses/basics/start/hello", hasBegunCourse: false, lastRun: null, draftSavedAt: null, readingPosition: null });
  });

  it("says the last result and the draft of a lab", async () => {
    const { deps, userId, open } = await setUp();
    await deps.db.write(async (tx) => {
      await tx.insert(drafts).values({ userId, courseId: "basics", activityId: "start/sum", version: 3, files: {}, contentHash: "x", updatedAt: at(12) });
      await updateLastActivity(tx, { userId, courseId: "basics", activityId: "start/sum", at: at(12) });
    });
    await insertRun(deps, { id: "s1", userId, activityId: "start/sum", hour: 10, passedTests: 1 });
    await insertRun(deps, { id: "s2", userId, activityId: "start/sum", hour: 11, passedTests: 2 });
    expect((await open()).continuation).toMatchObject({ kind: "lab", title: "Sum", hasBegunCourse: true, lastRun: { passedTests: 2, totalTests: 5 }, draftSavedAt: at(12) });
  });

  it("says how far a lesson was read", async () => {
    const { deps, userId, open } = await setUp();
    await keepReadingPosition(deps, { userId, lesson: testLesson(), position: 0.6 });
    expect((await open()).continuation).toMatchObject({ title: "Hello", readingPosition: 0.6 });
  });

  it("is in the course last worked in that has something left", async () => {
    const [first] = buildTestCatalog([testLesson()]).courses;
    if (!first) throw new Error("The test catalog has no course.");
    const second = { ...first, id: "more", title: "More", modules: first.modules.map((module) => ({ ...module, courseId: "more", activities: [testLesson({ courseId: "more", title: "Hello again" })] })) };
    const deps = makeTestDeps({ catalog: { root: "/nowhere", courses: [first, second], frameworks: [], problems: [] } });
    const userId = await insertTestUser(deps, "lena");
    await enroll(deps, { userId, courseId: "basics" });
    await enroll(deps, { userId, courseId: "more" });
    await deps.db.write((tx) => updateLastActivity(tx, { userId, courseId: "more", activityId: "start/hello", at: at(9) }));
    expect((await openToday(deps, { userId })).continuation?.courseTitle).toBe("More");
    await completeLesson(deps, { userId, lesson: testLesson({ courseId: "more" }) });
    const today = await openToday(deps, { userId });
    expect(today.continuation?.courseTitle).toBe("The basics");
    expect(today.courses.map(({ id, next, progress }) => [id, next, progress?.isDone])).toEqual([["more", null, true], ["basics", { title: "Hello", path: "/courses/basics/start/hello" }, false]]);
  });

  it("leaves out courses that are gone or were taken back", async () => {
    const { deps, userId } = await setUp();
    const catalog = { ...deps.catalog, courses: deps.catalog.courses.map((course) => ({ ...course, published: false })) };
    expect(await openToday({ ...deps, catalog }, { userId })).toMatchObject({ courses: [], continuation: null });
    expect(await openToday({ ...deps, catalog: { ...catalog, courses: [] } }, { userId })).toMatchObject({ courses: [], continuation: null });
  });
});

describe("last results", () => {
  it("are the five newest of this person, newest first", async () => {
    const { deps, userId, open } = await setUp();
    const otherId = await insertTestUser(deps, "omar");
    for (const hour of [3, 1, 2, 4, 6, 5]) await insertRun(deps, { id: `s${hour}`, userId, activityId: "start/sum", hour, passedTests: hour === 6 ? 5 : 1 });
    await insertRun(deps, { id: "foreign", userId: otherId, activityId: "start/sum", hour: 7, passedTests: 5 });
    const { results } = await open();
    expect(results.map(({ submissionId }) => submissionId)).toEqual(["s6", "s5", "s4", "s3", "s2"]);
    expect(results[0]).toEqual({ submissionId: "s6", title: "Sum", courseTitle: "The basics", outcome: "passed", passedTests: 5, totalTests: 5, at: at(6) });
  });

  it("keep the id as a name when the activity is gone", async () => {
    const { deps, userId } = await setUp();
    await insertRun(deps, { id: "s1", userId, activityId: "start/sum", hour: 1, passedTests: 5 });
    const { results } = await openToday({ ...deps, catalog: buildTestCatalog([testLesson(), testProject()]) }, { userId });
    expect(results.map(({ title }) => title)).toEqual(["start/sum"]);
  });
});

describe("new feedback", () => {
  it("is what was decided and not opened yet", async () => {
    const { deps, userId, open } = await setUp();
    const graderId = await insertTestUser(deps, "grigor");
    for (const id of ["claimed", "decided", "seen"]) await insertRun(deps, { id, userId, activityId: "start/report", hour: 1, passedTests: 5 });
    const review = { courseId: "basics", graderId, levels: {}, claimedAt: at(2) };
    await deps.db.write(async (tx) => {
      await tx.insert(reviews).values({ ...review, id: "r1", submissionId: "claimed" });
      await tx.insert(reviews).values({ ...review, id: "r2", submissionId: "decided", decision: "changes-asked", decidedAt: at(3) });
      await tx.insert(reviews).values({ ...review, id: "r3", submissionId: "seen", decision: "accepted", decidedAt: at(4), seenAt: at(5) });
    });
    expect((await open()).feedback).toEqual([{ submissionId: "decided", title: "Report", path: "/courses/basics/start/report#review", decision: "changes-asked", at: at(3) }]);
  });
});

describe("study weeks", () => {
  it("are of this person's own clock and time", async () => {
    const { deps, open } = await setUp();
    await insertTestUser(deps, "mia");
    await deps.db.write(async (tx) => {
      await putPreferences(tx, { userId: "lena", timeZone: "Pacific/Kiritimati", studyMinute: null, reminders: false, reminderMinute: 480, optOutKey: "k", nextReminderAt: null, updatedAt: deps.now() });
      const time = { courseId: "basics", activityId: "start/hello", updatedAt: deps.now() };
      await addActiveTime(tx, { ...time, userId: "lena", day: "2026-03-03", seconds: 1_800 });
      await addActiveTime(tx, { ...time, userId: "mia", day: "2026-03-03", seconds: 60 });
    });
    // Monday evening in London is Tuesday there, and so is what was measured.
    expect((await open()).weeks?.at(-1)).toEqual({ firstDay: "2026-03-02", minutes: 30 });
  });
});

it("names answers to one's questions until they were opened", async () => {
  const deps = makeTestDeps();
  const userId = await insertTestUser(deps, "sam");
  const at = new Date("2026-03-01T10:00:00Z");
  const question = { userId, courseId: "basics", activityId: "start/sum", about: "activity" as const, quote: null, path: null, line: null, testName: null, testMessage: null, files: null, body: "Why?", isShared: false, createdAt: at, updatedAt: at, seenAt: null };
  await deps.db.write(async (tx) => {
    await tx.insert(questions).values({ ...question, id: "answered", state: "answered", answeredAt: at, idempotencyKey: "1" });
    await tx.insert(questions).values({ ...question, id: "waiting", state: "open", answeredAt: null, idempotencyKey: "2" });
    await tx.insert(questions).values({ ...question, id: "opened", state: "answered", answeredAt: at, seenAt: at, idempotencyKey: "3" });
  });
  expect((await openToday(deps, { userId })).answers).toEqual([{ questionId: "answered", title: "Sum", at }]);
});
