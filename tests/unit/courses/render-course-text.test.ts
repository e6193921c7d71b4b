import { expect, it } from "vitest";
import { renderCourseText } from "../../../app/features/courses/render-course-text.server.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";

const lesson = testLesson({ folder: "courses/basics/01-start/01-hello", file: "courses/basics/01-start/01-hello/lesson.md", assets: ["plan.svg"] });
const lab = testLab();

async function render(source: string, activity: typeof lesson | null = lesson) {
  const [course] = buildTestCatalog([lesson, lab]).courses;
  if (!course) throw new Error("The test catalog has no course.");
  return (await renderCourseText({ course, file: activity?.file ?? "courses/basics/course.md", text: { source, firstLine: 1 }, activity })).html;
}

it("leads from file to page", async () => {
  expect(await render("[lab](../02-sum/lab.md)")).toContain('href="/courses/basics/start/sum"');
  expect(await render("[course](../../course.md)")).toContain('href="/courses/basics"');
  expect(await render("[module](../module.md)")).toContain('href="/courses/basics#start"');
  expect(await render("[lesson](01-start/01-hello/lesson.md)", null)).toContain('href="/courses/basics/start/hello"');
});

it("shows an activity's own pictures and no others", async () => {
  expect(await render("![Plan](assets/plan.svg)")).toContain('src="/courses/basics/start/hello/assets/plan.svg"');
  expect(await render("![Plan](assets/plan.svg)", null)).not.toContain("src=");
  expect(await render("[plan](01-start/01-hello/assets/plan.svg)", null)).toContain('href="/courses/basics/start/hello/assets/plan.svg"');
});

it("leaves the words of a link that leads nowhere", async () => {
  const html = await render("[gone](../09-gone.md)");
  expect(html).toContain("gone");
  expect(html).not.toContain("href");
});
