import { expect, test } from "vitest";
import { listMissingModules } from "../../../../app/catalog/import/exercism/missing-modules.ts";

const KNOWN = ["a.js", "a.spec.js", "lib/b.ts"];
const list = (text: string) => listMissingModules("javascript", KNOWN, [["a.spec.js", text]]);

test.each([
  'import { a } from "./a";',
  'import { a } from "./a.js";\nimport b from "./lib/b";',
  'import { test } from "@jest/globals";\nimport { vi } from "vitest";\nimport assert from "node:assert";',
])("%s has all it needs", (text) => {
  expect(list(text)).toEqual([]);
});

test.each([
  ["const { spawnSync } = require('child_process');\nconst { resolve } = require('path');", "`child_process`, `path`"],
  ['import * as fs from "node:fs";', "`node:fs`"],
  ['export * from "./gone";', "`./gone`"],
  ['await import("../outside.js")', "`../outside.js`"],
])("%s is named", (text, named) => {
  expect(list(text)).toEqual([`\`a.spec.js\` imports ${named}, which no run has.`]);
});

test("other languages are not looked at", () => {
  expect(listMissingModules("python", [], [["a_test.py", 'from "x" import y']])).toEqual([]);
});
