import { beforeEach, describe, expect, it } from "vitest";
import type { Course } from "../../../app/catalog/catalog.ts";
import type { Deps } from "../../../app/deps.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { completeLesson } from "../../../app/features/lessons/complete-lesson.server.ts";
import { skipParts, unskipParts } from "../../../app/features/placement/choose-placement.server.ts";
import { openPlacement } from "../../../app/features/placement/open-placement.server.ts";
import { fieldName, markAnswer, wasName } from "../../../app/features/quizzes/answer-fields.ts";
import { startAttempt } from "../../../app/features/quizzes/start-attempt.server.ts";
import { submitAttempt } from "../../../app/features/quizzes/submit-attempt.server.ts";
import { findCompletion } from "../../../db/queries/completions.ts";
import { findOpenAttempt } from "../../../db/queries/quiz-attempts.ts";
import { buildTestCatalog, testLab, testLesson, testPlacementTest } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const quiz = testPlacementTest();
const lesson = testLesson();
let deps: Deps;
let course: Course;

beforeEach(async () => {
  deps = makeTestDeps({ catalog: buildTestCatalog([quiz, lesson, testLab()]) });
  for (const userId of ["lena", "oskar"]) {
    await insertTestUser(deps, userId);
    await enroll(deps, { userId, courseId: "basics" });
  }
  const [found] = deps.catalog.courses;
  if (!found) throw new Error("There is no course.");
  course = found;
});

/** Answers the two questions: `greet` places the lesson, `add` the lab. */
async function answer(answers: { greet: string; add: string }, userId = "lena") {
  await startAttempt(deps, { userId, quiz });
  const attempt = await findOpenAttempt(deps.db, { userId, courseId: "basics", activityIds: [quiz.id] });
  const form = new FormData();
  for (const [id, text] of Object.entries(answers)) {
    form.set(wasName(id), markAnswer(undefined));
    form.set(fieldName(id, "text"), text);
  }
  const said = await submitAttempt(deps, { userId, quiz, attemptId: attempt?.id ?? "", form, isGapMeant: true });
  expect(said.kind).toBe("submitted");
}

const open = (userId = "lena") => openPlacement(deps, { userId, course, quiz });
const skip = (keys: string[], userId = "lena") => skipParts(deps, { userId, course, quiz, keys });
const reasonOf = async (activityId: string, userId = "lena") => (await findCompletion(deps.db, { userId, courseId: "basics", activityId }))?.reason ?? null;

describe("a placement test", () => {
  it("offers nothing before it was handed in", async () => {
    expect(await open()).toMatchObject({ hasTried: false, offers: [{ key: "hello", isEarned: false, state: "open" }, { key: "sum", isEarned: false }] });
    expect(await skip(["hello"])).toBe(0);
    expect(await reasonOf("start/hello")).toBeNull();
  });

  it("lets somebody skip what they showed, and that alone", async () => {
    await answer({ greet: "hello", add: "wrong" });
    expect(await open()).toMatchObject({ hasTried: true, offers: [{ key: "hello", reached: 1, isEarned: true }, { key: "sum", reached: 0, isEarned: false }] });
    expect(await skip(["hello", "sum", "start", "../x"])).toBe(1);
    expect([await reasonOf("start/hello"), await reasonOf("start/sum")]).toEqual(["placed", null]);
    expect((await open())?.offers[0]?.state).toBe("skipped");
    expect(await skip(["hello"])).toBe(0);
  });

  it("skips nothing that was not chosen, and nothing of others", async () => {
    await answer({ greet: "hello", add: "3" });
    expect(await skip([])).toBe(0);
    expect(await skip(["hello"], "oskar")).toBe(0);
    expect(await reasonOf("start/hello", "oskar")).toBeNull();
  });

  it("counts as done until it is done, and can be taken back until then", async () => {
    await answer({ greet: "hello", add: "3" });
    await skip(["hello", "sum"]);
    await completeLesson(deps, { userId: "lena", lesson });
    expect(await reasonOf("start/hello")).toBe("marked");
    expect((await open())?.offers.map(({ state }) => state)).toEqual(["done", "skipped"]);
    await unskipParts(deps, { userId: "lena", course, quiz, keys: ["hello", "sum"] });
    expect([await reasonOf("start/hello"), await reasonOf("start/sum")]).toEqual(["marked", null]);
  });
});

it("is none when the quiz places nobody", async () => {
  expect(await openPlacement(deps, { userId: "lena", course, quiz: { ...quiz, places: [] } })).toBeNull();
});
