/** What a new module or activity begins with: material that is sound as it stands, to be written over, in the author's language. Pure. */
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import type { NewActivityKind, NewLanguage } from "./new-kinds.ts";
import { quoteYaml } from "./quote-yaml.ts";
import { messages } from "./template-messages.ts";

type T = ReturnType<typeof createT<(typeof messages)["en"]>>;

interface NewFile {
  /** From the activity's folder. The first file is its own. */
  path: string;
  text: string;
}

export function buildModuleFile(title: string, locale: Locale): string {
  const t = createT(messages, locale);
  return `---\n${field("title", title)}summary: ${quoteYaml(t("moduleSummary"))}\n---\n\n${t("moduleText")}\n`;
}

export function buildActivityFiles({ kind, title, language }: { kind: NewActivityKind; title: string; language: NewLanguage }, locale: Locale): NewFile[] {
  const t = createT(messages, locale);
  switch (kind) {
    case "lesson":
      return [{ path: "lesson.md", text: buildLesson(title, t) }];
    case "lab":
      return buildLab(title, language, t);
    case "project":
      return buildProject(title, language, t);
    case "quiz":
      return [{ path: "quiz.md", text: buildQuiz(title, t) }];
    case "survey":
      return [{ path: "survey.md", text: buildSurvey(title, t) }];
  }
}

function buildLesson(title: string, t: T): string {
  return `---
kind: lesson
${field("title", title)}summary: ${quoteYaml(t("lessonSummary"))}
minutes: 5
---

${t("lessonBegin")}

## ${t("lessonIdea")}

${t("lessonIdeaText")}

\`\`\`js
const parcels = 3;
console.log(parcels);
\`\`\`

## ${t("lessonCheck")}

${t("lessonCheckText")}
`;
}

function buildQuiz(title: string, t: T): string {
  return `---
kind: quiz
${field("title", title)}summary: ${quoteYaml(t("quizSummary"))}
minutes: 5
pass: 0.7
shuffle: true
---

${t("quizText")}

## ${t("quizOne")}

- [x] ${t("quizRight")}
  > ${t("quizRightWhy")}
- [ ] ${t("quizWrong")}
  > ${t("quizWrongWhy")}

> ${t("quizExplains")}

## ${t("quizSeveral")}

- [x] ${t("quizFruits")}
- [x] ${t("quizFruitsToo")}
- [ ] ${t("quizNoFruit")}

## ${t("quizNumber")}

= 30

## ${t("quizGap")}

${t("quizGapText")} [[.md|md]].
`;
}

function buildSurvey(title: string, t: T): string {
  return `---
kind: survey
${field("title", title)}summary: ${quoteYaml(t("surveySummary"))}
minutes: 3
anonymous: true
---

${t("surveyText")}

## ${t("surveyScale")}

::scale{from=1 to=5 low="${t("surveyLow")}" high="${t("surveyHigh")}"}

## ${t("surveySeveral")}

::question{type=several}

- [ ] ${t("surveyTheText")}
- [ ] ${t("surveyTheLabs")}

## ${t("surveyOpen")}

::text
`;
}

function buildLab(title: string, language: NewLanguage, t: T): NewFile[] {
  const end = language === "typescript" ? "ts" : "js";
  const head = language === "typescript" ? "export function double(value: number): number {" : "export function double(value) {";
  const program = (body: string) => `${head}\n  ${body}\n}\n`;
  const test = (name: string, cases: string) => `import { double } from "./double.${end}";\n\ntest("${name}", () => {\n${cases}});\n`;
  return [
    {
      path: "lab.md",
      text: `---
kind: lab
${field("title", title)}summary: ${quoteYaml(t("labSummary"))}
language: ${language}
minutes: 10
open: double.${end}
---

${t("labText")}

## ${t("labExample")}

${t("labExampleText")}
`,
    },
    { path: "hints.md", text: `## 1. ${t("labHint")}\n\n${t("labHintText")}\n` },
    { path: `starter/double.${end}`, text: program("return value;") },
    { path: `solution/double.${end}`, text: program("return value * 2;") },
    { path: `tests/double.test.${end}`, text: test(t("labTest"), "  expect(double(4)).toBe(8);\n") },
    { path: `tests/hidden/edges.test.${end}`, text: test(t("labHiddenTest"), "  expect(double(0)).toBe(0);\n  expect(double(-3)).toBe(-6);\n") },
    { path: `wrong/adds-two/double.${end}`, text: program("return value + 2;") },
  ];
}

function buildProject(title: string, language: NewLanguage, t: T): NewFile[] {
  const end = language === "typescript" ? "ts" : "js";
  return [
    {
      path: "project.md",
      text: `---
kind: project
${field("title", title)}summary: ${quoteYaml(t("projectSummary"))}
language: ${language}
minutes: 60
open: main.${end}
---

${t("projectText")}

## ${t("projectHandIn")}

${t("projectHandInText")}
`,
    },
    {
      path: "rubric.yml",
      text: `criteria:
  - id: works
    title: ${quoteYaml(t("rubricWorks"))}
    description: ${quoteYaml(t("rubricWorksText"))}
    note: ${quoteYaml(t("rubricWorksNote"))}
    levels:
      - { id: all, title: ${quoteYaml(t("rubricAll"))}, points: 4, description: ${quoteYaml(t("rubricAllText"))} }
      - { id: most, title: ${quoteYaml(t("rubricMost"))}, points: 2, description: ${quoteYaml(t("rubricMostText"))} }
      - { id: not-yet, title: ${quoteYaml(t("rubricNotYet"))}, points: 0, description: ${quoteYaml(t("rubricNotYetText"))} }
  - id: readable
    title: ${quoteYaml(t("rubricReadable"))}
    description: ${quoteYaml(t("rubricReadableText"))}
    levels:
      - { id: clear, title: ${quoteYaml(t("rubricClear"))}, points: 2, description: ${quoteYaml(t("rubricClearText"))} }
      - { id: not-yet, title: ${quoteYaml(t("rubricNotYet"))}, points: 0, description: ${quoteYaml(t("rubricGuess"))} }
notes: ${quoteYaml(t("rubricNotes"))}
`,
    },
    { path: `starter/main.${end}`, text: `// ${t("projectStarter")}\n` },
  ];
}

/** One line of front matter; whatever is in the text stays text. */
function field(name: string, text: string): string {
  return `${name}: ${quoteYaml(text)}\n`;
}
