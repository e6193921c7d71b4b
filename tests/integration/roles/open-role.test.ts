import { describe, expect, test } from "vitest";
import type { Catalog, Framework } from "../../../app/catalog/catalog.ts";
import { listRoles, openRole } from "../../../app/features/roles/open-role.server.ts";
import { ensureCompletion } from "../../../db/queries/completions.ts";
import { ensureEnrollment } from "../../../db/queries/enrollments.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const ADDER: Framework = {
  id: "adder", title: "Adder", summary: "Adds.",
  skills: [{ id: "numbers.adding", title: "Adding", text: "Adds numbers." }, { id: "numbers.zero", title: "Zero", text: "" }],
  levels: [
    { id: "entry", title: "Entry", summary: "", expects: [{ skill: "numbers.adding", text: "Adds two numbers." }] },
    { id: "senior", title: "Senior", summary: "", expects: [{ skill: "numbers.zero", text: "Adds nothing." }] },
  ],
};
function catalogWith(changes: Partial<Catalog["courses"][number]> = {}): Catalog {
  const catalog = buildTestCatalog([testLesson({ skills: ["numbers.adding"] }), testLab({ skills: ["numbers.adding"], aliases: ["start/total"] })]);
  return { ...catalog, frameworks: [ADDER], courses: catalog.courses.map((course) => ({ ...course, ...changes })) };
}

describe("a role", () => {
  test("says for each expectation where it is taught and where it is shown", async () => {
    const role = await openRole(makeTestDeps({ catalog: catalogWith() }), { roleId: "adder", userId: null });
    expect(role?.levels[0]?.expects).toEqual([{
      skill: "numbers.adding", title: "Adding", about: "Adds numbers.", text: "Adds two numbers.",
      taught: [{ title: "Hello", kind: "lesson", path: "/courses/basics/start/hello", courseTitle: "The basics", isDone: false }],
      shown: [{ title: "Sum", kind: "lab", path: "/courses/basics/start/sum", courseTitle: "The basics", isDone: false }],
    }]);
    expect(role?.levels[1]?.expects).toMatchObject([{ taught: [], shown: [] }]);
  });

  test("marks what this person has done, under its former id too, and nobody else's", async () => {
    const deps = makeTestDeps({ catalog: catalogWith() });
    for (const id of ["ada", "ben"]) await insertTestUser(deps, id);
    await deps.db.write(async (tx) => {
      for (const userId of ["ada", "ben"]) await ensureEnrollment(tx, { id: `enrollment-${userId}`, userId, courseId: "basics", courseHash: "course-hash", createdAt: deps.now() });
      await ensureCompletion(tx, { userId: "ada", courseId: "basics", activityId: "start/total", reason: "passed", contentHash: "x", completedAt: deps.now() });
    });
    const shownTo = async (userId: string | null) => (await openRole(deps, { roleId: "adder", userId }))?.levels[0]?.expects[0]?.shown[0]?.isDone;
    expect([await shownTo("ada"), await shownTo("ben"), await shownTo(null)]).toEqual([true, false, false]);
  });

  test("tells nothing of courses that are not published, and there is no role that nobody described", async () => {
    const deps = makeTestDeps({ catalog: catalogWith({ published: false }) });
    expect((await openRole(deps, { roleId: "adder", userId: null }))?.levels[0]?.expects[0]).toMatchObject({ taught: [], shown: [] });
    expect(await openRole(deps, { roleId: "none", userId: null })).toBeNull();
  });
});

test("the list counts the skills that are taught here", () => {
  expect(listRoles(makeTestDeps({ catalog: catalogWith() }))).toEqual([{ id: "adder", title: "Adder", summary: "Adds.", levels: ["Entry", "Senior"], covered: 1, skills: 2 }]);
  expect(listRoles(makeTestDeps({ catalog: catalogWith({ published: false }) }))[0]?.covered).toBe(0);
});
