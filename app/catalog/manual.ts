/** The authors' manual, made from the schemas that check what authors write, so the two can't differ. Pure. */
import { z } from "zod";
import { ACTIVITY_SCHEMAS, courseSchema, frameworkSchema, KINDS, moduleSchema, renditionSchema, rubricSchema, SERVED_KINDS, translationSchema, type WrittenKind } from "./schema.ts";
import { QUIZ_QUESTIONS, SURVEY_QUESTIONS } from "./manual-questions.ts";
import { TESTS } from "./manual-tests.ts";
import { CALLOUTS } from "./parse-markdown.ts";

/** What `z.toJSONSchema` says of one field. */
interface Described {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  items?: Described;
  properties?: Record<string, Described>;
  required?: string[];
}

const FOLDERS = `\`\`\`text
courses/
  course-id/
    course.md
    01-module-id/
      module.md
      01-a-lesson.md              a lesson in one file
      02-another-lesson/          or in a folder, when it has pictures
        lesson.md
        lesson.video.md             optional: the same lesson as a video (or \`lesson.text.md\`)
        transcript.md               what its video says and shows
        assets/picture.svg          pictures, videos and their captions
      03-a-lab/
        lab.md
        hints.md                  \`## 1. …\`, \`## 2. …\`: shown one by one
        starter/sum.js            what the learner starts from
        solution/sum.js           the reference, laid over the starter
        solution/alt-loop/sum.js  optional: another way, shown beside the reference after passing
        tests/sum.test.js         tests that learners see
        tests/hidden/more.test.js tests of which only the names are shown
        wrong/adds-one/sum.js     a known-wrong program that the tests must reject
      04-a-project/
        project.md
        rubric.yml
        starter/…  tests/…        optional
\`\`\``;

/** What there is to say about the text of a kind, below its fields. */
const QUESTIONS: Partial<Record<WrittenKind, string>> = { quiz: QUIZ_QUESTIONS, survey: SURVEY_QUESTIONS };

/** The whole manual as Markdown. */
export function buildManual(): string {
  const kinds = KINDS.map((kind) => {
    const schema = ACTIVITY_SCHEMAS[kind];
    const about = describe(schema).properties?.["kind"]?.description ?? "";
    const note = SERVED_KINDS.includes(kind) ? "" : "\n\nThe format has it; **this version does not serve it yet**, and `rung check` says so.";
    return `## ${kind}\n\n${about}${note}\n\n${formatTables(describe(schema), "")}${QUESTIONS[kind] ? `\n\n${QUESTIONS[kind]}` : ""}`;
  });
  return [
    "# Writing courses",
    "A content folder holds courses; a course holds modules, a module holds activities. The number before a name gives its place, the rest is its id: renumber as you like, no learner loses progress. Rename an activity, and `aliases:` keeps what learners did.",
    FOLDERS,
    "Every Markdown file begins with its fields between two lines of `---`. `rung check` names every problem with its file, line and remedy; `rung grade LAB_DIR` runs a lab's tests.",
    "## course.md",
    formatTables(describe(courseSchema), ""),
    "## module.md",
    formatTables(describe(moduleSchema), ""),
    ...kinds,
    "## Tests of labs and projects",
    TESTS,
    "## lesson.text.md, lesson.video.md",
    "The same lesson in another form, beside `lesson.md`. Learners choose at the top of the page, and their choice is remembered. A video under `assets/` has captions, and every video has `transcript.md`: what is said and shown, as text.",
    formatTables(describe(renditionSchema), ""),
    "## x.es.md",
    "A translation of a course, a module, a lesson, a lab or a project stands beside its source: `lesson.es.md` beside `lesson.md`, `01-welcome.es.md` beside `01-welcome.md`. Whoever reads the site in that language finds it in place of the source, with a step to the source. Of a quiz, a survey and a task only title and summary are taken.",
    formatTables(describe(translationSchema), ""),
    "## rubric.yml",
    formatTables(describe(rubricSchema), ""),
    "## frameworks/x.yml",
    "Beside `courses/`, a folder `frameworks/` may say what skills mean and what each level of a role expects of them; courses and activities name skills by these ids in `skills:` and `outcomes:`. The file's name is the framework's id.",
    formatTables(describe(frameworkSchema), ""),
    "## Exercises of others",
    [
      "`rung import exercism TRACK_DIR --into DIR` makes a course of an Exercism track (JavaScript, TypeScript, Python, Bash): `DIR/courses/exercism-…`.",
      "",
      "- Concept exercises come first, each after those that teach what it needs; its introduction is a lesson before the lab. Practice exercises follow by difficulty, a module for each band: 1 to 3, 4 to 7, 8 to 10.",
      "- Tests come over byte for byte. Most of them skip all tests but the first: the lab says `runSkipped: true`, and all of them run.",
      "- `minutes` are 30 for a concept exercise and 15 to 120 for a practice exercise, by its difficulty; correct them where you know better.",
      "- The report names what came over, with warnings, and what did not, with the reason. `rung check DIR` then tries every exemplar and every stub.",
      "- Importing again replaces the course only while nobody has changed it.",
    ].join("\n"),
    "## Text",
    [
      "GitHub's Markdown: tables, footnotes, task lists, code after three back quotes with the name of its language.",
      "",
      "- Formulas: `$x^2$` in a line, `$$` on lines of its own around a block. Write `\\$` for a dollar sign.",
      `- Blocks: \`:::note\`, or \`:::note[Title]\`, closed by \`:::\`. There are ${CALLOUTS.map((name) => `\`${name}\``).join(", ")}. \`:::try{minutes=10}\` is for something to do, and says how long it takes.`,
      "- Links to other activities name their file: `[Loops](../05-loops.md)`, with `#a-heading` if you like.",
      "- Pictures are the activity's own, in `assets/`: `![What it shows, in words](assets/picture.svg)`.",
      "- HTML is not shown.",
    ].join("\n"),
    "",
  ].join("\n\n");
}

function describe(schema: z.ZodType): Described {
  return z.toJSONSchema(schema, { io: "input" }) as Described;
}

/** One table for the fields, and one more for each group of fields among them. */
function formatTables(schema: Described, prefix: string): string {
  const entries = Object.entries(schema.properties ?? {});
  const rows = entries.map(([name, field]) => {
    const required = schema.required?.includes(name) ? "yes" : "no";
    return `| \`${prefix}${name}\` | ${formatType(field)} | ${required} | ${formatDefault(field)} | ${escapeCell(field.description ?? "")} |`;
  });
  const table = ["| field | type | required | default | meaning |", "| --- | --- | --- | --- | --- |", ...rows].join("\n");
  const groups = entries.flatMap(([name, field]) => {
    if (field.properties) return [formatTables(field, `${prefix}${name}.`)];
    if (field.items?.properties) return [formatTables(field.items, `${prefix}${name}[].`)];
    return [];
  });
  return [table, ...groups].join("\n\n");
}

function formatType(field: Described): string {
  if (field.const !== undefined) return `\`${String(field.const)}\``;
  if (field.enum) return field.enum.map((value) => `\`${String(value)}\``).join(", ");
  if (field.type === "array") return field.items?.properties ? "list of groups" : `list of ${formatType(field.items ?? {})}`;
  const names: Record<string, string> = { string: "text", integer: "whole number", number: "number", boolean: "`true` or `false`", object: "group of fields" };
  const name = names[field.type ?? ""] ?? "value";
  const { minimum, maximum } = field;
  const bounded = minimum !== undefined && maximum !== undefined && Number.isSafeInteger(minimum) && maximum < Number.MAX_SAFE_INTEGER;
  return bounded ? `${name}, ${minimum} to ${maximum}` : name;
}

function formatDefault(field: Described): string {
  const value = field.default;
  if (value === undefined || value === "") return "";
  return `\`${JSON.stringify(value)}\``;
}

function escapeCell(text: string): string {
  return text.replace(/\|/g, "\\|");
}
