import { describe, expect, test } from "vitest";
import { parseFrontMatterFile } from "../../../app/catalog/front-matter.ts";
import { changeAliases, setTitle } from "../../../app/features/authoring/edit-front-matter.ts";
import { rewriteLinks } from "../../../app/features/authoring/rewrite-links.ts";

const LESSON = "---\nkind: lesson\ntitle: Old # the name\nminutes: 5\n---\n\nText --- here.\n---\n";

describe("the title", () => {
  test("changes alone: comments, other fields and the text stay", () => {
    expect(setTitle(LESSON, "New")).toBe(LESSON.replace("Old", "New"));
  });
  test.each(["With: a colon", "# no comment", "true", "'quoted'", "two\nlines", "---"])("stays text whatever is in it: %j", (title) => {
    const text = setTitle(LESSON, title);
    const parsed = parseFrontMatterFile(text ?? "");
    expect(parsed.data?.title).toBe(title);
    expect(parsed.data?.minutes).toBe(5);
  });
  test("is added when there is none", () => {
    expect(parseFrontMatterFile(setTitle("---\nkind: lesson\n---\n", "New") ?? "").data).toEqual({ title: "New", kind: "lesson" });
  });
  test("is not written into front matter that can't be read", () => {
    expect(setTitle("---\ntitle: [\n---\n", "New")).toBeNull();
    expect(setTitle("No front matter\n---\n", "New")).toBeNull();
  });
});

describe("aliases", () => {
  const read = (text: string | null) => parseFrontMatterFile(text ?? "").data?.aliases;
  test("a first one is a line of its own, nothing else changes", () => {
    expect(changeAliases(LESSON, { add: ["start/old"], remove: "start/new" })).toBe(LESSON.replace("minutes: 5\n", "minutes: 5\naliases: [start/old]\n"));
  });
  test("are added to a list of any form", () => {
    expect(read(changeAliases("---\naliases:\n  - start/a\n---\n", { add: ["start/b"], remove: "x" }))).toEqual(["start/a", "start/b"]);
    expect(read(changeAliases("---\naliases: [start/a]\n---\n", { add: ["start/b"], remove: "x" }))).toEqual(["start/a", "start/b"]);
  });
  test("an id that is back is no alias any more", () => {
    expect(read(changeAliases("---\naliases: [start/a]\n---\n", { add: ["start/b"], remove: "start/a" }))).toEqual(["start/b"]);
  });
});

describe("links between texts", () => {
  const moves = new Map([["01-start/02-sum", "01-start/03-sum"], ["01-start/01-hello.md", "02-next/01-hello.md"]]);
  const known = new Set(["01-start/02-sum", "01-start/02-sum/lab.md", "01-start/01-hello.md", "01-start/04-end.md", "course.md"]);
  const moveOf = (path: string) => {
    if (!known.has(path)) return null;
    for (const [from, to] of moves) if (path === from || path.startsWith(`${from}/`)) return to + path.slice(from.length);
    return path;
  };
  const stay = { from: "01-start/04-end.md", to: "01-start/04-end.md" };

  test("follow a file that moves", () => {
    expect(rewriteLinks("See [it](02-sum/lab.md#part) and [that](./01-hello.md).", stay, moveOf)).toBe("See [it](03-sum/lab.md#part) and [that](../02-next/01-hello.md).");
  });
  test("of a file that moves lead where they led", () => {
    expect(rewriteLinks("[end](04-end.md) ![p](../course.md)", { from: "01-start/01-hello.md", to: "02-next/01-hello.md" }, moveOf)).toBe("[end](../01-start/04-end.md) ![p](../course.md)");
  });
  test("that lead elsewhere stay as they are written", () => {
    const text = "[a](https://example.test/02-sum) [b](/courses/x) [c](#part) [d](nowhere.md) [e](./04-end.md)\n\n[ref]: mailto:a@b.test\n";
    expect(rewriteLinks(text, stay, moveOf)).toBe(text);
  });
  test("in definitions and of folders", () => {
    expect(rewriteLinks("[x]: 02-sum/\n", stay, moveOf)).toBe("[x]: 03-sum/\n");
  });
});
