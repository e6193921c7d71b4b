import { expect, test } from "vitest";
import { findActivity } from "../../../app/catalog/find.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import type { Lab, Project } from "../../../app/catalog/catalog.ts";
import { getCourse, makeContent, SMALL_CONTENT, SMALL_LAB, SMALL_MODULE } from "../../helpers/content-folder.ts";

async function readLab(root: string): Promise<Lab> {
  const lab = findActivity(getCourse(await readContent(root)), "start", "add");
  expect(lab?.kind).toBe("lab");
  return lab as Lab;
}

test("a sound course has no problems", async () => {
  expect((await readContent(SMALL_CONTENT)).problems).toEqual([]);
});

test("a course, its module and activities are read in order", async () => {
  const course = getCourse(await readContent(SMALL_CONTENT));
  expect(course).toMatchObject({ id: "small", title: "A small course", published: true, audience: "Tests of the catalog.", outcomes: ["Add two numbers"] });
  expect(course.modules.map((module) => module.id)).toEqual(["start"]);
  expect(course.modules[0]?.activities.map((activity) => [activity.kind, activity.id])).toEqual([
    ["lesson", "start/welcome"],
    ["lab", "start/add"],
    ["project", "start/report"],
  ]);
  expect(course.minutes, "3 of its own and twice the inherited 7").toBe(17);
});

test("a lab has everything of its folder", async () => {
  const lab = await readLab(SMALL_CONTENT);
  expect(Object.keys(lab.starter)).toEqual(["add.js", "numbers.js"]);
  expect(lab.solution["add.js"]).toContain("a + b");
  expect(lab.wrong).toEqual([{ name: "subtracts", files: { "add.js": expect.stringContaining("a - b") } }]);
  expect(lab.tests.map((one) => [one.path, one.group])).toEqual([["add.test.js", "visible"], ["more.test.js", "hidden"]]);
  expect(lab.hints.map((hint) => hint.title)).toEqual(["Which sign", "The answer"]);
  expect(lab.hints[1]?.text.source, "a heading inside code begins no hint").toContain("## not a hint");
  expect(lab.assets).toEqual(["boxes.svg"]);
  expect(lab).toMatchObject({ open: "add.js", readOnly: ["numbers.js"], folder: SMALL_LAB, file: `${SMALL_LAB}/lab.md` });
});

test("defaults come from the course, then the module, then the activity; limits one by one", async () => {
  const lab = await readLab(SMALL_CONTENT);
  expect(lab.minutes).toBe(7);
  expect(lab.language).toBe("javascript");
  expect(lab.limits).toEqual({ cpuMs: 2000, memoryMb: 64 });
});

test("a project without code has no language, and a rubric with ids from its titles", async () => {
  const project = findActivity(getCourse(await readContent(SMALL_CONTENT)), "start", "report") as Project;
  expect(project).toMatchObject({ language: null, open: null, starter: {}, tests: [] });
  expect(project.rubric).toMatchObject({ maxPoints: 2, notes: "Be kind.", criteria: [{ id: "it-is-clear", note: "Read it twice.", levels: [{ id: "clear", points: 2 }, { id: "not-yet" }] }] });
});

test("an alias finds an activity under its former id, with and without its module", async () => {
  const course = getCourse(await readContent(SMALL_CONTENT));
  expect(findActivity(course, "start", "sum")?.id).toBe("start/add");
  expect(findActivity(course, "start", "plus")?.id).toBe("start/add");
  expect(findActivity(course, "start", "nothing")).toBeNull();
});

test("a new number keeps an activity's id", async () => {
  const course = getCourse(await readContent(await makeContent({ [`${SMALL_MODULE}/01-welcome.md`]: null, [`${SMALL_MODULE}/09-welcome.md`]: "---\nkind: lesson\ntitle: Welcome\n---\nHello.\n" })));
  expect(course.modules[0]?.activities.map((activity) => activity.id)).toEqual(["start/add", "start/report", "start/welcome"]);
});

test("the content hash follows what learners meet, the test hash what grades them", async () => {
  const before = await readLab(SMALL_CONTENT);
  const afterText = await readLab(await makeContent({ [`${SMALL_LAB}/assets/boxes.svg`]: "<svg xmlns='http://www.w3.org/2000/svg'/>" }));
  const afterTest = await readLab(await makeContent({ [`${SMALL_LAB}/tests/hidden/more.test.js`]: "test('x', () => {});" }));
  const afterSolution = await readLab(await makeContent({ [`${SMALL_LAB}/solution/add.js`]: "export const add = (a, b) => a + b;" }));
  const afterLimit = await readLab(await makeContent({ [`${SMALL_MODULE}/module.md`]: "---\ntitle: Start\ndefaults: { language: javascript, limits: { cpuMs: 2500 } }\n---\n" }));
  expect(before.contentHash).toMatch(/^[0-9a-f]{64}$/);
  expect([afterText.contentHash === before.contentHash, afterText.testHash === before.testHash]).toEqual([false, true]);
  expect([afterTest.contentHash === before.contentHash, afterTest.testHash === before.testHash]).toEqual([false, false]);
  expect([afterSolution.contentHash === before.contentHash, afterSolution.testHash === before.testHash]).toEqual([true, true]);
  expect(afterLimit.testHash).not.toBe(before.testHash);
});

test("a course's hash changes with any file, and only then", async () => {
  const before = getCourse(await readContent(SMALL_CONTENT)).contentHash;
  expect(getCourse(await readContent(await makeContent())).contentHash).toBe(before);
  expect(getCourse(await readContent(await makeContent({ [`${SMALL_LAB}/solution/add.js`]: "//" }))).contentHash).not.toBe(before);
});

test("the line on which a text begins is known", async () => {
  const lab = await readLab(SMALL_CONTENT);
  expect(lab.text.firstLine).toBe(9);
  expect(lab.text.source.split("\n")[0]).toBe("");
  expect(lab.text.source.split("\n")[1]).toMatch(/^!\[Two boxes/);
});

test("Windows line ends and a byte order mark change nothing", async () => {
  const text = "\uFEFF---\r\nkind: lesson\r\ntitle: Welcome\r\nminutes: 3\r\n---\r\n\r\n## What comes next\r\n\r\nHello\r\n";
  const course = getCourse(await readContent(await makeContent({ [`${SMALL_MODULE}/01-welcome.md`]: text })));
  expect(course.problems).toEqual([]);
  expect(findActivity(course, "start", "welcome")).toMatchObject({ title: "Welcome", minutes: 3, text: { firstLine: 6 } });
});
