import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity, Course } from "../../../app/catalog/catalog.ts";
import { buildCourseProgress, type Traces } from "../../../app/features/progress/progress.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";

function buildCourse(activities: readonly Activity[]): Course {
  const [course] = buildTestCatalog(activities).courses;
  if (!course) throw new Error("The test catalog has no course.");
  return course;
}

const a = testLesson({ id: "start/a", slug: "a", minutes: 10 });
const b = testLab({ id: "start/b", slug: "b", minutes: 20, aliases: ["start/old-b"] });
const c = testLesson({ id: "start/c", slug: "c", minutes: 30, required: false });
const d = testLesson({ id: "start/d", slug: "d", minutes: 40 });
const course = buildCourse([a, b, c, d]);
const nothing: Traces = { completed: [], touched: [], lastActivityId: null };

describe("states", () => {
  it("is done when completed, begun when touched, else ahead", () => {
    const progress = buildCourseProgress(course, { ...nothing, completed: [a.id], touched: [a.id, b.id] });
    expect([...progress.states]).toEqual([["start/a", "done"], ["start/b", "begun"], ["start/c", "ahead"], ["start/d", "ahead"]]);
    expect(progress.modules.map((module) => module.states)).toEqual([["done", "begun", "ahead", "ahead"]]);
  });

  it("counts what was done under a former id, once", () => {
    const progress = buildCourseProgress(course, { ...nothing, completed: ["start/old-b", b.id] });
    expect(progress.states.get(b.id)).toBe("done");
    expect(progress.minutesDone).toBe(20);
  });

  it("ignores activities that are gone", () => {
    const progress = buildCourseProgress(course, { completed: ["start/gone"], touched: ["start/lost"], lastActivityId: "start/away" });
    expect(progress).toMatchObject({ done: 0, hasBegun: false, next: a });
  });
});

describe("counts", () => {
  it("adds up required activities only", () => {
    const progress = buildCourseProgress(course, { ...nothing, completed: [a.id, c.id] });
    expect(progress).toMatchObject({ done: 1, total: 3, minutesDone: 10, minutesTotal: 70, isDone: false });
  });

  it("is done without the optional ones", () => {
    expect(buildCourseProgress(course, { ...nothing, completed: [a.id, b.id, d.id] }).isDone).toBe(true);
  });

  it("is never done when nothing is asked for", () => {
    expect(buildCourseProgress(buildCourse([]), nothing)).toMatchObject({ isDone: false, total: 0, next: null });
  });
});

describe("where to go on", () => {
  it("begins with the first activity", () => {
    expect(buildCourseProgress(course, nothing).next).toBe(a);
  });

  it("is the last one worked in while it is unfinished, an optional one included", () => {
    expect(buildCourseProgress(course, { ...nothing, touched: [b.id], lastActivityId: b.id }).next).toBe(b);
    expect(buildCourseProgress(course, { ...nothing, lastActivityId: c.id }).next).toBe(c);
  });

  it("is the first required one after the last when that is finished", () => {
    expect(buildCourseProgress(course, { ...nothing, completed: [b.id], lastActivityId: b.id }).next).toBe(d);
  });

  it("comes back to what was skipped", () => {
    expect(buildCourseProgress(course, { ...nothing, completed: [d.id], lastActivityId: d.id }).next).toBe(a);
  });

  it("offers an optional one when only those are left, and then nothing", () => {
    const completed = [a.id, b.id, d.id];
    expect(buildCourseProgress(course, { ...nothing, completed, lastActivityId: d.id }).next).toBe(c);
    expect(buildCourseProgress(course, { ...nothing, completed: [...completed, c.id], lastActivityId: d.id }).next).toBeNull();
  });
});

describe("for any traces", () => {
  const ids = ["start/a", "start/b", "start/old-b", "start/c", "start/d", "start/gone"];
  const traces = fc.record({ completed: fc.subarray(ids), touched: fc.subarray(ids), lastActivityId: fc.option(fc.constantFrom(...ids)) });

  it("never sends anybody to what is done, and stops only when all is done", () => {
    fc.assert(
      fc.property(traces, (given) => {
        const { next, states } = buildCourseProgress(course, given);
        if (next) expect(states.get(next.id)).not.toBe("done");
        expect(next === null).toBe([...states.values()].every((state) => state === "done"));
      }),
    );
  });

  it("never goes down when one more is finished", () => {
    fc.assert(
      fc.property(traces, fc.constantFrom(...ids), (given, more) => {
        const before = buildCourseProgress(course, given);
        const after = buildCourseProgress(course, { ...given, completed: [...given.completed, more] });
        expect(after.done).toBeGreaterThanOrEqual(before.done);
        expect(after.minutesDone).toBeGreaterThanOrEqual(before.minutesDone);
        expect(after.minutesDone).toBeLessThanOrEqual(after.minutesTotal);
      }),
    );
  });

  it("counts the course as the sum of its modules", () => {
    fc.assert(
      fc.property(traces, (given) => {
        const { modules, done, minutesDone, total } = buildCourseProgress(course, given);
        const sum = (pick: (module: (typeof modules)[number]) => number) => modules.reduce((all, module) => all + pick(module), 0);
        expect([done, total, minutesDone]).toEqual([sum((m) => m.done), sum((m) => m.total), sum((m) => m.minutesDone)]);
      }),
    );
  });
});
