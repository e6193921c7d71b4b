import { describe, expect, it } from "vitest";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { completeLesson } from "../../../app/features/lessons/complete-lesson.server.ts";
import { keepReadingPosition } from "../../../app/features/lessons/keep-reading-position.server.ts";
import { openLesson } from "../../../app/features/lessons/open-lesson.server.ts";
import { reopenLesson } from "../../../app/features/lessons/reopen-lesson.server.ts";
import type { CourseVisit } from "../../../app/web/require-enrollment.server.ts";
import { ensureCompletion, listCompletions } from "../../../db/queries/completions.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { findReadingPosition } from "../../../db/queries/reading-positions.ts";
import { testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

async function setUp() {
  const deps = makeTestDeps();
  const userId = await insertTestUser(deps, "lena");
  await enroll(deps, { userId, courseId: "basics" });
  const [course] = deps.catalog.courses;
  if (!course) throw new Error("The test catalog has no course.");
  const user = { id: userId, email: "lena@example.test", name: "Lena", isAdministrator: false, editor: "monaco" as const, language: null };
  const visit: CourseVisit = { user, course, enrollment: await findEnrollment(deps.db, { userId, courseId: course.id }) };
  return { deps, userId, visit, lesson: testLesson() };
}

describe("marking as complete", () => {
  it("notes the version that was read", async () => {
    const { deps, userId, lesson } = await setUp();
    await completeLesson(deps, { userId, lesson });
    expect(await listCompletions(deps.db, { userId, courseId: "basics" })).toEqual([
      { userId, courseId: "basics", activityId: "start/hello", reason: "marked", contentHash: "content-hash", completedAt: deps.now() },
    ]);
  });

  it("changes nothing the second time", async () => {
    const { deps, userId, lesson } = await setUp();
    await completeLesson(deps, { userId, lesson });
    await completeLesson({ ...deps, now: () => new Date("2027-01-01") }, { userId, lesson: { ...lesson, contentHash: "later" } });
    expect(await listCompletions(deps.db, { userId, courseId: "basics" })).toMatchObject([{ contentHash: "content-hash", completedAt: deps.now() }]);
  });
});

describe("taking it back", () => {
  it("takes the mark away, also one under a former id, and may be done twice", async () => {
    const { deps, userId, lesson } = await setUp();
    await completeLesson(deps, { userId, lesson: testLesson({ id: "start/old", slug: "old" }) });
    await completeLesson(deps, { userId, lesson });
    const renamed = { ...lesson, aliases: ["start/old"] };
    await reopenLesson(deps, { userId, lesson: renamed });
    await reopenLesson(deps, { userId, lesson: renamed });
    expect(await listCompletions(deps.db, { userId, courseId: "basics" })).toEqual([]);
  });

  it("leaves what tests or graders decided, and what is somebody else's", async () => {
    const { deps, userId, lesson } = await setUp();
    const otherId = await insertTestUser(deps, "omar");
    await completeLesson(deps, { userId: otherId, lesson });
    const row = { userId, courseId: "basics", activityId: lesson.id, reason: "passed" as const, contentHash: "x", completedAt: deps.now() };
    await deps.db.write((tx) => ensureCompletion(tx, row));
    await reopenLesson(deps, { userId, lesson });
    expect(await listCompletions(deps.db, { userId, courseId: "basics" })).toEqual([row]);
    expect(await listCompletions(deps.db, { userId: otherId, courseId: "basics" })).toHaveLength(1);
  });
});

describe("the reading position", () => {
  it("is the newest one, also when it is further up", async () => {
    const { deps, userId, lesson } = await setUp();
    const later = new Date("2026-03-02T19:00:00Z");
    await keepReadingPosition(deps, { userId, lesson, position: 0.8 });
    await keepReadingPosition({ ...deps, now: () => later }, { userId, lesson, position: 0.3 });
    expect(await findReadingPosition(deps.db, { userId, courseId: "basics", activityId: lesson.id })).toMatchObject({ position: 0.3, updatedAt: later });
  });

  it("is each reader's own", async () => {
    const { deps, userId, lesson } = await setUp();
    const otherId = await insertTestUser(deps, "omar");
    await keepReadingPosition(deps, { userId, lesson, position: 0.8 });
    expect(await findReadingPosition(deps.db, { userId: otherId, courseId: "basics", activityId: lesson.id })).toBeNull();
  });
});

describe("opening a lesson", () => {
  it("gives its text, an outline of two levels, and no position at first", async () => {
    const { deps, visit, lesson } = await setUp();
    const text = { source: "Some *text*.\n\n## One\n\n### Two\n\n#### Three\n", firstLine: 1 };
    const view = await openLesson(deps, visit, { ...lesson, text });
    expect(view.html).toContain("<em>text</em>");
    expect(view.outline.map((entry) => entry.text)).toEqual(["One", "Two"]);
    expect(view.readingPosition).toBeNull();
  });

  it("says where the reader stopped", async () => {
    const { deps, visit, userId, lesson } = await setUp();
    await keepReadingPosition(deps, { userId, lesson, position: 0.4 });
    expect((await openLesson(deps, visit, lesson)).readingPosition).toBe(0.4);
  });
});
