/** Quizzes and surveys for tests, read from Markdown as the program reads them. */
import { buildActivity, type BuiltActivity } from "../../app/catalog/build-activity.ts";
import type { Quiz, Survey } from "../../app/catalog/catalog.ts";
import { hashContent } from "../../app/catalog/content-hash.server.ts";

export const QUIZ_FILE = "courses/basics/01-start/04-check.md";

/** Reads a quiz or survey whose front matter has these lines more. Its text begins on line `5 + fields.length`. */
export function readQuestions(kind: "quiz" | "survey", text: string, fields: readonly string[] = []): BuiltActivity {
  const source = `---\nkind: ${kind}\ntitle: Check\nminutes: 5\n${fields.map((field) => `${field}\n`).join("")}---\n${text}`;
  return buildActivity({
    file: { name: "04-check.md", path: QUIZ_FILE, text: source, bytes: Buffer.byteLength(source), hash: hashContent(source) },
    folder: null, courseId: "basics", moduleId: "start", slug: "check", defaults: {},
  });
}

/** A sound quiz; throws when it has findings. */
export function makeQuiz(text: string, fields: readonly string[] = []): Quiz {
  const { activity, findings } = readQuestions("quiz", text, fields);
  if (activity.kind !== "quiz") throw new Error(findings.map(({ message }) => message).join("\n"));
  return activity;
}

export function makeSurvey(text: string, fields: readonly string[] = []): Survey {
  const { activity, findings } = readQuestions("survey", text, fields);
  if (activity.kind !== "survey") throw new Error(findings.map(({ message }) => message).join("\n"));
  return activity;
}

/** One question of every type; each right answer, explanation and feedback has a word that stands nowhere else. */
export const EVERY_TYPE = `Before you begin.

## Single

- [ ] one wrong
  > feedback-single-wrong
- [x] one right
  > feedback-single-right

> explain-single

## Several

- [x] several A
- [x] several B
  > feedback-several
- [ ] several C

> explain-several

## Number

= 73.25 ± 0.5 kg
!= 7
> feedback-number

> explain-number

## Text

= "accepted-text"
!= "foreseen-text"
> feedback-text

> explain-text

## Order

1. step alpha
2. step beta
3. step gamma

> explain-order

## Pairs

- left one :: right one
- left two :: right two
- :: right none

> explain-pairs

## Gaps

Fill [[accepted-gap|other-gap]] in

\`\`\`bash
[[accepted-code]] -l
\`\`\`

> explain-gaps
`;

/** Words that no page may hold before they are earned. Options, steps and sides are shown from the beginning. */
export const SECRETS = [
  "explain-single", "explain-several", "explain-number", "explain-text", "explain-order", "explain-pairs", "explain-gaps",
  "feedback-single-wrong", "feedback-single-right", "feedback-several", "feedback-number", "feedback-text",
  "73.25", "accepted-text", "foreseen-text", "accepted-gap", "other-gap", "accepted-code",
  "isRight", "rightId", "accepted", "foreseen", "explanation\"",
];
