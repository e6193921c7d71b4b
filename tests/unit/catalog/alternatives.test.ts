import { expect, test } from "vitest";
import { findActivity } from "../../../app/catalog/find.ts";
import { readContent } from "../../../app/catalog/read-content.server.ts";
import type { Lab } from "../../../app/catalog/catalog.ts";
import { getCourse, makeContent, SMALL_CONTENT, SMALL_LAB, type Changes } from "../../helpers/content-folder.ts";

async function readAdd(changes: Changes): Promise<Lab> {
  const catalog = await readContent(await makeContent(changes));
  expect(catalog.problems).toEqual([]);
  return findActivity(getCourse(catalog), "start", "add") as Lab;
}

test("folders `solution/alt-…` are alternatives and no part of the reference", async () => {
  const lab = await readAdd({ [`${SMALL_LAB}/solution/alt-minus-minus/add.js`]: "export const add = (a, b) => a - -b;\n" });
  expect(Object.keys(lab.solution)).toEqual(["add.js"]);
  expect(lab.alternatives).toEqual([{ name: "minus-minus", files: { "add.js": "export const add = (a, b) => a - -b;\n" } }]);
});

test("an alternative changes neither what learners meet nor what a verdict comes from", async () => {
  const plain = findActivity(getCourse(await readContent(SMALL_CONTENT)), "start", "add") as Lab;
  const lab = await readAdd({ [`${SMALL_LAB}/solution/alt-x/add.js`]: "export const add = (a, b) => a - -b;\n" });
  expect([lab.contentHash, lab.testHash]).toEqual([plain.contentHash, plain.testHash]);
});

test("a folder of that name in the starter stays a folder of the workspace", async () => {
  const lab = await readAdd({ [`${SMALL_LAB}/starter/alt-text/a.js`]: "", [`${SMALL_LAB}/solution/alt-text/a.js`]: "export {};\n" });
  expect(lab.alternatives).toEqual([]);
  expect(Object.keys(lab.solution)).toContain("alt-text/a.js");
});

test("an empty alternative is a finding", async () => {
  const catalog = await readContent(await makeContent({ [`${SMALL_LAB}/solution/alt-none/.keep`]: "" }));
  expect(catalog.problems).toMatchObject([{ file: `${SMALL_LAB}/solution/alt-none`, message: expect.stringMatching(/no files/) }]);
});
