/** What a new module or activity begins with: material that is sound as it stands, to be written over. Pure. */
import { quoteYaml } from "./quote-yaml.ts";

export const NEW_ACTIVITY_KINDS = ["lesson", "lab", "project", "quiz", "survey"] as const;
export type NewActivityKind = (typeof NEW_ACTIVITY_KINDS)[number];
export const NEW_LANGUAGES = ["javascript", "typescript"] as const;
export type NewLanguage = (typeof NEW_LANGUAGES)[number];

interface NewFile {
  /** From the activity's folder. The first file is its own. */
  path: string;
  text: string;
}

export function buildModuleFile(title: string): string {
  return `---\n${field("title", title)}summary: What this module is about, in one or two sentences.\n---\n\nSay what learners will be able to do after this module, and what they need before it.\n`;
}

export function buildActivityFiles({ kind, title, language }: { kind: NewActivityKind; title: string; language: NewLanguage }): NewFile[] {
  switch (kind) {
    case "lesson":
      return [{ path: "lesson.md", text: buildLesson(title) }];
    case "lab":
      return buildLab(title, language);
    case "project":
      return buildProject(title, language);
    case "quiz":
      return [{ path: "quiz.md", text: buildQuiz(title) }];
    case "survey":
      return [{ path: "survey.md", text: buildSurvey(title) }];
  }
}

function buildLesson(title: string): string {
  return `---
kind: lesson
${field("title", title)}summary: What this lesson explains, in one sentence.
minutes: 5
---

Begin with why this matters to the reader, and one example from their day.

## One idea

Explain one idea at a time. Show it in code:

\`\`\`js
const parcels = 3;
console.log(parcels);
\`\`\`

## Check yourself

Ask a question that can be answered in the head, and give the answer.
`;
}

function buildQuiz(title: string): string {
  return `---
kind: quiz
${field("title", title)}summary: What this quiz is about, in one sentence.
minutes: 5
pass: 0.7
shuffle: true
---

Say what the questions are about, and that a wrong answer costs nothing.

## Which of these is a question with one right answer?

- [x] This one
  > What stands here is said to those who choose it.
- [ ] That one
  > Say what they may have mixed up.

> This explains the right answer, once it is earned.

## Which of these are fruits?

- [x] Apples
- [x] Pears
- [ ] Bricks

## How many minutes has half an hour?

= 30

## Fill in the gap.

A file of Markdown ends in [[.md|md]].
`;
}

function buildSurvey(title: string): string {
  return `---
kind: survey
${field("title", title)}summary: What you would like to know, in one sentence.
minutes: 3
anonymous: true
---

Say what becomes of the answers.

## How well could you follow?

::scale{from=1 to=5 low="hardly" high="very well"}

## What helped?

::question{type=several}

- [ ] The text
- [ ] The labs

## What should be different?

::text
`;
}

function buildLab(title: string, language: NewLanguage): NewFile[] {
  const end = language === "typescript" ? "ts" : "js";
  const head = language === "typescript" ? "export function double(value: number): number {" : "export function double(value) {";
  const program = (body: string) => `${head}\n  ${body}\n}\n`;
  const test = (name: string, cases: string) => `import { double } from "./double.${end}";\n\ntest("${name}", () => {\n${cases}});\n`;
  return [
    {
      path: "lab.md",
      text: `---
kind: lab
${field("title", title)}summary: What the learner writes, in one sentence.
language: ${language}
minutes: 10
open: double.${end}
---

Say what to write, for which input, and what comes out. Here: \`double\` takes a number and gives back twice as much.

## Example

\`double(4)\` gives \`8\`.
`,
    },
    { path: "hints.md", text: "## 1. Where to begin\n\nA hint says what to look at, not the answer. Here: which sign multiplies two numbers?\n" },
    { path: `starter/double.${end}`, text: program("return value;") },
    { path: `solution/double.${end}`, text: program("return value * 2;") },
    { path: `tests/double.test.${end}`, text: test("doubles a number", "  expect(double(4)).toBe(8);\n") },
    { path: `tests/hidden/edges.test.${end}`, text: test("doubles zero and negative numbers", "  expect(double(0)).toBe(0);\n  expect(double(-3)).toBe(-6);\n") },
    { path: `wrong/adds-two/double.${end}`, text: program("return value + 2;") },
  ];
}

function buildProject(title: string, language: NewLanguage): NewFile[] {
  const end = language === "typescript" ? "ts" : "js";
  return [
    {
      path: "project.md",
      text: `---
kind: project
${field("title", title)}summary: What the learner makes, in one sentence.
language: ${language}
minutes: 60
open: main.${end}
---

Describe the task as a customer would: what is there, what is needed, and how it will be used.

## What to hand in

List what belongs to it, and say what you look at when you read it.
`,
    },
    {
      path: "rubric.yml",
      text: `criteria:
  - id: works
    title: It does what was asked
    description: Every case in the task is handled.
    note: Try the examples of the task first.
    levels:
      - { id: all, title: All of it, points: 4, description: Every case works. }
      - { id: most, title: Most of it, points: 2, description: The usual cases work. }
      - { id: not-yet, title: Not yet, points: 0, description: It does not run or answers wrongly. }
  - id: readable
    title: Others can read it
    description: Names and structure say what the program does.
    levels:
      - { id: clear, title: Clear, points: 2, description: It reads like the task. }
      - { id: not-yet, title: Not yet, points: 0, description: One has to guess. }
notes: Say first what is good, then one thing to change.
`,
    },
    { path: `starter/main.${end}`, text: "// Begin here. Add files when it helps the reader.\n" },
  ];
}

/** One line of front matter; whatever is in the text stays text. */
function field(name: string, text: string): string {
  return `${name}: ${quoteYaml(text)}\n`;
}
