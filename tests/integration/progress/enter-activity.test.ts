import { describe, expect, it } from "vitest";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { buildPersonTag } from "../../../app/features/offline/person-tag.server.ts";
import { completeLesson } from "../../../app/features/lessons/complete-lesson.server.ts";
import { keepReadingPosition } from "../../../app/features/lessons/keep-reading-position.server.ts";
import { enterActivity } from "../../../app/features/progress/enter-activity.server.ts";
import { getActivityTraces } from "../../../db/queries/activity-states.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { drafts, submissions } from "../../../db/schema.ts";
import { buildTestCatalog, testLab, testLesson, testProject } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const lesson = testLesson();
const lab = testLab();
const project = testProject();

async function setUp({ isEnrolled = true } = {}) {
  const deps = makeTestDeps({ catalog: buildTestCatalog([lesson, lab, project]) });
  const userId = await insertTestUser(deps, "lena");
  if (isEnrolled) await enroll(deps, { userId, courseId: "basics" });
  const [course] = deps.catalog.courses;
  if (!course) throw new Error("The test catalog has no course.");
  const user = { id: userId, email: "lena@example.test", name: "Lena", isAdministrator: false, editor: "monaco" as const, language: null };
  const getEnrollment = () => findEnrollment(deps.db, { userId, courseId: "basics" });
  const getVisit = async () => ({ user, course, enrollment: await getEnrollment() });
  return { deps, userId, getVisit, getEnrollment };
}

describe("entering an activity", () => {
  it("says what is around it", async () => {
    const { deps, userId, getVisit } = await setUp();
    await completeLesson(deps, { userId, lesson });
    expect(await enterActivity(deps, await getVisit(), lab)).toEqual({
      person: buildPersonTag(userId), path: "/courses/basics/start/sum", course: { id: "basics", title: "The basics" }, module: { id: "start", title: "The start" },
      number: 2, count: 3, states: ["done", "ahead", "ahead"], index: 1, state: "ahead", isEnrolled: true,
      previous: { title: "Hello", path: "/courses/basics/start/hello" }, next: { title: "Report", path: "/courses/basics/start/report" },
      why: { rule: { kind: "lab" }, seen: [], missing: [{ kind: "tests" }] },
    });
  });

  it("has nothing before the first and after the last", async () => {
    const { deps, getVisit } = await setUp();
    expect((await enterActivity(deps, await getVisit(), lesson)).previous).toBeNull();
    expect((await enterActivity(deps, await getVisit(), project)).next).toBeNull();
  });

  it("notes where somebody is, and not again within minutes", async () => {
    const { deps, getVisit, getEnrollment } = await setUp();
    const enter = async (time: string, activity: typeof lesson | typeof lab) => {
      await enterActivity({ ...deps, now: () => new Date(time) }, await getVisit(), activity);
      return getEnrollment();
    };
    expect(await enter("2026-03-02T18:00:00Z", lesson)).toMatchObject({ lastActivityId: lesson.id, lastActiveAt: new Date("2026-03-02T18:00:00Z") });
    expect(await enter("2026-03-02T18:04:00Z", lesson)).toMatchObject({ lastActiveAt: new Date("2026-03-02T18:00:00Z") });
    expect(await enter("2026-03-02T18:04:30Z", lab)).toMatchObject({ lastActivityId: lab.id, lastActiveAt: new Date("2026-03-02T18:04:30Z") });
    expect(await enter("2026-03-02T18:10:00Z", lab)).toMatchObject({ lastActiveAt: new Date("2026-03-02T18:10:00Z") });
  });

  it("keeps nothing of somebody who only looks", async () => {
    const { deps, getVisit, getEnrollment } = await setUp({ isEnrolled: false });
    expect((await enterActivity(deps, await getVisit(), lesson)).isEnrolled).toBe(false);
    expect(await getEnrollment()).toBeNull();
  });
});

it("takes drafts, submissions and reading positions of this person in this course for begun", async () => {
  const { deps, userId } = await setUp();
  const otherId = await insertTestUser(deps, "omar");
  const key = { userId, courseId: "basics" };
  await keepReadingPosition(deps, { userId, lesson, position: 0.2 });
  await keepReadingPosition(deps, { userId: otherId, lesson: testLesson({ id: "start/other" }), position: 0.2 });
  await deps.db.write(async (tx) => {
    await tx.insert(drafts).values({ ...key, activityId: lab.id, version: 1, files: {}, contentHash: "x", updatedAt: deps.now() });
    const submission = { ...key, activityId: project.id, kind: "project" as const, files: {}, state: "done" as const, contentHash: "x", testHash: "x", seed: "1", createdAt: deps.now() };
    await tx.insert(submissions).values([{ ...submission, id: "s1", idempotencyKey: "k1" }, { ...submission, id: "s2", idempotencyKey: "k2" }]);
    await tx.insert(submissions).values({ ...submission, id: "s3", idempotencyKey: "k3", courseId: "elsewhere", activityId: "start/elsewhere" });
  });
  const traces = await getActivityTraces(deps.db, key);
  expect(traces.touched.sort()).toEqual([lesson.id, project.id, lab.id].sort());
  expect(traces.completed).toEqual([]);
});
