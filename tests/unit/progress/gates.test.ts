import { describe, expect, it } from "vitest";
import type { Activity, Course, Gate } from "../../../app/catalog/catalog.ts";
import { asksForScores, buildGateView, hasGates, listClosedIds, listMissingGates } from "../../../app/features/progress/gates.ts";
import { buildCourseProgress } from "../../../app/features/progress/progress.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";

const first = testLesson();
const second = testLab();

function courseOf(activities: readonly Activity[], moduleGates: readonly Gate[] = []): Course {
  const [course] = buildTestCatalog([first]).courses;
  const [start] = course?.modules ?? [];
  if (!course || !start) throw new Error("There is no course.");
  const later = activities.map((activity) => ({ ...activity, moduleId: "later", id: `later/${activity.slug}` }));
  return { ...course, modules: [start, { ...start, id: "later", title: "Later", gates: moduleGates, activities: later }] };
}

const facts = (done: string[] = [], scores: [string, number][] = []) => ({ done: new Set(done), scores: new Map(scores) });

function missingOf(course: Course, ...seen: Parameters<typeof facts>) {
  const last = course.modules[1]?.activities.at(-1);
  if (!last) throw new Error("There is no activity.");
  return listMissingGates(course, last, facts(...seen)).map((gate) => buildGateView(course, gate));
}

describe("what opens an activity", () => {
  it("is nothing without gates", () => {
    const course = courseOf([second]);
    expect(missingOf(course)).toEqual([]);
    expect(hasGates(course, first)).toBe(false);
    expect(asksForScores(course)).toBe(false);
  });

  it("is a prerequisite that is done, also under a former id", () => {
    const course = courseOf([{ ...second, prerequisites: ["start/hello"] }]);
    expect(missingOf(course)).toEqual([{ kind: "activity", title: "Hello", path: "/courses/basics/start/hello", left: 0, score: 0, best: null }]);
    expect(missingOf(course, ["start/hello"])).toEqual([]);
    const renamed = courseOf([{ ...second, prerequisites: ["start/hi"] }]);
    const aliased = { ...renamed, modules: [{ ...renamed.modules[0], activities: [{ ...first, aliases: ["start/hi"] }] }, renamed.modules[1]] } as Course;
    expect(missingOf(aliased)).toHaveLength(1);
    expect(missingOf(aliased, ["start/hello"])).toEqual([]);
  });

  it("is a module whose required activities are all done", () => {
    const course = courseOf([{ ...second, gates: [{ kind: "module", moduleId: "start" }] }]);
    expect(missingOf(course)).toMatchObject([{ kind: "module", title: "The start", path: "/courses/basics#start", left: 1 }]);
    expect(missingOf(course, ["start/hello"])).toEqual([]);
  });

  it("is a score, whether it passes or not", () => {
    const course = courseOf([{ ...second, gates: [{ kind: "score", activityId: "start/hello", score: 0.8 }] }]);
    expect(asksForScores(course)).toBe(true);
    expect(missingOf(course)).toMatchObject([{ kind: "score", score: 0.8, best: null }]);
    expect(missingOf(course, ["start/hello"], [["start/hello", 0.79]])).toMatchObject([{ best: 0.79 }]);
    expect(missingOf(course, [], [["start/hello", 0.8]])).toEqual([]);
  });

  it("is also what its module waits for", () => {
    const course = courseOf([second], [{ kind: "module", moduleId: "start" }]);
    expect(missingOf(course)).toHaveLength(1);
    expect(listClosedIds(course, facts())).toEqual(new Set(["later/sum"]));
  });

  it("is never something that is not there, and what is done stays open", () => {
    expect(missingOf(courseOf([{ ...second, prerequisites: ["gone/away"], gates: [{ kind: "module", moduleId: "gone" }] }]))).toEqual([]);
    expect(missingOf(courseOf([{ ...second, prerequisites: ["start/hello"] }]), ["later/sum"])).toEqual([]);
  });
});

describe("progress with gates", () => {
  const course = courseOf([{ ...second, prerequisites: ["start/hello"] }]);
  const traces = { completed: [], touched: ["later/sum"], lastActivityId: "later/sum" };

  it("shows what is closed, and goes on with what is open", () => {
    const progress = buildCourseProgress(course, traces);
    expect([...progress.states.values()]).toEqual(["ahead", "closed"]);
    expect(progress.next?.id).toBe("start/hello");
  });

  it("opens with what it waits for", () => {
    const progress = buildCourseProgress(course, { ...traces, completed: ["start/hello"] });
    expect([...progress.states.values()]).toEqual(["done", "begun"]);
    expect(progress.next?.id).toBe("later/sum");
  });

  it("does not look at gates for people who only look", () => {
    expect([...buildCourseProgress(course, { ...traces, scores: null }).states.values()]).toEqual(["ahead", "begun"]);
  });
});
