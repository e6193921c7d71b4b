import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readingGrade } from "../../../app/catalog/check-reading-grade.ts";
import { estimateMinutes } from "../../../app/catalog/estimate-minutes.ts";
import { findActivityById } from "../../../app/catalog/find.ts";
import { measureText } from "../../../app/catalog/measure-text.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import { makeContent, SMALL_CONTENT, SMALL_LAB, SMALL_MODULE, type Changes } from "../../helpers/content-folder.ts";

const LESSON = `${SMALL_MODULE}/01-welcome.md`;
const words = (count: number): string => Array.from({ length: count }, (_, i) => `word${i}`).join(" ");

async function readCourse(changes: Changes, courseFields = "") {
  const root = await makeContent({ "courses/small/course.md": `---\ntitle: Small\ndefaults: { minutes: 5, language: javascript }\n${courseFields}\n---\nWelcome.\n`, ...changes });
  const course = (await readContent(root)).courses[0];
  if (!course) throw new Error("no course");
  return course;
}
async function estimateOf(changes: Changes, id: string) {
  const activity = findActivityById(await readCourse(changes), id);
  return activity === null ? undefined : estimateMinutes(activity);
}
const lesson = (minutes: number, text: string): Changes => ({ [LESSON]: `---\nkind: lesson\ntitle: Welcome\nminutes: ${minutes}\n---\n${text}\n` });

describe("how much there is to read", () => {
  it("counts words of prose, headings and tables, lines of code, pictures, formulas, and what is to be tried", () => {
    const text = `# Two words\n\nThree \`code\` words — here.\n\n| a | b |\n| - | - |\n| c | d |\n\n\`\`\`js\none();\n\ntwo();\n\`\`\`\n\n![alt text](x.svg)\n\n$$\nx^2\n$$\n\n:::try{minutes=7}\nDo it.\n:::\n`;
    expect(measureText(text)).toMatchObject({ words: 2 + 4 + 4 + 2, codeLines: 3, pictures: 1, formulas: 1, tryMinutes: 7 });
  });

  it("takes no time from what is no number", () => {
    expect(measureText(":::try{minutes=soon}\nx\n:::\n").tryMinutes).toBe(0);
    expect(measureText(":::try{minutes=-5}\nx\n:::\n").tryMinutes).toBe(0);
  });
});

describe("the model of minutes", () => {
  it("reads 200 words a minute, and twelve lines of code", async () => {
    expect((await estimateOf(lesson(5, words(1_000)), "start/welcome"))?.minutes).toBe(5);
    expect((await estimateOf(lesson(5, `\`\`\`\n${"x\n".repeat(23)}x\n\`\`\``), "start/welcome"))?.minutes).toBe(2);
  });

  it("gives a lab time to begin and for each line that the starter has not", async () => {
    const before = await estimateOf({}, "start/add");
    const solution = readFileSync(join(SMALL_CONTENT, SMALL_LAB, "solution/add.js"), "utf8");
    const more = await estimateOf({ [`${SMALL_LAB}/solution/add.js`]: `${solution}\nconst one = 1;\n\nconst two = 2;\n` }, "start/add");
    expect(before?.minutes).toBeGreaterThan(5);
    expect((more?.minutes ?? 0) - (before?.minutes ?? 0)).toBeCloseTo(2 * 1.5);
  });

  it("counts only the questions that an attempt gets", async () => {
    const quiz = (fields: string): Changes => ({ [LESSON]: `---\nkind: quiz\ntitle: Quiz\nminutes: 3\n${fields}\n---\n\n## A?\n\n- [x] yes\n- [ ] no\n\n## B?\n\n- [x] yes\n- [ ] no\n` });
    const [all, one] = [await estimateOf(quiz("pass: 1"), "start/welcome"), await estimateOf(quiz("draw: 1"), "start/welcome")];
    expect(one?.minutes).toBeCloseTo((all?.minutes ?? 0) / 2);
  });

  it("knows nothing of a task", async () => {
    expect(await estimateOf({ [LESSON]: "---\nkind: task\ntitle: Walk\nminutes: 300\n---\n- [ ] Walk\n" }, "start/welcome")).toBeNull();
  });
});

describe("a course that promises hours", () => {
  const problemsOf = async (changes: Changes, fields: string) => (await readCourse(changes, fields)).problems.filter(({ field }) => field === "minutes");

  it("is held to it, activity by activity, with the line and what to write", async () => {
    const problems = await problemsOf(lesson(25, words(280)), "hours: 1");
    expect(problems).toMatchObject([{ file: LESSON, line: 4, message: "The lesson says 25 minutes; for 280 words about 1 are honest.", fix: expect.stringContaining("Write between 1 and 5") }]);
    expect(await problemsOf(lesson(1, words(2_000)), "hours: 1")).toHaveLength(1);
    expect(await problemsOf(lesson(3, words(280)), "hours: 1")).toEqual([]);
    expect(await problemsOf(lesson(12, `${words(280)}\n\n:::try{minutes=10}\nDo it.\n:::`), "hours: 1")).toEqual([]);
  });

  it("and no other course is", async () => {
    expect(await problemsOf(lesson(25, words(280)), "summary: x")).toEqual([]);
  });
});

describe("the reading grade", () => {
  const plain = Array.from({ length: 20 }, () => "The cat sat on the mat and then it ran to the door.");
  const heavy = Array.from({ length: 20 }, () => "Notwithstanding considerable organisational heterogeneity, administrators continuously reconsider authentication infrastructure requirements.");

  it("rises with long sentences and long words, and says nothing of a few", () => {
    expect(readingGrade(plain)).toBeLessThan(3);
    expect(readingGrade(heavy)).toBeGreaterThan(18);
    expect(readingGrade(heavy.slice(0, 2))).toBeNull();
  });

  it("is a problem when a text needs more than its course promises", async () => {
    const of = async (fields: string) => (await readCourse(lesson(5, heavy.join("\n\n")), fields)).problems.map(({ message }) => message);
    expect(await of("readingGrade: 9")).toEqual([expect.stringMatching(/^The text reads at grade \d+\.\d, and the course promises 9\.$/)]);
    expect(await of("summary: x")).toEqual([]);
  });
});
