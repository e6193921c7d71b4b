import { findAttempt, findOpenAttempt, listAttempts, type AttemptLine, type QuizAttempt } from "../../../db/queries/quiz-attempts.ts";
import type { Quiz } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import type { CourseVisit } from "../../web/require-enrollment.server.ts";
import { renderCourseText } from "../courses/render-course-text.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { isAnswered, listAnswerFields } from "./answer-fields.ts";
import { areAnswersEarned, countLeft, findBest, hasPassed } from "./attempt-rules.ts";
import { buildAttemptsKey } from "./attempts-key.ts";
import { drawQuestions, type AskedQuestion } from "./draw-questions.ts";
import type { QuizLook } from "./quiz-look.ts";
import type { AttemptRow, OpenAttemptView, QuizView, ResultView } from "./quiz-view.ts";
import { showQuestion, showResult } from "./show-question.server.ts";
import type { TextPlace } from "./show-text.server.ts";

type Handed = AttemptLine & { score: number; passed: boolean; submittedAt: Date };

/** A quiz as this person finds it: not begun, to go on with, or handed in. */
export async function openQuiz({ db, now }: Pick<Deps, "db" | "now">, { user, course, enrollment }: CourseVisit, quiz: Quiz, look: QuizLook): Promise<QuizView> {
  const place: TextPlace = { course, activity: quiz };
  const key = buildAttemptsKey(user.id, quiz);
  const attempts = await listAttempts(db, key);
  const handed = attempts.filter(isHanded);
  const wanted = look.number === null ? null : (handed.find(({ number }) => number === look.number) ?? null);
  const open = wanted ? null : await findOpenAttempt(db, key);
  const shown = wanted ?? (open ? null : (handed.at(-1) ?? null));
  const best = findBest(handed);
  const keptPrefix = `rung:draft:${user.id}:${course.id}/${quiz.id}/attempt/`;
  return {
    keptPrefix,
    title: quiz.title,
    summary: quiz.summary,
    minutes: quiz.minutes,
    path: buildActivityPath(quiz),
    html: (await renderCourseText({ course, file: quiz.file, text: quiz.text, activity: quiz })).html,
    questionCount: countQuestions(quiz),
    pass: quiz.pass,
    attemptsAllowed: quiz.attempts,
    attemptsLeft: countLeft(quiz, attempts),
    hasPassed: hasPassed(attempts),
    now: now(),
    attempt: open && (await showOpen(place, open, look, keptPrefix)),
    isOpen: attempts.some(({ state }) => state === "open"),
    result: shown && (await showHanded(place, await findAttempt(db, { id: shown.id, userId: user.id }), { isBest: shown.id === best?.id, areAnswersShown: areAnswersEarned(quiz, attempts) })),
    history: handed.map((one): AttemptRow => ({ number: one.number, score: one.score, passed: one.passed, submittedAt: one.submittedAt, isBest: one.id === best?.id, isShown: one.id === shown?.id })).reverse(),
    preview: enrollment ? null : await showPreview(place, quiz),
  };
}

function isHanded(attempt: AttemptLine): attempt is Handed {
  return attempt.state === "submitted" && attempt.score !== null && attempt.passed !== null && attempt.submittedAt !== null;
}

/** How many questions each attempt has. */
export function countQuestions({ questions, pools }: Quiz): number {
  return questions.filter(({ pool }) => pool === null).length + pools.reduce((sum, { draw }) => sum + draw, 0);
}

async function showOpen(place: TextPlace, attempt: QuizAttempt, { isHeldBack }: QuizLook, keptPrefix: string): Promise<OpenAttemptView> {
  const asked = readAsked(attempt);
  return {
    id: attempt.id,
    number: attempt.number,
    questions: await Promise.all(asked.map((question, index) => showQuestion(place, question, index + 1, attempt.answers[question.id] ?? {}))),
    kept: { version: attempt.version, files: listAnswerFields(asked, attempt.answers), localKey: keptPrefix + attempt.id },
    missing: isHeldBack ? asked.filter((question) => !isAnswered(question, attempt.answers[question.id])).map(({ id }) => id) : null,
  };
}

async function showHanded(place: TextPlace, attempt: QuizAttempt | null, { isBest, areAnswersShown }: Pick<ResultView, "isBest" | "areAnswersShown">): Promise<ResultView | null> {
  if (!attempt || attempt.score === null || attempt.passed === null || attempt.submittedAt === null) return null;
  const results = attempt.results ?? {};
  return {
    number: attempt.number,
    score: attempt.score,
    passed: attempt.passed,
    submittedAt: attempt.submittedAt,
    isBest,
    areAnswersShown,
    questions: await Promise.all(
      readAsked(attempt).map((question, index) =>
        showResult(place, question, index + 1, attempt.answers[question.id] ?? {}, results[question.id] ?? { credit: 0, parts: {}, feedback: [] }, { areAnswersEarned: areAnswersShown }),
      ),
    ),
  };
}

/** For people who only look: what an attempt could ask. */
async function showPreview(place: TextPlace, quiz: Quiz): Promise<QuizView["preview"]> {
  return Promise.all(drawQuestions(quiz, "preview").map((question, index) => showQuestion(place, question, index + 1, {})));
}

/** What an attempt asks. `startAttempt` wrote it, and nobody else. */
export function readAsked({ asked }: Pick<QuizAttempt, "asked">): AskedQuestion[] {
  return asked as AskedQuestion[];
}
