import { describe, expect, test } from "vitest";
import { listCompletions } from "../../../db/queries/completions.ts";
import { findOpenAttempt, listAttempts } from "../../../db/queries/quiz-attempts.ts";
import { quizAttempts } from "../../../db/schema.ts";
import { markAnswer } from "../../../app/features/quizzes/answer-fields.ts";
import { buildAttemptsKey } from "../../../app/features/quizzes/attempts-key.ts";
import { keepAnswers, readKeptAnswers } from "../../../app/features/quizzes/keep-answers.server.ts";
import { openQuiz, readAsked } from "../../../app/features/quizzes/open-quiz.server.ts";
import { saveAnswers } from "../../../app/features/quizzes/save-answers.server.ts";
import { startAttempt } from "../../../app/features/quizzes/start-attempt.server.ts";
import { submitAttempt } from "../../../app/features/quizzes/submit-attempt.server.ts";
import type { AskedQuestion } from "../../../app/features/quizzes/draw-questions.ts";
import { EVERY_TYPE, makeQuiz, SECRETS } from "../../helpers/questions.ts";
import { answerRight, answerWrong } from "../../helpers/quiz-answers.ts";
import { buildTestCatalog } from "../../helpers/test-course.ts";
import { getCourse } from "../../helpers/content-folder.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

type Answering = (question: AskedQuestion) => Record<string, string>;

async function setUp({ fields = [], text = EVERY_TYPE }: { fields?: string[]; text?: string } = {}) {
  const quiz = makeQuiz(text, fields);
  const catalog = buildTestCatalog([quiz]);
  const deps = makeTestDeps({ catalog });
  const userId = await insertTestUser(deps, "ana");
  await insertTestUser(deps, "bo");
  const course = getCourse(catalog);
  const visit = { user: { id: userId } as never, course, enrollment: { userId } as never };
  const key = buildAttemptsKey(userId, quiz);
  return {
    deps, quiz, userId, key,
    open: () => findOpenAttempt(deps.db, key),
    look: (number: number | null = null, of = quiz) => openQuiz(deps, visit, of, { number, isHeldBack: false }),
    start: (of = quiz) => startAttempt(deps, { userId, quiz: of }),
    async post(answering: Answering | null, extra: Record<string, string> = {}): Promise<{ attemptId: string; form: FormData }> {
      const attempt = await findOpenAttempt(deps.db, key);
      const form = new FormData();
      for (const question of attempt && answering ? readAsked(attempt) : []) {
        form.append(`was.${question.id}`, markAnswer(undefined));
        for (const [name, value] of Object.entries(answering?.(question) ?? {})) form.append(`q.${question.id}.${name}`, value);
      }
      for (const [name, value] of Object.entries(extra)) form.append(name, value);
      return { attemptId: attempt?.id ?? "none", form };
    },
    async handIn(answering: Answering, of = quiz) {
      return submitAttempt(deps, { userId, quiz: of, ...(await this.post(answering)), isGapMeant: true });
    },
  };
}

describe("an attempt", () => {
  test("that is all right passes: the quiz is complete, once", async () => {
    const own = await setUp();
    await own.start();
    expect(await own.handIn(answerRight)).toEqual({ kind: "submitted", number: 1 });
    expect(await own.look()).toMatchObject({ hasPassed: true, attempt: null, result: { number: 1, score: 1, passed: true, isBest: true, areAnswersShown: true } });
    await own.start();
    await own.handIn(answerRight);
    expect(await listCompletions(own.deps.db, { userId: own.userId, courseId: "basics" })).toMatchObject([{ activityId: "start/check", reason: "passed" }]);
  });

  test("that is wrong completes nothing, and the best one counts", async () => {
    const own = await setUp({ fields: ["pass: 0.9"] });
    await own.start();
    await own.handIn((question) => (question.type === "single" ? answerRight(question) : answerWrong(question)));
    await own.start();
    await own.handIn(answerWrong);
    const view = await own.look();
    expect(view.history.map(({ number, isBest, isShown }) => [number, isBest, isShown])).toEqual([[2, false, true], [1, true, false]]);
    expect(view.result?.number).toBe(2);
    expect((await own.look(1)).result).toMatchObject({ number: 1, isBest: true, passed: false });
    expect(await listCompletions(own.deps.db, { userId: own.userId, courseId: "basics" })).toEqual([]);
  });

  test("begun twice is one attempt; handed in twice is one result", async () => {
    const own = await setUp();
    await Promise.all([own.start(), own.start(), own.start()]);
    const post = { userId: own.userId, quiz: own.quiz, ...(await own.post(answerWrong)), isGapMeant: true };
    expect(await Promise.all([submitAttempt(own.deps, post), submitAttempt(own.deps, post)])).toEqual([{ kind: "submitted", number: 1 }, { kind: "closed", number: 1 }]);
    expect(await listAttempts(own.deps.db, own.key)).toHaveLength(1);
  });

  test("is not begun when none is left, also not by two at once", async () => {
    const own = await setUp({ fields: ["attempts: 2"] });
    await own.start();
    await own.handIn(answerWrong);
    expect(await Promise.all([own.start(), own.start()])).toEqual([true, true]);
    await own.handIn(answerWrong);
    expect(await own.start()).toBe(false);
    expect(await own.look()).toMatchObject({ attemptsLeft: 0, isOpen: false, result: { areAnswersShown: true } });
    expect(await listAttempts(own.deps.db, own.key)).toHaveLength(2);
  });

  test("is held back once when a question has no answer, and what was answered is kept", async () => {
    const own = await setUp();
    await own.start();
    const post = { userId: own.userId, quiz: own.quiz, ...(await own.post((question) => (question.type === "text" ? answerRight(question) : {}))) };
    expect(await submitAttempt(own.deps, { ...post, isGapMeant: false })).toEqual({ kind: "unanswered" });
    expect((await own.open())?.answers).toEqual({ text: { text: "accepted-text" } });
    expect(await submitAttempt(own.deps, { ...post, isGapMeant: true })).toEqual({ kind: "submitted", number: 1 });
  });

  test("keeps what it asked: a later edit of the course changes neither it nor its result", async () => {
    const own = await setUp({ fields: ["pass: 1"] });
    await own.start();
    const edited = makeQuiz("## Other\n\n= 1\n", ["pass: 1"]);
    const before = await own.look(null, edited);
    expect(before.attempt?.questions).toHaveLength(7);
    await own.handIn(answerRight, edited);
    expect((await own.look(null, edited)).result).toMatchObject({ score: 1, passed: true });
    expect((await own.look(null, edited)).result?.questions).toHaveLength(7);
  });

  test("of a quiz that was renamed goes on under its new name", async () => {
    const own = await setUp();
    await own.start();
    const renamed = { ...own.quiz, id: "start/renamed", aliases: [own.quiz.id] };
    expect((await own.look(null, renamed)).attempt?.number).toBe(1);
    expect(await submitAttempt(own.deps, { userId: own.userId, quiz: renamed, ...(await own.post(answerWrong)), isGapMeant: true })).toEqual({ kind: "submitted", number: 1 });
    await own.start(renamed);
    expect((await own.look(null, renamed)).attempt?.number).toBe(2);
  });

  test("of somebody else does not exist", async () => {
    const own = await setUp();
    await own.start();
    const post = await own.post(answerRight);
    expect(await saveAnswers(own.deps, { userId: "bo", quiz: own.quiz, ...post })).toEqual({ kind: "unknown" });
    expect(await submitAttempt(own.deps, { userId: "bo", quiz: own.quiz, ...post, isGapMeant: true })).toEqual({ kind: "unknown" });
    expect(await saveAnswers(own.deps, { userId: own.userId, quiz: { ...own.quiz, id: "start/other" }, ...post })).toEqual({ kind: "unknown" });
    expect((await own.open())?.answers).toEqual({});
  });
});

describe("answers", () => {
  test("of an old page without scripts do not undo what another one saved", async () => {
    const own = await setUp();
    await own.start();
    const { attemptId } = await own.post(null);
    const save = async (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      return saveAnswers(own.deps, { userId: own.userId, quiz: own.quiz, attemptId, form });
    };
    const nothing = markAnswer(undefined);
    expect(await save({ "was.text": nothing, "q.text.text": "from the first" })).toEqual({ kind: "saved" });
    await save({ "was.number": nothing, "q.number.text": "5" });
    // Opened before the first one typed, and saved whole.
    await save({ "was.text": nothing, "q.text.text": "", "was.number": markAnswer({ text: "5" }), "q.number.text": "6" });
    expect((await own.open())?.answers).toEqual({ text: { text: "from the first" }, number: { text: "6" } });
  });

  test("of a page that began from older ones are not kept: it gets the newer ones", async () => {
    const own = await setUp();
    await own.start();
    const { attemptId } = await own.post(null);
    const keep = (baseVersion: number, fields: Record<string, string>, userId = own.userId) => keepAnswers(own.deps, { userId, quiz: own.quiz, attemptId, baseVersion, fields });
    expect(await keep(0, { "q.text.text": "from the first" })).toEqual({ kind: "saved", version: 1 });
    const refused = await keep(0, { "q.text.text": "from the second" });
    expect(refused).toMatchObject({ kind: "conflict", version: 1, files: { "q.text.text": "from the first", "q.number.text": "" } });
    expect((await own.open())?.answers).toEqual({ text: { text: "from the first" } });
    // Its answer was lost: the same again is no conflict, and no new version.
    expect(await keep(0, { "q.text.text": "from the first" })).toEqual({ kind: "saved", version: 1 });
    expect(await keep(1, { "q.text.text": "", "q.number.text": "6" })).toEqual({ kind: "saved", version: 2 });
    expect((await own.open())?.answers).toEqual({ number: { text: "6" } });
    expect(await keep(2, { "q.number.text": "7" }, "bo")).toEqual({ kind: "unknown" });
    expect(await readKeptAnswers(own.deps, { userId: "bo", quiz: own.quiz, attemptId })).toBeNull();
    expect(await readKeptAnswers(own.deps, { userId: own.userId, quiz: own.quiz, attemptId })).toMatchObject({ version: 2, files: { "q.number.text": "6" } });
  });

  test("are not kept any more once they were handed in", async () => {
    const own = await setUp();
    await own.start();
    const { attemptId } = await own.post(null);
    await own.handIn(answerWrong);
    expect(await keepAnswers(own.deps, { userId: own.userId, quiz: own.quiz, attemptId, baseVersion: 1, fields: { "q.text.text": "late" } })).toEqual({ kind: "closed" });
  });

  test("come too late when it was handed in meanwhile, and change nothing", async () => {
    const own = await setUp();
    await own.start();
    const late = await own.post(answerRight);
    await own.handIn(answerWrong);
    expect(await saveAnswers(own.deps, { userId: own.userId, quiz: own.quiz, ...late })).toEqual({ kind: "closed", number: 1 });
    expect((await own.look()).result).toMatchObject({ score: 0 });
  });

  test("that nobody asked for are not kept", async () => {
    const own = await setUp();
    await own.start();
    const { attemptId } = await own.post(null);
    const fields = { "q.text.text": "x", "q.text.__proto__": "y", "q.__proto__.text": "z", "q.none.text": "w" };
    await keepAnswers(own.deps, { userId: own.userId, quiz: own.quiz, attemptId, baseVersion: 0, fields });
    expect((await own.open())?.answers).toEqual({ text: { text: "x" } });
  });
});

describe("right answers", () => {
  const leaks = (view: unknown, allowed: readonly string[] = []) => SECRETS.filter((secret) => !allowed.includes(secret) && JSON.stringify(view).includes(secret));

  test("are in no view before they are earned: not begun, open, handed in, looked at again", async () => {
    const own = await setUp({ fields: ["attempts: 2"] });
    expect(leaks(await own.look())).toEqual([]);
    await own.start();
    expect(leaks(await own.look())).toEqual([]);
    await own.handIn(answerWrong);
    // Of the feedback only what answers the wrong choice.
    expect(leaks(await own.look(), ["feedback-single-wrong"])).toEqual([]);
    expect(leaks(await own.look(1), ["feedback-single-wrong"])).toEqual([]);
    await own.start();
    expect(leaks(await own.look(1), ["feedback-single-wrong"])).toEqual([]);
    expect((await own.look(1)).result?.questions.map(({ right }) => right)).toEqual(Array.from({ length: 7 }, () => null));
  });

  test("are shown with their explanations after the last attempt, and after passing", async () => {
    const own = await setUp({ fields: ["attempts: 1"] });
    await own.start();
    await own.handIn(answerWrong);
    const shown = JSON.stringify(await own.look());
    for (const word of ["explain-single", "explain-gaps", "73.25 ± 0.5 kg", "accepted-text", "accepted-code"]) expect(shown).toContain(word);
    // What others would have been told for other answers stays unsaid.
    for (const word of ["feedback-number", "foreseen-text"]) expect(shown).not.toContain(word);
  });

  test("of a preview for people who teach stay in the files", async () => {
    const own = await setUp();
    const view = await openQuiz(own.deps, { user: { id: "bo" } as never, course: getCourse(own.deps.catalog), enrollment: null }, own.quiz, { number: null, isHeldBack: false });
    expect(view.preview).toHaveLength(7);
    expect(leaks(view)).toEqual([]);
  });
});

test("hostile answers stay text in what is stored and shown", async () => {
  const own = await setUp();
  await own.start();
  const evil = `"><script>alert(1)</script>`;
  await own.handIn((question) => (question.type === "fill-in" ? { 0: evil, 1: evil } : question.type === "text" ? { text: evil } : answerWrong(question)));
  const question = (await own.look()).result?.questions.find(({ type }) => type === "fill-in");
  expect(question?.answer).toEqual({ 0: evil, 1: evil });
  expect(question?.promptHtml).not.toContain("<script");
  expect(await own.deps.db.select().from(quizAttempts)).toHaveLength(1);
});
