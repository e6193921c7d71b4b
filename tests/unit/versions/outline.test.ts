import { describe, expect, it } from "vitest";
import type { Activity } from "../../../app/catalog/catalog.ts";
import { buildOutline, listCourseChanges, listNotYetOwed } from "../../../app/features/versions/outline.ts";
import { buildTestCatalog, testLab, testLesson, testProject } from "../../helpers/test-course.ts";

const courseOf = (...activities: Activity[]) => {
  const [course] = buildTestCatalog(activities).courses;
  if (!course) throw new Error("no course");
  return course;
};
const before = buildOutline(courseOf(testLesson(), testLab(), testProject()));
const changes = (...activities: Activity[]) => listCourseChanges(before, courseOf(...activities)).map(({ kind, activityId }) => `${kind} ${activityId}`);

describe("what changed in a course", () => {
  it("is nothing while what learners meet is the same", () => {
    expect(changes(testLesson(), testLab(), testProject())).toEqual([]);
    expect(changes(testProject(), testLesson(), testLab())).toEqual([]);
  });

  it("tells a revised text from changed tests, and a new name from both", () => {
    expect(changes(testLesson({ contentHash: "other" }), testLab({ contentHash: "other", testHash: "other" }), testProject({ contentHash: "other", title: "The report" }))).toEqual([
      "text start/hello", "tests start/sum", "renamed start/report",
    ]);
  });

  it("names what came, what went, and what is owed now or no longer", () => {
    expect(changes(testLesson({ id: "start/more", slug: "more" }), testLesson({ required: false }), testLab())).toEqual(["added start/more", "now-optional start/hello", "removed start/report"]);
  });

  it("knows an activity by its former id", () => {
    expect(changes(testLesson({ id: "start/greeting", slug: "greeting", aliases: ["start/hello"] }), testLab(), testProject())).toEqual([]);
  });

  it("is not owed yet when it was added or made required", () => {
    const optional = buildOutline(courseOf(testLesson({ required: false }), testLab()));
    expect([...listNotYetOwed(optional, courseOf(testLesson(), testLab({ contentHash: "other" }), testProject()))]).toEqual(["start/hello", "start/report"]);
  });
});
