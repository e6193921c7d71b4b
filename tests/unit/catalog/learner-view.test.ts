import { expect, test } from "vitest";
import { findActivity } from "../../../app/catalog/find.ts";
import { buildLearnerActivity, buildLearnerLab, buildLearnerLesson, buildLearnerProject } from "../../../app/catalog/learner-view.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import type { Lab, Lesson, Project } from "../../../app/catalog/catalog.ts";
import { getCourse, makeContent, SMALL_LAB, SMALL_MODULE } from "../../helpers/content-folder.ts";

const SECRET = "nonce-5f0c1d";

async function readSecretive(): Promise<{ lesson: Lesson; lab: Lab; project: Project; whole: string }> {
  const secret = (name: string) => `// ${SECRET}-${name}\n`;
  const catalog = await readContent(
    await makeContent({
      [`${SMALL_LAB}/solution/add.js`]: secret("solution"),
      [`${SMALL_LAB}/solution/nonce-5f0c1d-name.js`]: "x",
      [`${SMALL_LAB}/wrong/subtracts/add.js`]: secret("wrong"),
      [`${SMALL_LAB}/wrong/nonce-5f0c1d-wrong/add.js`]: "x",
      [`${SMALL_LAB}/tests/hidden/more.test.js`]: secret("hidden"),
      [`${SMALL_LAB}/tests/hidden/nonce-5f0c1d.test.js`]: "test('x', () => {})",
      [`${SMALL_LAB}/hints.md`]: `## 1. Look\n\n${secret("hint")}\n`,
      [`${SMALL_MODULE}/01-welcome.md`]: `---\nkind: lesson\ntitle: Welcome\nminutes: 3\n---\nHello. <!-- ${secret("comment")} -->\n`,
      [`${SMALL_MODULE}/03-report/rubric.yml`]: `notes: ${SECRET}-notes\ncriteria:\n  - title: Clear\n    note: ${SECRET}-note\n    levels: [{ title: Yes, points: 1 }, { title: No, points: 0 }]\n`,
      [`${SMALL_MODULE}/03-report/starter/a.js`]: "export {};\n",
      [`${SMALL_MODULE}/03-report/tests/a.test.js`]: "test('seen', () => {});\n",
      [`${SMALL_MODULE}/03-report/tests/hidden/b.test.js`]: secret("project-hidden"),
    }),
  );
  expect(catalog.problems).toEqual([]);
  const course = getCourse(catalog);
  return {
    lesson: findActivity(course, "start", "welcome") as Lesson,
    lab: findActivity(course, "start", "add") as Lab,
    project: findActivity(course, "start", "report") as Project,
    whole: JSON.stringify(catalog),
  };
}

test("what a learner gets holds no solution, hidden test, wrong program or note for graders", async () => {
  const { lesson, lab, project, whole } = await readSecretive();
  for (const name of ["solution", "name", "wrong", "hidden", "hint", "comment", "notes", "note", "project-hidden"]) expect(whole, "the catalog has it").toContain(`${SECRET}-${name}`);
  for (const view of [buildLearnerLesson(lesson), buildLearnerLab(lab), buildLearnerProject(project), buildLearnerActivity(lab), buildLearnerActivity(project)]) {
    expect(JSON.stringify(view)).not.toContain(SECRET);
  }
});

test("a lab shows its files, visible tests and the number of hidden ones", async () => {
  const { lab } = await readSecretive();
  expect(buildLearnerLab(lab)).toMatchObject({
    kind: "lab",
    open: "add.js",
    files: [
      { path: "add.js", text: "export function add(a, b) {}\n", readOnly: false },
      { path: "numbers.js", readOnly: true },
    ],
    visibleTests: [{ path: "add.test.js", text: expect.stringContaining("adds") }],
    hiddenTestFiles: 2,
    hints: [{ title: "Look" }],
  });
});

test("a project shows its rubric without notes", async () => {
  const { project } = await readSecretive();
  expect(buildLearnerProject(project).rubric).toEqual({
    maxPoints: 1,
    criteria: [{ id: "clear", title: "Clear", description: "", levels: [{ id: "yes", title: "Yes", points: 1, description: "" }, { id: "no", title: "No", points: 0, description: "" }] }],
  });
});

test("a page that changes its view does not change the catalog", async () => {
  const { lab } = await readSecretive();
  const view = buildLearnerLab(lab);
  (view.skills as string[]).push("x");
  expect(lab.skills).toEqual([]);
});
