import type { Quiz } from "./catalog.ts";
import type { ActivityParts } from "./activity-parts.ts";
import { buildFault, quoteForMessage, type Finding } from "./findings.ts";
import { parseQuizQuestion } from "./parse-quiz-question.ts";
import type { QuizPool } from "./questions.ts";
import type { QuizFrontMatter } from "./schema.ts";
import { splitQuestions, type SplitText } from "./split-questions.ts";

/** The one pool of a quiz that draws from all of its questions. */
const WHOLE_POOL = "";

/** A quiz from its file. With a finding that breaks, the quiz must not be used. */
export function buildQuiz(parts: ActivityParts, fields: QuizFrontMatter): { activity: Quiz; findings: Finding[] } {
  const { body } = parts.written;
  const split = splitQuestions(parts.base.file, body);
  const { complain, findings } = split;
  const drawsFromAll = fields.draw !== undefined && split.pools.length === 0;
  const questions = split.questions.flatMap((written) => {
    if (written.settings.required !== undefined) complain(written.settingsLine, "Questions of a quiz have no `required`: one without an answer just gets no points.", "Remove it.");
    const question = parseQuizQuestion(split.source, written, complain);
    return question ? [drawsFromAll ? { ...question, pool: WHOLE_POOL } : question] : [];
  });
  if (split.questions.length === 0) complain(1, "The quiz has no questions.", "Begin each one with a heading `## The question`; `rung manual` shows every type.");
  if (fields.draw !== undefined && split.pools.length > 0) {
    findings.push(buildFault({ file: parts.base.file, line: parts.written.lineOf(["draw"]), field: "draw", message: "`draw` is for a quiz without pools, and this one has some.", fix: "Write `::pool{draw=2}` below the heading of each pool." }));
  }
  if (drawsFromAll && fields.draw !== undefined && split.questions.length > 0 && fields.draw > split.questions.length) {
    findings.push(buildFault({ file: parts.base.file, line: parts.written.lineOf(["draw"]), field: "draw", message: `\`draw\` is ${fields.draw}, and the quiz has ${split.questions.length} questions.`, fix: "Write a smaller number, or more questions." }));
  }
  const pools = drawsFromAll ? [{ name: WHOLE_POOL, draw: fields.draw ?? 0 }] : readPools(split);
  return {
    activity: { ...parts.base, kind: "quiz", text: split.intro, written: body, questions, pools, pass: fields.pass, shuffle: fields.shuffle, attempts: fields.attempts ?? null, places: fields.places.map(({ questions = null, pool = null, ...place }) => ({ ...place, questions, pool })) },
    findings,
  };
}

function readPools({ pools, questions, complain }: SplitText): QuizPool[] {
  return pools.map(({ name, line, draw }) => {
    const size = questions.filter((question) => question.pool === name).length;
    const number = Number(draw);
    if (size === 0) complain(line, `The pool "${quoteForMessage(name)}" has no questions.`, "Write its questions below it as `## …`, or remove it. A question's own heading has two `#`.");
    else if (draw === null) complain(line, `The pool "${quoteForMessage(name)}" does not say how many of its questions an attempt gets.`, "Write `::pool{draw=2}` below its heading.");
    else if (!Number.isInteger(number) || number < 1) complain(line, `\`draw\` is "${quoteForMessage(draw)}", where a whole number above 0 is expected.`, "Write how many of its questions an attempt gets: `::pool{draw=2}`.");
    else if (number > size) complain(line, `The pool "${quoteForMessage(name)}" draws ${number} of its ${size} questions.`, "Write a smaller number, or more questions.");
    return { name, draw: Number.isInteger(number) ? Math.min(Math.max(number, 1), size) : size };
  });
}
