import { describe, expect, it } from "vitest";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { makeContent, SMALL_MODULE, type Changes } from "../../helpers/content-folder.ts";

const COURSE = "courses/small/course.md";

async function problemsOf(fields: string, changes: Changes = {}) {
  const root = await makeContent({ [COURSE]: `---\ntitle: Small\nsummary: A small course.\n${fields}\n---\nWelcome.\n`, ...changes });
  const { courses } = await readContent(root);
  return { course: courses[0], problems: (courses[0]?.problems ?? []).filter(({ field }) => /^(?:hours|block|week)/.test(field ?? "")) };
}

const LONGER: Changes = { [`${SMALL_MODULE}/01-welcome.md`]: "---\nkind: lesson\ntitle: Welcome\nminutes: 90\n---\nHello.\n" };

describe("stated hours", () => {
  it("may be a tenth away from the sum of the minutes", async () => {
    const minutes = (await problemsOf("", LONGER)).course?.minutes ?? 0;
    expect((await problemsOf(`hours: ${((minutes / 60) * 1.05).toFixed(2)}`, LONGER)).problems).toEqual([]);
  });

  it("are a problem, with a line and what to write, when they are not the sum", async () => {
    const { course, problems } = await problemsOf("hours: 40");
    expect(problems).toMatchObject([{ file: COURSE, line: 4, field: "hours", message: expect.stringContaining("promises 40 h"), fix: expect.stringContaining("hours:") }]);
    expect(course?.hours).toBe(40);
  });
});

describe("a block", () => {
  it("takes modules for its weeks in their order", async () => {
    const { course, problems } = await problemsOf("block: { weeks: 1, days: 1 }");
    expect(problems).toEqual([]);
    expect(course?.modules.map(({ week }) => week)).toEqual([1]);
    expect(course?.block).toEqual({ weeks: 1, days: 1, start: "rolling", dates: [] });
  });

  it("says which week is empty, too late, or holds more than its days", async () => {
    expect((await problemsOf("block: { weeks: 2, days: 1 }")).problems[0]?.message).toBe("Week 2 has no required activity.");
    const late = await problemsOf("block: { weeks: 1, days: 1 }", { [`${SMALL_MODULE}/module.md`]: "---\ntitle: Start\nweek: 3\n---\n" });
    expect(late.problems.map(({ message }) => message)).toContain("The module is in week 3, and the block has 1.");
    const full = await problemsOf("block: { weeks: 1, days: 0.5 }", { [`${SMALL_MODULE}/01-welcome.md`]: "---\nkind: lesson\ntitle: Welcome\nminutes: 300\n---\nHello.\n" });
    expect(full.problems.map(({ field }) => field)).toEqual(["block.days"]);
  });

  it("with a start date names dates that exist", async () => {
    expect((await problemsOf("block: { weeks: 1, days: 1, start: date }")).problems[0]?.field).toBe("block.start");
    expect((await problemsOf("block: { weeks: 1, days: 1, start: date, dates: [2026-02-30] }")).problems[0]?.message).toBe("There is no day 2026-02-30.");
    expect((await problemsOf("block: { weeks: 1, days: 1, start: date, dates: [2026-03-02] }")).problems).toEqual([]);
  });
});
