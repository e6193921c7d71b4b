import { beforeEach, describe, expect, test } from "vitest";
import { changeAdministrator } from "../../../app/features/people/change-administrator.server.ts";
import { changeRole } from "../../../app/features/people/change-role.server.ts";
import { openPerson } from "../../../app/features/people/open-person.server.ts";
import { PEOPLE_PER_PAGE } from "../../../app/features/people/people-rules.ts";
import { searchPeople } from "../../../app/features/people/search-people.server.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { ensureCompletion, listCompletions } from "../../../db/queries/completions.ts";
import { hasCourseRole } from "../../../db/queries/course-roles.ts";
import { findEnrollment } from "../../../db/queries/enrollments.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

let deps: Deps;
const names = async (text: string, page: string | null = null) => (await searchPeople(deps, { text, page })).people.map(({ name }) => name);
const byAda = (userId: string) => ({ userId, byUserId: "ada" });

beforeEach(async () => {
  deps = makeTestDeps();
  await insertTestUser(deps, "ada", { name: "Ada Lindqvist", isAdministrator: true });
  await insertTestUser(deps, "per", { name: "Per 100%_Cent" });
  await insertTestUser(deps, "zoe", { name: "Zoe \\ Back" });
});

describe("searching", () => {
  test("finds by parts of name and e-mail in any case, by name", async () => {
    expect(await names("")).toEqual(["Ada Lindqvist", "Per 100%_Cent", "Zoe \\ Back"]);
    expect(await names("LIND")).toEqual(["Ada Lindqvist"]);
    expect(await names("zoe@example")).toEqual(["Zoe \\ Back"]);
  });

  test.each([["%", ["Per 100%_Cent"]], ["_", ["Per 100%_Cent"]], ["0%_C", ["Per 100%_Cent"]], ["\\", ["Zoe \\ Back"]], ["%a%", []], ["' OR 1=1 --", []]])("takes %j as letters", async (text, found) => {
    expect(await names(text)).toEqual(found);
  });

  test("goes page by page", async () => {
    for (let index = 0; index < PEOPLE_PER_PAGE; index += 1) await insertTestUser(deps, `many-${index}`, { name: `Many ${String(index).padStart(2, "0")}` });
    expect(await searchPeople(deps, { text: "", page: "2" })).toMatchObject({ count: PEOPLE_PER_PAGE + 3, page: 2, pages: 2 });
    expect([...(await names("", "1")), ...(await names("", "2"))]).toHaveLength(PEOPLE_PER_PAGE + 3);
    expect(new Set([...(await names("", "1")), ...(await names("", "2"))]).size).toBe(PEOPLE_PER_PAGE + 3);
  });

  test("gives no secrets", async () => {
    expect(JSON.stringify(await searchPeople(deps, { text: "", page: null }))).not.toContain("password");
  });
});

describe("roles in a course", () => {
  test.each(["instructor", "grader"] as const)("%s is given and taken, twice as once", async (role) => {
    const has = () => hasCourseRole(deps.db, { userId: "per", courseId: "basics", role });
    const form = { courseId: "basics", role };
    for (let times = 0; times < 2; times += 1) expect(await changeRole(deps, { ...form, change: "give" }, byAda("per"))).toEqual({ kind: "changed" });
    expect(await has()).toBe(true);
    expect((await openPerson(deps, { userId: "per" }))?.courses[0]).toMatchObject({ id: "basics", roles: { learner: false, instructor: role === "instructor", grader: role === "grader" } });
    for (let times = 0; times < 2; times += 1) await changeRole(deps, { ...form, change: "take" }, byAda("per"));
    expect(await has()).toBe(false);
  });

  test("the learner's keeps what was done when it is taken", async () => {
    const form = { courseId: "basics", role: "learner" } as const;
    await changeRole(deps, { ...form, change: "give" }, byAda("per"));
    await deps.db.write((tx) => ensureCompletion(tx, { userId: "per", courseId: "basics", activityId: "start/hello", reason: "marked", contentHash: "x", completedAt: deps.now() }));
    await changeRole(deps, { ...form, change: "take" }, byAda("per"));
    expect(await findEnrollment(deps.db, { userId: "per", courseId: "basics" })).toBeNull();
    expect(await listCompletions(deps.db, { userId: "per", courseId: "basics" })).toHaveLength(1);
    await changeRole(deps, { ...form, change: "give" }, byAda("per"));
    expect(await findEnrollment(deps.db, { userId: "per", courseId: "basics" })).toMatchObject({ courseHash: "course-hash" });
  });

  test("are not given to nobody or in no course, and can be taken in a course that is gone", async () => {
    const form = { courseId: "basics", role: "grader" } as const;
    expect(await changeRole(deps, { ...form, change: "give" }, byAda("nobody"))).toBeNull();
    expect(await changeRole(deps, { ...form, courseId: "gone", change: "give" }, byAda("per"))).toBeNull();
    await changeRole(deps, { ...form, change: "give" }, byAda("per"));
    const later = { ...deps, catalog: { ...deps.catalog, courses: [] } };
    expect((await openPerson(later, { userId: "per" }))?.courses).toMatchObject([{ id: "basics", roles: { grader: true } }]);
    expect(await changeRole(later, { ...form, change: "take" }, byAda("per"))).toEqual({ kind: "changed" });
    expect(await openPerson(later, { userId: "per" })).toMatchObject({ courses: [] });
  });
});

describe("administrators", () => {
  test("are made and unmade, twice as once", async () => {
    for (let times = 0; times < 2; times += 1) expect(await changeAdministrator(deps, { change: "give" }, byAda("per"))).toEqual({ kind: "changed" });
    expect(await openPerson(deps, { userId: "per" })).toMatchObject({ person: { isAdministrator: true }, isLastAdministrator: false });
    for (let times = 0; times < 2; times += 1) expect(await changeAdministrator(deps, { change: "take" }, byAda("per"))).toEqual({ kind: "changed" });
    expect(await openPerson(deps, { userId: "per" })).toMatchObject({ person: { isAdministrator: false } });
  });

  test("the last one stays", async () => {
    expect(await openPerson(deps, { userId: "ada" })).toMatchObject({ isLastAdministrator: true });
    expect(await changeAdministrator(deps, { change: "take" }, byAda("ada"))).toMatchObject({ kind: "refused" });
    expect(await openPerson(deps, { userId: "ada" })).toMatchObject({ person: { isAdministrator: true } });
  });

  test("who remove each other at the same moment leave one", async () => {
    await changeAdministrator(deps, { change: "give" }, byAda("per"));
    const answers = await Promise.all([changeAdministrator(deps, { change: "take" }, byAda("per")), changeAdministrator(deps, { change: "take" }, { userId: "ada", byUserId: "per" })]);
    expect(answers).toEqual([{ kind: "changed" }, null]);
    expect(await openPerson(deps, { userId: "ada" })).toMatchObject({ isLastAdministrator: true });
  });

  test("nobody else changes them, and nobody who is not there", async () => {
    expect(await changeAdministrator(deps, { change: "give" }, { userId: "per", byUserId: "per" })).toBeNull();
    expect(await changeAdministrator(deps, { change: "give" }, byAda("nobody"))).toBeNull();
  });
});
