import { describe, expect, test } from "vitest";
import { listCompletions } from "../../../db/queries/completions.ts";
import { surveyAnswers } from "../../../db/schema.ts";
import { openSurvey } from "../../../app/features/surveys/open-survey.server.ts";
import { openSurveyResults } from "../../../app/features/surveys/open-survey-results.server.ts";
import { sendSurvey } from "../../../app/features/surveys/send-survey.server.ts";
import { makeSurvey } from "../../helpers/questions.ts";
import { buildTestCatalog } from "../../helpers/test-course.ts";
import { getCourse } from "../../helpers/content-folder.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const TEXT = "## Sure\n\n::scale{from=1 to=5}\n\n## Pace\n\n- [ ] slow\n- [ ] `fast`\n\n## Helped\n\n::question{type=several required=false}\n\n- [ ] a\n- [ ] b\n\n## Words\n\n::text\n";
const EVIL = '<img src=x onerror="alert(1)"> =1+1 \u202Eabc';

async function setUp(fields: string[] = []) {
  const survey = makeSurvey(TEXT, fields);
  const catalog = buildTestCatalog([survey]);
  const deps = makeTestDeps({ catalog });
  for (const id of ["ana", "bo", "cy"]) await insertTestUser(deps, id);
  const course = getCourse(catalog);
  const options = (title: string) => survey.questions.flatMap((question) => (question.id === title && "options" in question ? question.options.map(({ id }) => id) : []));
  return {
    deps, survey, options,
    send(userId: string, fields: readonly (readonly [string, string])[]) {
      const form = new FormData();
      for (const [name, value] of fields) form.append(name, value);
      return sendSurvey(deps, { userId, survey, form });
    },
    full: [["s.sure", "4"], ["s.pace", options("pace")[1] ?? ""], ["s.words", EVIL]] as const,
    rows: () => deps.db.select().from(surveyAnswers),
    view: (userId: string) => openSurvey(deps, { user: { id: userId } as never, course, enrollment: { userId } as never }, survey),
    results: () => openSurveyResults(deps, { course, moduleId: "start", slug: "check" }),
  };
}

describe("a survey", () => {
  test("is sent once for each person, and is done then", async () => {
    const own = await setUp();
    expect((await own.view("ana")).isSent).toBe(false);
    expect(await Promise.all([own.send("ana", own.full), own.send("ana", own.full)])).toEqual([null, null]);
    expect(await own.rows()).toMatchObject([{ userId: "ana", sentAt: own.deps.now() }]);
    expect((await own.view("ana")).isSent).toBe(true);
    expect((await own.view("bo")).isSent).toBe(false);
    expect(await listCompletions(own.deps.db, { userId: "ana", courseId: "basics" })).toMatchObject([{ reason: "sent", activityId: "start/check" }]);
  });

  test("without a required answer is not sent, and comes back with everything that was typed", async () => {
    const own = await setUp();
    expect(await own.send("ana", [["s.words", "My words"], ["s.sure", "9"]])).toEqual({ missing: ["sure", "pace"], values: { sure: ["9"], pace: [], helped: [], words: ["My words"] } });
    expect(await own.rows()).toEqual([]);
  });

  test("keeps no option and no number that was not asked", async () => {
    const own = await setUp();
    await own.send("ana", [...own.full, ["s.pace", "other"], ["s.helped", "none"], ["s.helped", own.options("helped")[0] ?? ""], ["s.else", "x"]]);
    expect((await own.rows())[0]?.answers.map(({ questionId, values }) => [questionId, values])).toEqual([["sure", ["4"]], ["pace", [own.options("pace")[1]]], ["helped", [own.options("helped")[0]]], ["words", [EVIL]]]);
  });

  test("that is anonymous has neither person nor time in its rows, nor an order of sending", async () => {
    const own = await setUp(["anonymous: true"]);
    await own.send("ana", own.full);
    const [row] = await own.rows();
    expect(row).toMatchObject({ userId: null, sentAt: null });
    expect(JSON.stringify(row)).not.toContain("ana");
    expect(await own.send("ana", own.full)).toBeNull();
    expect(await own.rows()).toHaveLength(1);
    // No hidden row number tells who came first.
    await expect(own.deps.db.write(async (tx) => tx.get("select rowid from survey_answers" as never))).rejects.toThrow();
  });
});

describe("results", () => {
  test("count options and numbers, and show free words with the name, as text", async () => {
    const own = await setUp();
    await own.send("ana", own.full);
    await own.send("bo", [["s.sure", "1"], ["s.pace", own.options("pace")[1] ?? ""]]);
    const results = await own.results();
    expect(results).toMatchObject({ sent: 2, heldBackBelow: null, anonymous: false });
    expect(results?.questions).toMatchObject([
      { id: "sure", answered: 2, mean: 2.5, counts: [{ label: "1", count: 1 }, { count: 0 }, { count: 0 }, { label: "4", count: 1 }, { count: 0 }] },
      { id: "pace", counts: [{ label: "slow", count: 0 }, { label: "fast", count: 2 }] },
      { id: "helped", answered: 0 },
      { id: "words", words: [{ text: EVIL, name: "ana" }] },
    ]);
  });

  test("of an anonymous survey wait for three people, and name nobody", async () => {
    const own = await setUp(["anonymous: true"]);
    await own.send("ana", own.full);
    await own.send("bo", own.full);
    expect(await own.results()).toMatchObject({ sent: 2, heldBackBelow: 3, questions: [] });
    await own.send("cy", own.full);
    const results = await own.results();
    expect(results).toMatchObject({ sent: 3, heldBackBelow: null });
    expect(results?.questions[3]?.words).toEqual([{ text: EVIL, name: null }, { text: EVIL, name: null }, { text: EVIL, name: null }]);
  });

  test("of something else are not there", async () => {
    const own = await setUp();
    expect(await openSurveyResults(own.deps, { course: getCourse(own.deps.catalog), moduleId: "start", slug: "none" })).toBeNull();
  });
});
