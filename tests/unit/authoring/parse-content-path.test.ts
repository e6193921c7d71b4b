import { describe, expect, test } from "vitest";
import { refusals } from "../../../app/features/authoring/refusals.ts";
import { say } from "../../../app/i18n/saying.ts";
import { findPathClash, isAssetPath, parseContentPath } from "../../../app/features/authoring/parse-content-path.ts";

const HOSTILE: [string, unknown][] = [
  ["nothing", ""],
  ["no text", null],
  ["a list", ["a.md"]],
  ["parent", ".."],
  ["parent inside", "01-start/../../../etc/passwd"],
  ["parent at the end", "01-start/.."],
  ["here", "./a.md"],
  ["here inside", "01-start/./a.md"],
  ["absolute", "/etc/passwd"],
  ["double slash", "01-start//a.md"],
  ["slash at the end", "01-start/"],
  ["drive letter", "C:/Windows/win.ini"],
  ["drive letter, relative", "C:a.md"],
  ["backslash", "01-start\\..\\a.md"],
  ["network share", "\\\\server\\share"],
  ["NUL", "a.md\0.png"],
  ["line end", "a\n.md"],
  ["escape", "a\u001b[31m.md"],
  ["hidden file", ".env"],
  ["hidden folder", "01-start/.git/config"],
  ["stage of publishing", ".publishing-basics/new/course.md"],
  ["right-to-left override", "a\u202Egnp.md"],
  ["zero width", "a\u200B.md"],
  ["lone surrogate", "a\uD800.md"],
  ["line separator", "a\u2028.md"],
  ["leading space", " a.md"],
  ["leading hyphen", "01-start/-rf"],
  ["trailing space", "a.md "],
  ["trailing dot", "01-start./a.md"],
  ["alternate data stream", "a.md::$DATA"],
  ["wildcard", "*.md"],
  ["quote", 'a".md'],
  ["markup", "<script>.md"],
  ["pipe", "a|b.md"],
  ["device", "01-start/CON"],
  ["device with an ending", "nul.md"],
  ["ignored by readers", "01-start/node_modules/x.js"],
  ["backup file", "lesson.md~"],
  ["long name", `${"a".repeat(101)}.md`],
  ["long path", Array.from({ length: 8 }, () => "a".repeat(40)).join("/")],
  ["deep path", Array.from({ length: 9 }, () => "a").join("/")],
];

describe("paths inside a course", () => {
  test.each(HOSTILE)("%s is refused", (_, path) => {
    const parsed = parseContentPath(path);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && say(refusals, "en", parsed.message).length > 10).toBe(true);
  });

  test.each(["course.md", "01-start/02-sum/tests/hidden/more.test.js", "01-start/größe.md", "a b.txt", "01-start/x.es.md", "assets/a..b.png"])("%s is a path", (path) => {
    expect(parseContentPath(path)).toEqual({ ok: true, path });
  });

  test("composed and decomposed letters are one path", () => {
    expect(parseContentPath("gro\u0308ße.md")).toEqual({ ok: true, path: "größe.md" });
  });
});

describe("what stands in the way of a new file", () => {
  test.each([
    ["the same name", "a/b.md", true],
    ["another case", "A/B.md", true],
    ["a file where a folder is needed", "a/b.md/c.md", true],
    ["a folder where the file would be", "a", true],
    ["nothing", "a/b2.md", false],
  ])("%s", (_, path, clashes) => {
    expect(findPathClash(["a/b.md"], path) !== null).toBe(clashes);
  });
});

test("only what is below a folder `assets` is a picture or data", () => {
  expect(isAssetPath("01-start/02-x/assets/deep/a.png")).toBe(true);
  expect(isAssetPath("01-start/assets")).toBe(false);
});
