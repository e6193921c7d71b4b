import { describe, expect, it } from "vitest";
import type { Course, QuizPlacement } from "../../../app/catalog/catalog.ts";
import { listPlacementOffers, scorePart, type HandedAttempt } from "../../../app/features/placement/placement.ts";
import { buildTestCatalog, testLab, testLesson, testPlacementTest } from "../../helpers/test-course.ts";

const quiz = testPlacementTest();

function getCourse(): Course {
  const [course] = buildTestCatalog([quiz, testLesson(), testLab()]).courses;
  if (!course) throw new Error("There is no course.");
  return course;
}

const asked = [{ id: "a", points: 1, pool: "Files" }, { id: "b", points: 1, pool: "Files" }, { id: "c", points: 2, pool: null }];
const attempt = (credits: Record<string, number>): HandedAttempt => ({ asked, results: Object.fromEntries(Object.entries(credits).map(([id, credit]) => [id, { credit }])) });
const offersOf = (places: readonly QuizPlacement[], attempts: readonly HandedAttempt[]) => listPlacementOffers(getCourse(), { ...quiz, places }, attempts);
const place = (changes: Partial<QuizPlacement> = {}): QuizPlacement => ({ skips: ["sum"], score: 0.5, questions: null, pool: null, ...changes });

describe("what the answers are worth", () => {
  it.each([
    ["all of them, by their points", {}, 0.75],
    ["named questions", { questions: ["a", "b"] }, 0.5],
    ["a pool", { pool: "Files" }, 0.5],
    ["a question that was answered right", { questions: ["c"] }, 1],
  ])("%s", (_, part, score) => {
    expect(scorePart({ questions: null, pool: null, ...part }, attempt({ a: 1, c: 1 }))).toBe(score);
  });

  it("is nothing where nothing was asked", () => {
    expect(scorePart({ questions: ["z"], pool: null }, attempt({ a: 1 }))).toBeNull();
  });
});

describe("what may be skipped", () => {
  it("is what the best attempt reaches", () => {
    expect(offersOf([place({ score: 0.75 })], [attempt({ a: 1 }), attempt({ a: 1, c: 1 }), attempt({})])).toMatchObject([{ key: "sum", title: "Sum", reached: 0.75, isEarned: true }]);
    expect(offersOf([place({ score: 0.8 })], [attempt({ a: 1, c: 1 })])).toMatchObject([{ isEarned: false }]);
    expect(offersOf([place()], [])).toMatchObject([{ reached: null, isEarned: false }]);
  });

  it("can be a module, and is never the test itself", () => {
    const [offer] = offersOf([place({ skips: ["start"] })], []);
    expect(offer?.activities.map(({ id }) => id)).toEqual(["start/hello", "start/sum"]);
    expect(offersOf([place({ skips: ["level", "start/level", "gone", "gone/away"] })], [])).toEqual([]);
  });
});
