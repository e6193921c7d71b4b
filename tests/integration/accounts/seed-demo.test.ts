import { expect, it } from "vitest";
import { signIn } from "../../../app/features/accounts/sign-in.server.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, seedDemo } from "../../../app/features/demo/seed-demo.server.ts";
import { parseSettings } from "../../../app/settings.server.ts";
import { countUsers, findUserByEmail } from "../../../db/queries/users.ts";
import { listCourseRoles } from "../../../db/queries/course-roles.ts";
import { listEnrollments } from "../../../db/queries/enrollments.ts";
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

it("never touches a production database", async () => {
  const deps = makeTestDeps({ settings: parseSettings({ NODE_ENV: "production" }) });
  expect(await seedDemo(deps)).toBe(false);
  expect(await countUsers(deps.db)).toBe(0);
});
