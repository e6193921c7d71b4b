import fc from "fast-check";
import { expect, test } from "vitest";
import { listFileChanges } from "../../../app/features/reviews/file-changes.ts";

test("files that are the same are left out", () => {
  expect(listFileChanges({ "a.js": "1\n" }, { "a.js": "1\n" })).toEqual([]);
});

test("says new and removed files, and the lines of changed ones", () => {
  const changes = listFileChanges({ "a.js": "one\ntwo\nthree\n", "gone.js": "x\n" }, { "a.js": "one\n2\nthree\n", "new.js": "y" });
  expect(changes.map(({ path, kind }) => [path, kind])).toEqual([["a.js", "changed"], ["gone.js", "removed"], ["new.js", "added"]]);
  expect(changes[0]?.hunks).toEqual([[
    { kind: "same", line: 1, text: "one" }, { kind: "removed", line: null, text: "two" }, { kind: "added", line: 2, text: "2" }, { kind: "same", line: 3, text: "three" },
  ]]);
});

test("the lines that are left and added are the new file's", () => {
  const text = fc.array(fc.constantFrom("a", "b", "", "\\ x", "+", "-"), { maxLength: 12 }).map((lines) => lines.map((line) => `${line}\n`).join(""));
  const isTrue = fc.property(text, text, (before, after) => {
    const lines = after.split("\n");
    const said = listFileChanges({ f: before }, { f: after }).flatMap(({ hunks }) => hunks.flat());
    return said.every(({ line, text: words }) => line === null || words === lines[line - 1]);
  });
  expect(fc.check(isTrue).failed).toBe(false);
});

test("gives up on files that are too different instead of holding everybody up", () => {
  const many = (word: string) => Array.from({ length: 30_000 }, (_, index) => `${word} ${index}`).join("\n");
  expect(listFileChanges({ f: many("a") }, { f: many("b") })[0]?.kind).toBe("too-different");
});
