import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runGrade, type GradeOptions } from "../../../bin/commands/grade.ts";
import { Unusable } from "../../../bin/unusable.ts";
import { makeContent, makeFolder, SMALL_CONTENT, SMALL_LAB, SMALL_MODULE } from "../../helpers/content-folder.ts";
import { judgeAdd, openDouble, recordOutput } from "../../helpers/grading-double.ts";

const LAB = join(SMALL_CONTENT, SMALL_LAB);
const RIGHT = "export function add(a, b) { return a + b; }";
const WRONG = "export function add(a, b) { return a; }";

async function grade(lab: string, options: GradeOptions = {}, double = openDouble()) {
  const output = recordOutput();
  const code = await runGrade(lab, options, output, double.open);
  return { code, lines: output.lines, text: output.lines.join("\n"), double };
}

test("the lab's own solution passes and ends with 0", async () => {
  const { code, text, double } = await grade(LAB);
  expect(code).toBe(0);
  expect(text).toMatch(/^passed +2 of 2 tests {2}100 % {2}2 ms\n {2}✓ adds\n {2}✓ adds nothing {2}\(hidden\)$/);
  expect(double.closed()).toBe(true);
});

test("a lab in a course inherits its language and limits", async () => {
  const { double } = await grade(LAB);
  expect(double.requests[0]).toMatchObject({ language: "javascript", limits: { cpuMs: 2000, memoryMb: 64 }, files: { "add.js": expect.stringContaining("a + b"), "numbers.js": expect.any(String) } });
  expect(double.requests[0]?.tests.map((one) => [one.path, one.group])).toEqual([["add.test.js", "visible"], ["more.test.js", "hidden"]]);
});

test("a lab alone on the disk is graded too, with faults in what only people read", async () => {
  const folder = await makeFolder({
    "My Lab/lab.md": "---\nkind: lab\nlanguage: javascript\nminutes: soon\n---\n",
    "My Lab/starter/add.js": "",
    "My Lab/solution/add.js": RIGHT,
    "My Lab/tests/add.test.js": "test('x', () => {})",
  });
  expect((await grade(join(folder, "My Lab"))).code).toBe(0);
});

test("files that are handed in are laid over the starter, ends with 1 when wrong", async () => {
  const files = await makeFolder({ "add.js": WRONG, "numbers.js": "forged", "add.test.js": "forged", "more.js": "kept" });
  const { code, text, double } = await grade(LAB, { files });
  expect(code).toBe(1);
  expect(text).toContain("✗ adds\n      the sum is wrong\n      expected  3\n      actual    1");
  expect(double.requests[0]?.files).toEqual({ "add.js": WRONG, "numbers.js": "export const numbers = [1, 2];\n", "more.js": "kept" });
});

test("the JSON is the result with the agreed fields", async () => {
  const { code, text } = await grade(LAB, { json: true });
  expect(code).toBe(0);
  expect(JSON.parse(text)).toMatchObject({
    outcome: "passed", score: 1, output: "", message: null, durationMs: 2,
    tests: [{ name: "adds", group: "visible", status: "passed", message: null, expected: null, actual: null, output: "", durationMs: 1, points: 1 }, { name: "adds nothing", group: "hidden" }],
  });
});

test.each([
  ["a folder that is not there", "/nowhere/at-all", {}, /There is no folder/],
  ["a lesson's module", join(SMALL_CONTENT, SMALL_MODULE), {}, /holds no activity/],
  ["a project without tests", join(SMALL_CONTENT, SMALL_MODULE, "03-report"), {}, /without tests/],
  ["files that are not there", LAB, { files: "/nowhere/at-all" }, /There is no folder/],
  ["a batch that is not there", LAB, { batch: "/nowhere/at-all" }, /can't be read/],
  ["both files and batch", LAB, { files: "/tmp", batch: "/tmp" }, /not both/],
])("%s is unusable, with a sentence", async (_, lab, options, sentence) => {
  const double = openDouble();
  const failure = grade(lab, options, double);
  await expect(failure).rejects.toThrow(Unusable);
  await expect(failure).rejects.toThrow(sentence);
  expect(double.opened()).toBe(false);
});

test("a lab with faults is unusable, and every fault is named", async () => {
  const root = await makeContent({ [`${SMALL_LAB}/tests`]: null, [`${SMALL_LAB}/lab.md`]: "---\nkind: lab\ntitle: Add\nopen: gone.js\n---\n" });
  await expect(grade(join(root, SMALL_LAB))).rejects.toThrow(/02-add\/lab\.md:4 {2}`open` names `gone\.js`.*\n.*no `tests\/`/);
});

test("a batch grades each folder, in parallel, one line as each is done", async () => {
  const batch = await makeFolder({ "ann/add.js": RIGHT, "bob/add.js": WRONG, "cem/add.js": RIGHT, "dee/add.js": "export function add( {", "notes.txt": "no submission" });
  const { code, lines, double } = await grade(LAB, { batch, json: true });
  expect(code).toBe(1);
  const results = lines.map((line) => JSON.parse(line) as { submission: string; outcome: string; score: number; tests: unknown[] });
  expect(Object.fromEntries(results.map((result) => [result.submission, result.outcome]))).toEqual({ ann: "passed", bob: "failed", cem: "passed", dee: "errored" });
  expect(results.find((result) => result.submission === "ann")).toMatchObject({ score: 1, output: "", message: null, durationMs: 2, tests: [{ name: "adds" }, {}] });
  expect(double.mostRunning()).toBeGreaterThan(1);
  expect(double.mostRunning()).toBeLessThanOrEqual(3);
  expect(double.closed()).toBe(true);
});

test("a batch in which all pass ends with 0; for people it is a table", async () => {
  const batch = await makeFolder({ "ann/add.js": RIGHT, "christopher/add.js": RIGHT });
  const { code, lines } = await grade(LAB, { batch });
  expect(code).toBe(0);
  expect(lines.toSorted()).toEqual(["\n2 of 2 passed.", "ann          passed         2 of 2 tests  100 %  2 ms", "christopher  passed         2 of 2 tests  100 %  2 ms"]);
});

test("hostile submissions end as one errored line each", async () => {
  const batch = await makeFolder({ "good/add.js": RIGHT, "big/add.js": "x".repeat(300_000), "bytes/add.js": new Uint8Array([0xff, 0xfe, 0xfd]) });
  await symlink("/etc", join(batch, "link"));
  await mkdir(join(batch, "inner"));
  await symlink("/etc/passwd", join(batch, "inner/add.js"));
  await mkdir(join(batch, "names"));
  await writeFile(join(batch, "names", "a\u001b[31m\n.js"), "x");
  await mkdir(join(batch, "many"));
  for (let index = 0; index < 70; index++) await writeFile(join(batch, "many", `f${index}.js`), "x");
  const odd = "odd\n\u001b[2J\u202E";
  await mkdir(join(batch, odd));
  await writeFile(join(batch, odd, "add.js"), RIGHT);

  const { code, lines } = await grade(LAB, { batch, json: true });
  expect(code).toBe(1);
  expect(lines).toHaveLength(8);
  for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  const results = new Map(lines.map((line) => JSON.parse(line) as { submission: string; outcome: string; message: string | null }).map((result) => [result.submission, result]));
  for (const name of ["big", "bytes", "link", "inner", "names", "many"]) expect(results.get(name)).toMatchObject({ submission: name, outcome: "errored", message: expect.stringMatching(/\w/) });
  expect(results.get("good")?.outcome).toBe("passed");
  expect(results.get(odd)?.outcome).toBe("passed");
  expect(lines.join("")).not.toContain("root:");

  const table = await grade(LAB, { batch });
  for (const line of table.lines) expect(line.replace(/^\n/, "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test("what a learner's program printed can't reach the terminal as it is", async () => {
  const hostile = "\u001b[31mred\u0007\u202E\r\nnext";
  const double = openDouble((request) => {
    const result = judgeAdd(request);
    return { ...result, outcome: "failed", output: hostile, message: hostile, tests: result.tests.map((one) => ({ ...one, name: hostile, message: hostile, expected: hostile, actual: hostile, output: hostile })) };
  });
  const { text } = await grade(LAB, {}, double);
  expect(text.replace(/\n/g, "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text).toContain("\\u{1b}[31mred\\u{7}\\u{202e}");
});

test("type errors are told with their places, without steering the terminal", async () => {
  const diagnostics = [{ path: "add.ts", line: 3, column: 7, message: "Type '\u001b[31m' is not assignable\n  to type 'number'." }];
  const double = () => openDouble((request) => ({ ...judgeAdd(request), diagnostics }));
  const { text } = await grade(LAB, {}, double());
  expect(text).toContain("  type errors\n    add.ts:3:7  Type '");
  expect(text).not.toContain("\u001b");
  const { lines } = await grade(LAB, { json: true }, double());
  expect(JSON.parse(lines.join(""))).toMatchObject({ diagnostics });
});

test("a sandbox is closed when a grade throws", async () => {
  const double = openDouble(() => {
    throw new Error("broken");
  });
  await expect(grade(LAB, {}, double)).rejects.toThrow("broken");
  expect(double.closed()).toBe(true);
});
