import { describe, expect, it } from "vitest";
import type { Course } from "../../../app/catalog/catalog.ts";
import { findExplainingLesson } from "../../../app/features/labs/explaining-lesson.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";

const lesson = (slug: string, changes: Parameters<typeof testLesson>[0] = {}) => testLesson({ id: `start/${slug}`, slug, title: slug, ...changes });
const courseOf = (...activities: Parameters<typeof buildTestCatalog>[0] & object) => buildTestCatalog(activities).courses[0] as Course;

describe("findExplainingLesson", () => {
  it("takes the lesson that shares most skills, the nearest of several", () => {
    const lab = testLab({ skills: ["loops", "sums"] });
    const course = courseOf(lesson("both", { skills: ["loops", "sums"] }), lesson("one", { skills: ["sums"] }), lesson("none"), lab);
    expect(findExplainingLesson(course, lab)?.lesson.slug).toBe("both");
    expect(findExplainingLesson(courseOf(lesson("far", { skills: ["sums"] }), lesson("near", { skills: ["sums"] }), lab), lab)?.lesson.slug).toBe("near");
  });

  it("takes a prerequisite where no skill is shared, and else the nearest lesson before it", () => {
    const lab = testLab({ prerequisites: ["start/first"] });
    expect(findExplainingLesson(courseOf(lesson("first"), lesson("second"), lab), lab)?.lesson.slug).toBe("first");
    const plain = testLab();
    expect(findExplainingLesson(courseOf(lesson("first"), lesson("second"), plain, lesson("after")), plain)?.lesson.slug).toBe("second");
  });

  it("finds none where no lesson comes before", () => {
    const lab = testLab();
    expect(findExplainingLesson(courseOf(lab, lesson("after", { skills: ["x"] })), lab)).toBeNull();
  });

  it("leads to the section that has the lab's words, and to no section when two are alike", () => {
    const lab = testLab({ title: "Add with reduce", text: { source: "Use reduce over numbers.", firstLine: 1 } });
    const text = { source: "## Loops\n\nwhile\n\n## Folding lists\n\nWith reduce you fold numbers.\n", firstLine: 1 };
    expect(findExplainingLesson(courseOf(lesson("first", { text }), lab), lab)?.heading).toEqual({ id: "section-folding-lists", text: "Folding lists" });
    expect(findExplainingLesson(courseOf(lesson("first", { text: { source: "## One\n\nwhile\n\n## Two\n\nuntil\n", firstLine: 1 } }), lab), lab)?.heading).toBeNull();
  });
});
