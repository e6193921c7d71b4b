import { describe, expect, it } from "vitest";
import type { Task } from "../../../app/catalog/catalog.ts";
import { explainActivity, explainTally, listMissingOfTask, type ActivityFacts } from "../../../app/features/progress/explain.ts";
import { buildTestCatalog, testLab, testLesson, testProject, testTask } from "../../helpers/test-course.ts";

const at = new Date("2026-03-02T10:00:00Z");
const later = new Date("2026-03-03T10:00:00Z");
const nothing: ActivityFacts = { isClosed: false, completion: null, position: null, submissions: [], quiz: null, task: null };
const run = { at, outcome: "failed", passedTests: 1, totalTests: 3, decision: null, decidedAt: null };
const task = (changes: Partial<Task> = {}) => testTask(changes);
const work = { state: "open" as const, checked: [], hours: 0, hasEvidence: false, handedInAt: null, signedAt: null };

describe("why an activity is done or not", () => {
  it("says that a lesson wants its mark, and how far it was read", () => {
    expect(explainActivity(testLesson(), { ...nothing, position: 0.4 })).toEqual({ rule: { kind: "lesson" }, seen: [{ kind: "read", share: 0.4 }], missing: [{ kind: "mark" }] });
  });

  it("says when a lab was passed, and with which submission", () => {
    const facts = { ...nothing, completion: { reason: "passed" as const, at: later }, submissions: [run, { ...run, outcome: "passed", passedTests: 3 }, run] };
    expect(explainActivity(testLab(), facts)).toEqual({ rule: { kind: "lab" }, seen: [{ kind: "completed", reason: "passed", at: later, attempt: 2 }], missing: [] });
    expect(explainActivity(testLab(), { ...nothing, submissions: [run, run] })).toMatchObject({ seen: [{ kind: "submissions", count: 2, passed: 1, total: 3 }], missing: [{ kind: "tests" }] });
  });

  it("tells a project that waits from one that is to be changed", () => {
    expect(explainActivity(testProject(), { ...nothing, submissions: [run] })).toMatchObject({ seen: [{ kind: "handed-in", at }], missing: [{ kind: "acceptance" }] });
    expect(explainActivity(testProject(), { ...nothing, submissions: [{ ...run, decision: "changes-asked", decidedAt: later }] })).toMatchObject({ seen: [{}, { kind: "changes-asked", at: later }], missing: [{ kind: "hand-in" }, { kind: "acceptance" }] });
  });

  it("says that it is closed, as long as it is not done", () => {
    expect(explainActivity(testLesson(), { ...nothing, isClosed: true }).missing).toEqual([{ kind: "gate" }, { kind: "mark" }]);
    expect(explainActivity(testLesson(), { ...nothing, isClosed: true, completion: { reason: "placed", at } }).missing).toEqual([]);
  });
});

describe("what a task still asks for", () => {
  it("goes down to the learner's word", () => {
    const asked = task({ hours: 2, evidence: "file" });
    expect(listMissingOfTask(asked, null)).toEqual([{ kind: "items", count: 2 }, { kind: "hours", hours: 2 }, { kind: "evidence", wanted: "file" }, { kind: "finish" }]);
    expect(listMissingOfTask(asked, { ...work, checked: ["one", "gone"], hours: 1.25, hasEvidence: true })).toEqual([{ kind: "items", count: 1 }, { kind: "hours", hours: 0.75 }, { kind: "finish" }]);
    expect(listMissingOfTask(asked, { ...work, checked: ["one", "two"], hours: 3, hasEvidence: true })).toEqual([{ kind: "finish" }]);
  });

  it("ends with the signature where it asks for one", () => {
    const signed = task({ signOff: "instructor" });
    const whole = { ...work, checked: ["one", "two"] };
    expect(listMissingOfTask(signed, whole)).toEqual([{ kind: "finish" }, { kind: "signature" }]);
    expect(listMissingOfTask(signed, { ...whole, state: "waiting", handedInAt: at })).toEqual([{ kind: "signature" }]);
    expect(explainActivity(signed, { ...nothing, task: { ...whole, state: "waiting", handedInAt: at } })).toMatchObject({ rule: { kind: "task-signed" }, seen: [{ kind: "items", done: 2, total: 2 }, { kind: "waiting", at }] });
  });
});

describe("why a course stands where it does", () => {
  it("names the first of what is left, and leaves optional ones out", () => {
    const [course] = buildTestCatalog([testLesson(), testLab(), { ...testProject(), required: false }]).courses;
    const states = new Map([["start/hello", "done"], ["start/sum", "closed"], ["start/report", "ahead"]] as const);
    expect(explainTally(course?.modules ?? [], states, { done: 1, total: 2 })).toEqual({ done: 1, total: 2, optional: 1, left: [{ id: "start/sum", title: "Sum", state: "closed" }], more: 0 });
  });

  it("counts what it does not name", () => {
    const many = Array.from({ length: 8 }, (_, index) => testLesson({ id: `start/l${index}`, slug: `l${index}` }));
    const [course] = buildTestCatalog(many).courses;
    const { left, more } = explainTally(course?.modules ?? [], new Map(), { done: 0, total: 8 });
    expect([left.length, more]).toEqual([5, 3]);
  });
});
