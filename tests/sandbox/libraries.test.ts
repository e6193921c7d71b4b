import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeResult, Sandbox } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createSandbox({ workers: 1 });
  await sandbox.ready(["javascript"]);
});
afterAll(async () => {
  await sandbox.close(0);
});

const read = (name: string): string => readFileSync(new URL(`libraries/${name}`, import.meta.url), "utf8");
async function grade(files: Record<string, string>, text: string): Promise<GradeResult> {
  const answer = await sandbox.grade({ language: "javascript", files, tests: [{ path: "main.test.js", text, group: "visible" }] });
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}
const problems = (result: GradeResult): string[] =>
  [result.message ?? "", ...result.tests.filter((test) => test.status !== "passed" && test.status !== "skipped").map((test) => `${test.name}: ${test.message}`)].filter(Boolean);

describe("test files as their libraries know them", () => {
  it.each([["vitest.lab.js", 70, 2], ["jest.lab.js", 26, 5], ["node-test.lab.js", 11, 3]])("%s runs unchanged", async (name, tests, skipped) => {
    const result = await grade({ "main.js": read("program.js") }, read(name));
    expect(problems(result)).toEqual([]);
    expect(result.outcome).toBe("passed");
    expect(result.tests).toHaveLength(tests);
    expect(result.tests.filter((test) => test.status === "skipped")).toHaveLength(skipped);
  });

  it.each([
    ["toMatchSnapshot", "expect(1).toMatchSnapshot()", /snapshots are not kept here/],
    ["toMatchInlineSnapshot", "expect(1).toMatchInlineSnapshot('1')", /snapshots are not kept here/],
    ["vi.mock", "vi.mock('./main')", /modules can't be replaced/],
    ["test.extend", "test.extend({})", /make what the tests share in beforeEach/],
    ["vi.stubEnv", "vi.stubEnv('A', '1')", /have no environment/],
  ])("%s is refused in a sentence", async (_name, body, expected) => {
    const result = await grade({ "main.js": "" }, `test("t", () => { ${body}; });`);
    expect(result.tests[0]).toMatchObject({ status: "failed", message: expect.stringMatching(expected) as string });
  });

  it("fail by promises and callbacks that nobody waits for", async () => {
    const program = "export const later = () => new Promise((resolve) => setTimeout(resolve, 1));\nexport const drop = (f) => { f(1); };\nexport const swallow = async (f) => { try { await f(1); } catch {} };";
    const result = await grade({ "main.js": program }, `import { drop, later, swallow } from "./main";
test("a floating assertion", () => { expect(Promise.resolve(1)).resolves.toBe(2); });
test("a floating function", async () => { (async () => { await null; expect(1).toBe(2); })(); await later(); });
test("a dropped callback", () => { drop(async () => { await null; expect(1).toBe(2); }); });
test("a swallowed callback", async () => { await swallow(async () => { await later(); expect(1).toBe(2); }); });
test("an error of a timer", async () => { setTimeout(() => { throw new Error("stray"); }, 0); await later(); await later(); });
test("what the test itself catches is no failure", () => { try { expect(1).toBe(2); } catch { } expect(() => expect(1).toBe(2)).toThrow(); });
test("nor what the program rejects and nobody handles", async () => { drop(() => { Promise.reject(new Error("learner's")); }); await later(); });`);
    expect(result.tests.map((test) => test.status)).toEqual(["failed", "failed", "failed", "failed", "failed", "passed", "passed"]);
  });

  it("let jest's own floating assertions float, as jest does", async () => {
    const result = await grade({ "main.js": "" }, 'import { expect, test } from "@jest/globals";\ntest("floats", () => { expect(Promise.resolve(1)).resolves.toBe(2); });\ntest("awaits", async () => { await expect(Promise.resolve(1)).resolves.toBe(2); });');
    expect(result.tests.map((test) => test.status)).toEqual(["passed", "failed"]);
  });

  it("skip from inside, once", async () => {
    const result = await grade({ "main.js": "let kept; export const keep = (f) => { kept = f; }; export const use = () => kept();" }, `import { keep, use } from "./main";
test("skips", ({ skip }) => { keep(() => skip()); skip(); });
test("is not skipped by what a program kept", () => { use(); });`);
    expect(result.tests.map((test) => test.status)).toEqual(["skipped", "failed"]);
  });
});

describe("CommonJS", () => {
  const files = {
    "main.js": '"use strict";\nconst { twice } = require("./lib/twice");\nconst data = require(\'./data.json\');\n// const fs = require("fs");\nclass Box { constructor(v) { this.v = v; } }\nconst sum = (...l) => l.reduce((a, b) => a + b, 0);\nconst boom = () => { throw new Error("line 7"); };\nmodule.exports = { sum, twice, Box, boom, n: data.n };\nObject.assign(module.exports, { late: 1 });',
    "lib/twice.js": "exports.twice = (x) => x * 2;", "data.json": '{"n": 5}',
    "one.js": "module.exports = function one() { return 1; };\nmodule.exports.extra = 2;",
    "es.js": "import one, { extra } from './one.js';\nimport { sum, late } from './main';\nexport const all = () => one() + extra + sum(1, 1) + late;",
  };
  it("is loaded for tests that require and for tests that import", async () => {
    const required = await grade(files, 'const { sum, twice, Box, n, late } = require("./main");\nconst one = require("./one");\nconst es = require("./es");\nconst assert = require("node:assert");\nconst { vi } = require("vitest");\ntest("t", () => { expect([sum(1, 2), twice(2), n, late, one(), one.extra, es.all()]).toEqual([3, 4, 5, 1, 1, 2, 6]); expect(new Box(1)).toEqual({ v: 1 }); assert.equal(1, 1); expect(vi.fn()).not.toHaveBeenCalled(); });');
    expect(problems(required)).toEqual([]);
    const imported = await grade(files, 'import main, { sum, late } from "./main";\nimport one from "./one.js";\nimport * as all from "./main";\ntest("t", () => { expect([main.sum(1), sum(2), late, one(), all.n]).toEqual([1, 2, 1, 1, 5]); });');
    expect(problems(imported)).toEqual([]);
    expect([required.outcome, imported.outcome]).toEqual(["passed", "passed"]);
  });
  it("keeps its lines and says what can't be required", async () => {
    const result = await grade(files, 'const { boom } = require("./main");\ntest("t", () => boom());');
    expect(result.tests[0]).toMatchObject({ message: "Error: line 7", location: { path: "main.js", line: 7 } });
    expect(await grade({ "main.js": "module.exports = require('fs');" }, 'require("./main");')).toMatchObject({
      outcome: "errored", message: expect.stringMatching(/^main\.js could not be loaded: Error: Cannot find module 'fs': only the files beside this one can be required \(main\.js, line 1\)/) as string,
    });
  });
});
