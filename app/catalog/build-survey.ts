import type { Survey } from "./catalog.ts";
import type { ActivityParts } from "./activity-parts.ts";
import type { Finding } from "./findings.ts";
import { parseSurveyQuestion } from "./parse-survey-question.ts";
import type { SurveyFrontMatter } from "./schema.ts";
import { splitQuestions } from "./split-questions.ts";

/** A survey from its file. With a finding that breaks, the survey must not be used. */
export function buildSurvey(parts: ActivityParts, fields: SurveyFrontMatter): { activity: Survey; findings: Finding[] } {
  const { body } = parts.written;
  const { intro, source, questions, pools, complain, findings } = splitQuestions(parts.base.file, body);
  for (const pool of pools) complain(pool.line, "A survey has no pools: everybody is asked the same.", "Begin a question with two `#`, or remove this heading.");
  if (questions.length === 0) complain(1, "The survey has no questions.", "Begin each one with a heading `## The question`; `rung manual` shows every type.");
  return {
    activity: {
      ...parts.base, kind: "survey", text: intro, written: body, anonymous: fields.anonymous,
      questions: questions.map((written) => parseSurveyQuestion(source, written, complain)).filter((question) => question !== null),
    },
    findings,
  };
}
