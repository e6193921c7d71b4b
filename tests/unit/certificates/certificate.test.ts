import { describe, expect, it } from "vitest";
import { buildCourseFacts, isCode, roundHours } from "../../../app/features/certificates/certificate.ts";
import { buildLadderShape } from "../../../app/features/certificates/ladder-shape.ts";
import { outlineText, wrapText } from "../../../app/features/certificates/outline-text.server.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";

describe("the hours of a certificate", () => {
  it.each([[10, 0.5], [75, 1.5], [170, 3], [181, 3], [640, 11]])("of %i minutes are %d", (minutes, hours) => {
    expect(roundHours(minutes)).toBe(hours);
  });

  it("are those that the course promises, else the minutes of what was owed", () => {
    const [course] = buildTestCatalog([testLesson(), testLab({ required: false })]).courses;
    if (!course) throw new Error("there is a course");
    expect(buildCourseFacts(course, { minutesTotal: 10 })).toMatchObject({ minutes: 10, rungs: [1], courseTitle: "The basics", outcomes: ["Add numbers"] });
    expect(buildCourseFacts({ ...course, hours: 2 }, { minutesTotal: 10 }).minutes).toBe(120);
  });
});

describe("a code", () => {
  it.each([["abcdefghijklmnopqrstuvwx", true], ["short", false], ["abcdefghijklmnop/../uvwx", false], ["a".repeat(41), false]])("%s: %s", (text, is) => {
    expect(isCode(text)).toBe(is);
  });
});

describe("the ladder of a certificate", () => {
  it("has a rung an activity, inside its height, with more room between modules", () => {
    const { rungs } = buildLadderShape([2, 3], 100);
    expect(rungs).toHaveLength(5);
    const steps = rungs.slice(1).map((y, index) => (rungs[index] ?? 0) - y);
    expect(Math.max(...steps)).toBe(steps[1]);
    expect(Math.min(...rungs)).toBeGreaterThan(0);
    expect(Math.max(...rungs)).toBeLessThan(100);
  });

  it("is thinned out when a course is long", () => {
    expect(buildLadderShape([100, 200], 100).rungs).toHaveLength(60);
    expect(buildLadderShape([], 100).rungs).toEqual([]);
  });
});

describe("text as shapes", () => {
  it("has every letter of Latin names, composed ones too, in our own font", async () => {
    const { isComplete, width, shapes } = await outlineText("Zoë Ærøskjær-Łukasik Şahin");
    expect(isComplete).toBe(true);
    expect(width).toBeGreaterThan(8);
    expect(shapes).toHaveLength("ZoëÆrøskjær-ŁukasikŞahin".length);
  });

  it("says so when no font has a letter, and draws the others", async () => {
    // A code point that no font may give a shape to.
    const { isComplete, shapes } = await outlineText("Ada \u{10FFFE}");
    expect(isComplete).toBe(false);
    expect(shapes.length).toBeGreaterThanOrEqual(3);
  });

  it("is broken between words, and cut with a sign", async () => {
    expect(await wrapText("one two three", 4, 3)).toEqual(["one two", "three"]);
    expect(await wrapText("one two three four five", 2.6, 2)).toEqual(["one", "two …"]);
  });
});
