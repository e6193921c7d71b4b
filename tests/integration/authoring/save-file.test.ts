import { describe, expect, test } from "vitest";
import { openFile } from "../../../app/features/authoring/open-file.server.ts";
import { saveFile } from "../../../app/features/authoring/save-file.server.ts";
import { findTaughtCourse } from "../../../app/features/authoring/find-taught-course.server.ts";
import { listTaughtCourses } from "../../../app/features/authoring/list-taught-courses.server.ts";
import { listContentDrafts } from "../../../db/queries/content-drafts.ts";
import { ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { insertTestUser } from "../../helpers/test-deps.ts";
import { setUpAuthoring, type AuthoringSetup } from "./content-folder.ts";

const HELLO = "01-start/01-hello.md";

async function open(setup: AuthoringSetup, path = HELLO) {
  const page = await openFile(setup.deps, await setup.visit(), { path, activity: null });
  if (!page) throw new Error("not found");
  return page.file;
}

async function save(setup: AuthoringSetup, text: string, version: number, path = HELLO) {
  return saveFile(setup.deps, await setup.visit(), { path, text, version });
}

describe("who may change a course", () => {
  test("its instructors and administrators; for everybody else it does not exist", async () => {
    const { deps } = await setUpAuthoring();
    await insertTestUser(deps, "gregor");
    await deps.db.write((tx) => ensureCourseRole(tx, { userId: "gregor", courseId: "basics", role: "grader", createdAt: deps.now() }));
    const find = (id: string, isAdministrator = false, courseId = "basics") => findTaughtCourse(deps, { id, isAdministrator }, courseId);
    expect((await find("ines"))?.course.id).toBe("basics");
    expect((await find("somebody", true))?.course.id).toBe("basics");
    expect(await find("gregor")).toBeNull();
    expect(await find("somebody")).toBeNull();
    expect(await find("ines", false, "other")).toBeNull();
    expect(await find("somebody", true, "other")).toBeNull();
  });

  test("the list names only courses that somebody teaches, with their problems and changes", async () => {
    const setup = await setUpAuthoring();
    await save(setup, "---\nkind: lesson\n---\n", (await open(setup)).version);
    expect(await listTaughtCourses(setup.deps, { id: "ines", isAdministrator: false })).toMatchObject([{ id: "basics", activities: 4, changedFiles: 1, problems: 0 }]);
    expect(await listTaughtCourses(setup.deps, { id: "gregor", isAdministrator: false })).toEqual([]);
    expect(await listTaughtCourses(setup.deps, { id: "ada", isAdministrator: true })).toMatchObject([{ id: "basics", changedFiles: 0 }]);
  });
});

describe("saving a file", () => {
  test("keeps it as a change, and the disk is as it was", async () => {
    const setup = await setUpAuthoring();
    const before = setup.read(HELLO);
    const saved = await save(setup, `${before}More.\n`, (await open(setup)).version);
    expect(saved.kind).toBe("saved");
    expect(setup.read(HELLO)).toBe(before);
    expect(await open(setup)).toMatchObject({ text: `${before}More.\n`, state: "changed", version: saved.kind === "saved" ? saved.version : 0 });
  });

  test("twice from the same version: the second tab gets what the first one stored, and nothing is lost", async () => {
    const setup = await setUpAuthoring();
    const { version } = await open(setup);
    const first = await save(setup, "first\n", version);
    expect(await save(setup, "second\n", version)).toEqual({ kind: "conflict", version: first.kind === "saved" ? first.version : 0, text: "first\n" });
    expect((await open(setup)).text).toBe("first\n");
  });

  test("the same text again is no conflict: its answer may have been lost", async () => {
    const setup = await setUpAuthoring();
    const { version } = await open(setup);
    const first = await save(setup, "first\n", version);
    expect(await save(setup, "first\n", version)).toEqual(first);
  });

  test("over a file that changed on disk since it was opened is a conflict", async () => {
    const setup = await setUpAuthoring();
    const { version } = await open(setup);
    setup.write(HELLO, "theirs\n");
    expect(await save(setup, "mine\n", version)).toMatchObject({ kind: "conflict", text: "theirs\n" });
  });

  test("what the file was before is no change any more, and a stale tab still notices", async () => {
    const setup = await setUpAuthoring();
    const { text, version } = await open(setup);
    const first = await save(setup, "other\n", version);
    const firstVersion = first.kind === "saved" ? first.version : 0;
    expect(await save(setup, text ?? "", firstVersion)).toEqual({ kind: "saved", version });
    expect(await listContentDrafts(setup.deps.db, { userId: "ines", courseId: "basics" })).toEqual([]);
    expect(await save(setup, "stale\n", firstVersion)).toMatchObject({ kind: "conflict" });
  });

  test("line ends of a form become those of files", async () => {
    const setup = await setUpAuthoring();
    await save(setup, "a\r\nb\r\n", (await open(setup)).version);
    expect((await open(setup)).text).toBe("a\nb\n");
  });

  test.each([
    ["a path that leads out", "../../secret.md", "x"],
    ["a file that is not there", "01-start/09-none.md", "x"],
    ["a picture", "01-start/03-picture/assets/dot.svg", "x"],
    ["too much text", HELLO, "x".repeat(1024 * 1024 + 1)],
    ["NUL", HELLO, "a\0b"],
  ])("%s is refused", async (_, path, text) => {
    const setup = await setUpAuthoring();
    expect((await save(setup, text, 0, path)).kind).toBe("refused");
    expect(await listContentDrafts(setup.deps.db, { userId: "ines", courseId: "basics" })).toEqual([]);
  });

  test("each author has changes of their own", async () => {
    const setup = await setUpAuthoring();
    await insertTestUser(setup.deps, "ada");
    await save(setup, "by ines\n", (await open(setup)).version);
    const page = await openFile(setup.deps, await setup.visit("ada"), { path: HELLO, activity: null });
    expect(page?.file.state).toBe("unchanged");
  });
});

describe("opening a file", () => {
  test("by its activity, with the files around it", async () => {
    const setup = await setUpAuthoring();
    const page = await openFile(setup.deps, await setup.visit(), { path: null, activity: "start/sum" });
    expect(page?.file.path).toBe("01-start/02-sum/lab.md");
    expect(page?.lab).toEqual({ id: "start/sum", wrong: ["subtracts"] });
    expect(page?.files.map(({ name }) => name)).toEqual(["lab.md", "hints.md", "solution/sum.js", "starter/sum.js", "tests/hidden/more.test.js", "tests/sum.test.js", "wrong/subtracts/sum.js"]);
  });
  test.each([["course.md", "course", ["course.md"]], ["01-start/module.md", "module", ["module.md"]], [HELLO, "activity", ["01-hello.md"]]])("%s belongs to a %s", async (path, kind, names) => {
    const setup = await setUpAuthoring();
    const page = await openFile(setup.deps, await setup.visit(), { path, activity: null });
    expect(page?.owner.kind).toBe(kind);
    expect(page?.files.map(({ name }) => name)).toEqual(names);
  });
  test.each(["../course.md", "01-start", "nowhere.md", ".env"])("%s is nothing", async (path) => {
    const setup = await setUpAuthoring();
    setup.write(".env", "SECRET=1");
    expect(await openFile(setup.deps, await setup.visit(), { path, activity: null })).toBeNull();
  });
});
