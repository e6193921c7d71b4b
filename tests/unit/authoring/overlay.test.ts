import { describe, expect, test } from "vitest";
import type { SourceFile, SourceFolder } from "../../../app/catalog/source-folder.ts";
import { listFilesBelow } from "../../../app/catalog/source-folder.ts";
import { applyOverlay } from "../../../app/features/authoring/apply-overlay.ts";
import { diffTexts } from "../../../app/features/authoring/diff-texts.ts";
import { hasConflictMarks, mergeTexts } from "../../../app/features/authoring/merge-texts.ts";
import { compareWithDisk, nextVersion, versionOf } from "../../../app/features/authoring/overlay.ts";
import { moveOne, nextNumber, planReorder } from "../../../app/features/authoring/plan-reorder.ts";

const file = (path: string, text = path): SourceFile => ({ name: path.slice(path.lastIndexOf("/") + 1), path, bytes: text.length, hash: text, text });
const folder = (path: string, files: SourceFile[], folders: SourceFolder[] = []): SourceFolder => ({ name: path.slice(path.lastIndexOf("/") + 1), path, files, folders, findings: [], unread: [] });
const course = folder("courses/x", [file("courses/x/course.md")], [folder("courses/x/01-a", [file("courses/x/01-a/module.md")], [folder("courses/x/01-a/01-empty", [])])]);
const list = (tree: SourceFolder) => [...listFilesBelow(tree)].map(([path, { text }]) => `${path}=${text}`);

describe("an overlay", () => {
  test("adds, changes and removes files, with the folders they need", () => {
    const merged = applyOverlay(course, new Map([
      ["courses/x/course.md", file("courses/x/course.md", "new")],
      ["courses/x/01-a/module.md", null],
      ["courses/x/02-b/01-c/lesson.md", file("courses/x/02-b/01-c/lesson.md", "text")],
    ]));
    expect(list(merged)).toEqual(["course.md=new", "02-b/01-c/lesson.md=text"]);
    expect(merged.folders.map(({ name }) => name)).toEqual(["01-a", "02-b"]);
    expect(list(course)).toHaveLength(2);
  });
  test("a folder that it empties is gone, one that was empty before stays", () => {
    const emptied = applyOverlay(folder("courses/x", [], [folder("courses/x/01-a", [file("courses/x/01-a/module.md")])]), new Map([["courses/x/01-a/module.md", null]]));
    expect(emptied.folders).toEqual([]);
    expect(applyOverlay(course, new Map()).folders[0]?.folders[0]?.name).toBe("01-empty");
  });
  test("nothing laid over is the folder itself", () => {
    expect(applyOverlay(course, new Map())).toEqual(course);
  });
});

describe("versions", () => {
  test("never repeat, whatever the clock does", () => {
    const now = new Date(1_000);
    expect(nextVersion(0, now)).toBe(1_000);
    expect(nextVersion(1_000, now)).toBe(1_001);
    expect(nextVersion(5_000, now)).toBe(5_001);
  });
  test("tell a change, a file on disk and no file apart", () => {
    const [a, b] = ["0a".repeat(32), "0b".repeat(32)];
    expect(versionOf({ version: 7 }, a)).toBe(7);
    expect(versionOf(null, a)).toBeLessThan(0);
    expect(versionOf(null, a)).not.toBe(versionOf(null, b));
    expect(versionOf(null, null)).toBe(0);
    expect(Number.isSafeInteger(versionOf(null, "ff".repeat(32)))).toBe(true);
  });
});

test.each([
  ["as it was", "base", "mine", "base", "as-begun"],
  ["a new file", null, "mine", null, "as-begun"],
  ["a removal", "base", null, "base", "as-begun"],
  ["changed by somebody", "base", "mine", "theirs", "changed"],
  ["a new file that somebody added too", null, "mine", "theirs", "changed"],
  ["removed by somebody", "base", "mine", null, "gone"],
  ["both removed it", "base", null, null, "same"],
  ["both made the same", "base", "mine", "mine", "same"],
])("disk compared with a change: %s", (_, baseHash, hash, diskHash, state) => {
  expect(compareWithDisk({ baseHash, hash }, diskHash)).toBe(state);
});

describe("merging", () => {
  const base = "one\ntwo\nthree\nfour\nfive\n";
  test("takes both sides' changes of different lines", () => {
    expect(mergeTexts({ base, mine: base.replace("one", "ONE"), theirs: base.replace("five", "FIVE") })).toEqual({ text: "ONE\ntwo\nthree\nfour\nFIVE\n", conflicts: 0 });
  });
  test("marks what both changed", () => {
    const merged = mergeTexts({ base, mine: base.replace("two", "mine"), theirs: base.replace("two", "theirs") });
    expect(merged.conflicts).toBe(1);
    expect(merged.text).toBe("one\n<<<<<<< yours\nmine\n||||||| before\ntwo\n=======\ntheirs\n>>>>>>> on disk\nthree\nfour\nfive\n");
    expect(hasConflictMarks(merged.text)).toBe(true);
  });
  test("the same change on both sides is no conflict, and a ruled heading is no mark", () => {
    const both = base.replace("two", "2");
    expect(mergeTexts({ base, mine: both, theirs: both })).toEqual({ text: both, conflicts: 0 });
    expect(hasConflictMarks("Heading\n=======\n")).toBe(false);
  });
});

describe("differences", () => {
  test("come with lines of both sides", () => {
    const diff = diffTexts("a\nb\nc\n", "a\nB\nc\n");
    expect(diff.hunks[0]?.map(({ kind, oldLine, newLine, text }) => [kind, oldLine, newLine, text])).toEqual([["same", 1, 1, "a"], ["removed", 2, null, "b"], ["added", null, 2, "B"], ["same", 3, 3, "c"]]);
    expect(diff).toMatchObject({ added: 1, removed: 1, isTooDifferent: false });
  });
  test("of a new and of a removed file", () => {
    expect(diffTexts(null, "a\n")).toMatchObject({ added: 1, removed: 0 });
    expect(diffTexts("a\n", null)).toMatchObject({ added: 0, removed: 1 });
  });
  test("that would take too long are not computed", () => {
    const lines = (word: string) => Array.from({ length: 4_000 }, (_, index) => `${word}${index}`).join("\n");
    expect(diffTexts(lines("a"), lines("b")).isTooDifferent).toBe(true);
  });
});

describe("order numbers", () => {
  test("one step renames two entries only, also with gaps", () => {
    expect([...planReorder(["05-b.md", "02-a", "09-c.md"])]).toEqual([["05-b.md", "02-b.md"], ["02-a", "05-a"]]);
  });
  test("equal numbers are numbered afresh", () => {
    expect([...planReorder(["02-b", "02-a", "03-c"])]).toEqual([["02-b", "01-b"]]);
  });
  test("keep their width", () => {
    expect([...planReorder(["010-b", "005-a"])]).toEqual([["010-b", "005-b"], ["005-a", "010-a"]]);
    expect(nextNumber(["001-a", "009-b"])).toBe("010");
    expect(nextNumber([])).toBe("01");
  });
  test("nothing moves beyond the ends", () => {
    expect(moveOne(["a", "b"], 0, "up")).toBeNull();
    expect(moveOne(["a", "b"], 1, "down")).toBeNull();
    expect(moveOne(["a", "b"], 0, "down")).toEqual(["b", "a"]);
  });
});
