/** Test files of collections skip all tests but the first; a lab can ask for all of them, without a change to their text. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { isBusy, type GradeRequest, type Language } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

const sandbox = createSandbox({ workers: 1 });
beforeAll(() => sandbox.ready(["javascript"]), 60_000);
afterAll(() => sandbox.close(0));

async function grade(language: Language, files: GradeRequest["files"], path: string, text: string, runSkipped?: boolean) {
  const answer = await sandbox.grade({ language, files, tests: [{ path, text, group: "visible" }], runSkipped });
  if (isBusy(answer)) throw new Error(answer.message);
  return { outcome: answer.outcome, tests: Object.fromEntries(answer.tests.map(({ name, status }) => [name, status])) };
}

const MARKED = `
import { expect, test, xtest } from "@jest/globals";
import { half } from "./half";
test("four", () => { expect(half(4)).toBe(2); });
xtest("three", () => { expect(half(3)).toBe(1.5); });
test.skip("zero", () => { expect(half(0)).toBe(0); });
test.skip.each([[2, 1], [6, 3]])("%i", (n, half_) => { expect(half(n)).toBe(half_); });
xdescribe("below zero", () => {
  it("minus two", () => { expect(half(-2)).toBe(-1); });
  xit("minus four", () => { expect(half(-4)).toBe(-2); });
});
test.todo("some day");
`;
const NAMES = ["four", "three", "zero", "2", "6", "below zero > minus two", "below zero > minus four"];

test("skipped tests run when the request says so, whatever marks them; what is only planned does not", async () => {
  const { tests } = await grade("javascript", { "half.js": "export const half = (n) => n / 2;" }, "half.spec.js", MARKED, true);
  expect(tests).toEqual({ ...Object.fromEntries(NAMES.map((name) => [name, "passed"])), "some day": "skipped" });
});

test("they decide the verdict then", async () => {
  const wrong = { "half.js": "export const half = (n) => (n < 0 ? n : n / 2);" };
  const { outcome, tests } = await grade("javascript", wrong, "half.spec.js", MARKED, true);
  expect(outcome).toBe("failed");
  expect(tests).toMatchObject({ four: "passed", "below zero > minus two": "failed", "below zero > minus four": "failed" });
});

test("without it they are skipped", async () => {
  for (const asked of [undefined, false]) {
    const { tests } = await grade("javascript", { "half.js": "export const half = (n) => n / 2;" }, "half.spec.js", MARKED, asked);
    expect(tests).toEqual({ ...Object.fromEntries(NAMES.map((name) => [name, name === "four" ? "passed" : "skipped"])), "some day": "skipped" });
  }
});

test("an asked-for only still singles out its test", async () => {
  const text = `import { half } from "./half"; test.only("four", () => { expect(half(4)).toBe(2); }); xtest("three", () => { expect(half(3)).toBe(0); });`;
  expect((await grade("javascript", { "half.js": "export const half = (n) => n / 2;" }, "half.spec.js", text, true)).tests).toEqual({ four: "passed", three: "skipped" });
});
