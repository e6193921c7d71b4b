import { expect, test } from "vitest";
import { runCheck, type CheckOptions } from "../../../bin/commands/check.ts";
import { Unusable } from "../../../bin/unusable.ts";
import { makeContent, makeFolder, SMALL_LAB, SMALL_MODULE, type Changes } from "../../helpers/content-folder.ts";
import { openDouble, recordOutput } from "../../helpers/grading-double.ts";

async function check(changes: Changes, options: CheckOptions = {}) {
  const output = recordOutput();
  const grading = openDouble();
  const code = await runCheck(await makeContent(changes), options, output, grading.open);
  return { code, text: output.lines.join("\n"), grading };
}

test("a sound folder ends with 0 and says so", async () => {
  const { code, text, grading } = await check({});
  expect(code).toBe(0);
  expect(text).toMatch(/^sound {4}small\/start\/add {2}javascript {2}2 tests\n\n1 course, 1 lab, no problems\.$/);
  expect(grading.closed()).toBe(true);
});

test("the JSON has the agreed fields", async () => {
  const { code, text } = await check({ [`${SMALL_MODULE}/01-welcome.md`]: "---\nkind: lesson\ntitel: x\n---\nx\n" }, { json: true });
  expect(code).toBe(1);
  const json: unknown = JSON.parse(text);
  expect(json).toEqual({
    courses: 1,
    problems: [
      { file: `${SMALL_MODULE}/01-welcome.md`, line: 1, field: "title", message: expect.any(String), fix: expect.any(String) },
      { file: `${SMALL_MODULE}/01-welcome.md`, line: 3, field: "titel", message: expect.any(String), fix: "Did you mean `title`?" },
    ],
    labs: [{ id: "small/start/add", language: "javascript", sound: true, problems: [], tests: 2, mutation: null }],
  });
});

test("an unsound lab is among the problems and at the lab", async () => {
  const { code, text } = await check({ [`${SMALL_LAB}/wrong/subtracts/add.js`]: "export function add(a, b) { return a + b; }" }, { json: true });
  expect(code).toBe(1);
  const json = JSON.parse(text) as { problems: unknown[]; labs: { sound: boolean; problems: unknown[] }[] };
  expect(json.labs[0]).toMatchObject({ sound: false, problems: [{ file: `${SMALL_LAB}/wrong/subtracts` }] });
  expect(json.problems).toEqual(json.labs[0]?.problems);
});

test("with --mutation faults are counted and survivors listed", async () => {
  const lab = (await makeLabText("mutation: 0.9"));
  const { code, text } = await check({ ...lab, [`${SMALL_LAB}/solution/add.js`]: "export function add(a, b) { if (a > 100) return 0; return a + b; }\n" }, { mutation: true });
  expect(code).toBe(1);
  expect(text).toMatch(/unsound {2}small\/start\/add .* \d+ of \d+ faults noticed/);
  expect(text).toContain("unnoticed: add.js:1 `>` becomes `>=`");
  expect(text).toMatch(/the course asks for 90 %/);
  const json = JSON.parse((await check({}, { mutation: true, json: true })).text) as { labs: { mutation: unknown }[] };
  expect(json.labs[0]?.mutation).toEqual({ killed: 2, total: 2 });
});

test("with --mutation a lab without a program to put faults into says so", async () => {
  const { text } = await check({ [`${SMALL_LAB}/solution/add.js`]: "export { sum as add } from \"./sum.js\";\n", [`${SMALL_LAB}/solution/sum.js`]: "export const sum = Math.hypot;\n" }, { mutation: true });
  expect(text).toContain("no faults tried");
});

async function makeLabText(field: string): Promise<Changes> {
  return { [`${SMALL_LAB}/lab.md`]: `---\nkind: lab\ntitle: Add\n${field}\n---\nWrite it.\n` };
}

test("problems are shown with place, message and remedy", async () => {
  const { text } = await check(await makeLabText("limits: { cpuMs: 999999 }"));
  expect(text).toContain(`${SMALL_LAB}/lab.md:4  limits.cpuMs\n  \`limits.cpuMs\` is 999999; the most is 20000.\n  → Write 20000 or less.`);
  expect(text).toMatch(/1 course, 0 labs, 1 problem\.$/);
});

test("hostile text of authors can't reach the terminal as it is", async () => {
  const changes = { [`${SMALL_MODULE}/01-welcome.md`]: '---\nkind: "x\\e[31m\\a\u202E"\n"\\e]0;title\\a": 1\n---\n[x](\u001b[2J\u202Egone.md)\n' };
  for (const json of [false, true]) {
    const { text } = await check(changes, { json });
    expect(text.replace(/\n/g, "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).toMatch(/\\u\{?1b/);
    if (json) expect(() => JSON.parse(text) as unknown).not.toThrow();
  }
});

test("no labs, no sandbox", async () => {
  const { grading } = await check({ [SMALL_LAB]: null, [`${SMALL_MODULE}/01-welcome.md`]: "---\nkind: lesson\ntitle: x\n---\nx\n" });
  expect(grading.opened()).toBe(false);
});

test("a folder that is not there can't be checked; one without courses is a problem", async () => {
  await expect(runCheck("/nowhere/at-all", {}, recordOutput(), openDouble().open)).rejects.toThrow(Unusable);
  expect(await runCheck(await makeFolder(), {}, recordOutput(), openDouble().open)).toBe(1);
});
