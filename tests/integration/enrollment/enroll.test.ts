import { expect, it } from "vitest";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { findEnrollment, listEnrollments } from "../../../db/queries/enrollments.ts";
import { buildTestCatalog } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

it("enrolls at the version that the course has now", async () => {
  const deps = makeTestDeps();
  const userId = await insertTestUser(deps, "lena");
  expect(await enroll(deps, { userId, courseId: "basics" })).toBe(true);
  expect(await findEnrollment(deps.db, { userId, courseId: "basics" })).toMatchObject({ courseHash: "course-hash", createdAt: deps.now(), lastActivityId: null });
});

it("is one enrollment when it is done twice, and the first stays", async () => {
  const deps = makeTestDeps();
  const userId = await insertTestUser(deps, "lena");
  await enroll(deps, { userId, courseId: "basics" });
  expect(await enroll({ ...deps, now: () => new Date("2027-01-01") }, { userId, courseId: "basics" })).toBe(true);
  const all = await listEnrollments(deps.db, { userId });
  expect(all.map(({ createdAt }) => createdAt)).toEqual([deps.now()]);
});

it("refuses unknown and unpublished courses", async () => {
  const catalog = buildTestCatalog();
  const deps = makeTestDeps({ catalog: { ...catalog, courses: catalog.courses.map((course) => ({ ...course, published: false })) } });
  const userId = await insertTestUser(deps, "lena");
  expect(await enroll(deps, { userId, courseId: "basics" })).toBe(false);
  expect(await enroll(deps, { userId, courseId: "other" })).toBe(false);
  expect(await listEnrollments(deps.db, { userId })).toEqual([]);
});
