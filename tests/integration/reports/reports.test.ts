import { describe, expect, it } from "vitest";
import type { Course } from "../../../app/catalog/catalog.ts";
import { decideReport } from "../../../app/features/reports/decide-report.server.ts";
import { openReports } from "../../../app/features/reports/open-reports.server.ts";
import { reportForm } from "../../../app/features/reports/report-forms.ts";
import { reportProblem } from "../../../app/features/reports/report-problem.server.ts";
import { HOURLY } from "../../../app/features/questions/question-rules.ts";
import { buildTestCatalog, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const lesson = testLesson();

async function setUp() {
  const deps = makeTestDeps({ catalog: buildTestCatalog([lesson]) });
  await insertTestUser(deps, "ada");
  const course = deps.catalog.courses[0] as Course;
  const report = (words = "<b>here</b>", kind: "typo" | "broken" = "typo") => reportProblem(deps, { userId: "ada", activity: lesson, report: { kind, words } });
  return { deps, course, report, list: (asked: string | null = null, of = course) => openReports(deps, { course: of, asked }) };
}

describe("reports of problems", () => {
  it("reach the list of the course as they were written", async () => {
    const { report, list } = await setUp();
    expect(await report()).toEqual({ kind: "reported" });
    expect(await list()).toMatchObject({ state: "open", counts: { open: 1, fixed: 0, declined: 0 }, reports: [{ kind: "typo", words: "<b>here</b>", reporterName: "ada", path: "/courses/basics/start/hello", hasChanged: false }] });
  });

  it("say whether the activity was changed since, and stay when it is gone", async () => {
    const { course, report, list } = await setUp();
    await report("");
    const [module] = course.modules;
    if (!module) throw new Error("no module");
    const withActivities = (activities: typeof module.activities): Course => ({ ...course, modules: [{ ...module, activities }] });
    expect((await list(null, withActivities([testLesson({ contentHash: "newer" })]))).reports).toMatchObject([{ hasChanged: true }]);
    expect((await list(null, withActivities([]))).reports).toMatchObject([{ path: null, activityTitle: "start/hello", hasChanged: false }]);
  });

  it("are fixed, declined and opened again, within their own course", async () => {
    const { deps, report, list } = await setUp();
    await report();
    const id = (await list()).reports[0]?.id ?? "";
    expect(await decideReport(deps, { courseId: "other", id, state: "fixed" })).toBe(false);
    expect(await decideReport(deps, { courseId: "basics", id, state: "fixed" })).toBe(true);
    expect(await list("fixed")).toMatchObject({ counts: { open: 0, fixed: 1 }, reports: [{ id }] });
    await decideReport(deps, { courseId: "basics", id, state: "open" });
    expect((await list()).counts).toEqual({ open: 1, fixed: 0, declined: 0 });
    expect(await decideReport(deps, { courseId: "basics", id: "none", state: "declined" })).toBe(false);
  });

  it("are limited for each person", async () => {
    const { report } = await setUp();
    for (let made = 0; made < HOURLY.reports; made += 1) await report();
    expect(await report()).toEqual({ kind: "too-many" });
  });

  it("need a kind, and words are optional and bounded", () => {
    const codesOf = (form: object) => reportForm.safeParse(form).error?.issues.map(({ message }) => message);
    expect(codesOf({ kind: "typo" })).toBeUndefined();
    expect(codesOf({ kind: "nope", words: "x" })).toEqual(["kind"]);
    expect(codesOf({ kind: "typo", words: "x".repeat(2_001) })).toEqual(["long"]);
  });
});
