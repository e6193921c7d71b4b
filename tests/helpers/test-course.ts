import type { Activity, Catalog, Course, Lab, Lesson, Module, Project, Quiz, Task } from "../../app/catalog/catalog.ts";

/** A small catalog in memory: course `basics`, module `start`, lesson `hello`, lab `sum`, project `report`. */
export function buildTestCatalog(activities: readonly Activity[] = [testLesson(), testLab(), testProject()]): Catalog {
  const module: Module = {
    id: "start", courseId: "basics", title: "The start", summary: "", outcomes: [], gates: [], week: null, overview: { source: "", firstLine: 1 },
    folder: "courses/basics/01-start", activities, broken: [],
  };
  const course: Course = {
    id: "basics", title: "The basics", summary: "A small course.", outcomes: ["Add numbers"], audience: "", overview: { source: "Welcome.", firstLine: 1 },
    folder: "courses/basics", modules: [module], minutes: activities.reduce((sum, activity) => sum + activity.minutes, 0), hours: null, block: null, readingGrade: null, published: true, showWork: false,
    contentHash: "course-hash", problems: [],
  };
  return { root: "/nowhere", courses: [course], frameworks: [], problems: [] };
}

const common = {
  moduleId: "start", courseId: "basics", summary: "", minutes: 10, skills: [], practises: [], assesses: [], required: true, prerequisites: [], gates: [], points: 1, aliases: [],
  text: { source: "Some *text*.", firstLine: 5 }, assets: [], contentHash: "content-hash",
};

export function testLesson(changes: Partial<Lesson> = {}): Lesson {
  const file = "courses/basics/01-start/01-hello.md";
  const { text, minutes } = { ...common, ...changes };
  return { ...common, kind: "lesson", id: "start/hello", slug: "hello", title: "Hello", file, folder: null, renditions: [{ form: "text", minutes, file, text, video: null }], ...changes };
}

export function testLab(changes: Partial<Lab> = {}): Lab {
  return {
    ...common, kind: "lab", id: "start/sum", slug: "sum", title: "Sum", file: "courses/basics/01-start/02-sum/lab.md", folder: "courses/basics/01-start/02-sum",
    language: "javascript", open: "sum.js", readOnly: [], limits: {},
    starter: { "sum.js": "export function sum(a, b) {}\n" }, solution: { "sum.js": "export const sum = (a, b) => a + b;\n" }, alternatives: [],
    tests: [
      { path: "sum.test.js", group: "visible", text: 'import { sum } from "./sum.js";\ntest("adds", () => { expect(sum(1, 2)).toBe(3); });\n' },
      { path: "more.test.js", group: "hidden", text: 'import { sum } from "./sum.js";\ntest("adds zero", () => { expect(sum(0, 41)).toBe(41); });\n' },
    ],
    hints: [{ title: "Plus", text: { source: "Use `+`.", firstLine: 1 } }], runSkipped: false, typeErrors: "ignore", wrong: [], mutation: null, testHash: "test-hash", ...changes,
  };
}

export function testProject(changes: Partial<Project> = {}): Project {
  return {
    ...common, kind: "project", id: "start/report", slug: "report", title: "Report", file: "courses/basics/01-start/03-report/project.md", folder: "courses/basics/01-start/03-report",
    language: "javascript", open: "report.js", readOnly: [], limits: {}, starter: { "report.js": "export const report = () => '';\n" },
    tests: [{ path: "report.test.js", group: "visible", text: 'import { report } from "./report.js";\ntest("says something", () => { expect(report().length > 0).toBe(true); });\n' }],
    rubric: {
      criteria: [
        { id: "correct", title: "Correct", description: "", note: "grader note", levels: [{ id: "full", title: "Full", points: 4, description: "" }, { id: "none", title: "Not yet", points: 0, description: "" }] },
        { id: "clear", title: "Clear", description: "", note: "", levels: [{ id: "full", title: "Full", points: 2, description: "" }, { id: "none", title: "Not yet", points: 0, description: "" }] },
      ],
      maxPoints: 6,
      notes: "grader note on the whole",
    },
    hints: [], testHash: "test-hash", ...changes,
  };
}

/** A task with the items `one` and `two`, that the learner ends alone. */
export function testTask(changes: Partial<Task> = {}): Task {
  const items = ["one", "two"].map((id, index) => ({ id, text: { source: id, firstLine: 7 + index } }));
  return {
    ...common, kind: "task", id: "start/errand", slug: "errand", title: "Errand", file: "courses/basics/01-start/04-errand.md", folder: null,
    instructions: common.text, checklist: items, hours: null, evidence: "none", signOff: "none", ...changes,
  };
}

/** A quiz of two short answers: `hello` lets skip the lesson `hello`, `3` the lab `sum`. */
export function testPlacementTest(changes: Partial<Quiz> = {}): Quiz {
  const question = { type: "text" as const, prompt: "", points: 1, pool: null, explanation: "", shuffle: false, isCaseExact: false, foreseen: [] };
  return {
    ...common, kind: "quiz", id: "start/level", slug: "level", title: "Where do you begin?", file: "courses/basics/01-start/00-level.md", folder: null,
    written: common.text, pools: [], pass: 0, shuffle: false, attempts: null,
    questions: [{ ...question, id: "greet", title: "How do people greet?", accepted: ["hello"] }, { ...question, id: "add", title: "What is 1 + 2?", accepted: ["3"] }],
    places: [{ skips: ["hello"], score: 1, questions: ["greet"], pool: null }, { skips: ["sum"], score: 1, questions: ["add"], pool: null }],
    ...changes,
  };
}
