import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { findCourse, listActivities } from "../../../app/catalog/find.ts";
import { openCatalog } from "../../../app/catalog/open-catalog.server.ts";
import { getCourseProgress } from "../../../app/features/progress/get-course-progress.server.ts";
import { listAllNotes } from "../../../db/queries/notes.ts";
import { listPlans } from "../../../db/queries/plans.ts";
import { signIn } from "../../../app/features/accounts/sign-in.server.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, seedDemo } from "../../../app/features/demo/seed-demo.server.ts";
import { parseSettings } from "../../../app/settings.server.ts";
import { countUsers, findUserByEmail } from "../../../db/queries/users.ts";
import { listCourseRoles } from "../../../db/queries/course-roles.ts";
import { findEnrollment, listEnrollments } from "../../../db/queries/enrollments.ts";
import { makeTestDeps } from "../../helpers/test-deps.ts";

it("makes the four people, who can sign in and have their roles, and does it once", async () => {
  const deps = makeTestDeps();
  expect(await seedDemo(deps)).toBe(true);
  expect(await seedDemo(deps)).toBe(false);
  expect(await countUsers(deps.db)).toBe(4);
  for (const { email } of DEMO_ACCOUNTS) expect((await signIn(deps, { email, password: DEMO_PASSWORD }, { address: "local" })).kind).toBe("signed-in");

  const find = async (email: string) => (await findUserByEmail(deps.db, { email }))?.id ?? "";
  expect(await listEnrollments(deps.db, { userId: await find("learner@rung.example") })).toMatchObject([{ courseId: "basics" }]);
  expect(await listCourseRoles(deps.db, { userId: await find("instructor@rung.example") })).toEqual([{ courseId: "basics", role: "instructor" }]);
  expect(await listCourseRoles(deps.db, { userId: await find("grader@rung.example") })).toEqual([{ courseId: "basics", role: "grader" }]);
  expect((await findUserByEmail(deps.db, { email: "administrator@rung.example" }))?.isAdministrator).toBe(true);
});

it("gives the learner of the sample courses a plan, progress, notes, and a certificate in reach", async () => {
  const source = await openCatalog(fileURLToPath(new URL("../../../content", import.meta.url)));
  const deps = makeTestDeps({ catalog: source.current(), catalogSource: source });
  await seedDemo(deps);
  const userId = (await findUserByEmail(deps.db, { email: "learner@rung.example" }))?.id ?? "";
  expect((await listPlans(deps.db, { userId })).map(({ courseId, mode }) => [courseId, mode]).toSorted()).toEqual([["data-in-six-weeks", "block"], ["javascript-fundamentals", "hours"]]);
  expect((await listAllNotes(deps.db, { userId })).map(({ kind }) => kind).toSorted()).toEqual(["bookmark", "note"]);
  const course = findCourse(deps.catalog, "first-week-in-it");
  if (!course) throw new Error("The sample course is gone.");
  const progress = await getCourseProgress(deps, { userId, course, enrollment: await findEnrollment(deps.db, { userId, courseId: course.id }) });
  const open = listActivities(course).filter(({ id, required }) => required && progress.states.get(id) !== "done");
  expect(open.map(({ kind }) => kind)).toEqual(["project", "task"]);
  // Both can be begun at once: nothing of what is left is closed.
  expect(open.map(({ id }) => progress.states.get(id))).toEqual(["ahead", "ahead"]);
  source.close();
}, 60_000);

it("never touches a production database", async () => {
  const deps = makeTestDeps({ settings: parseSettings({ NODE_ENV: "production" }) });
  expect(await seedDemo(deps)).toBe(false);
  expect(await countUsers(deps.db)).toBe(0);
});
