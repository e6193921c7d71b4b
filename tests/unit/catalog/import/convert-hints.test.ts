import { expect, test } from "vitest";
import { buildHints } from "../../../../app/catalog/build-hints.ts";
import { convertHints } from "../../../../app/catalog/import/exercism/convert-hints.ts";

function read(text: string | null) {
  const { hints, findings } = buildHints({ name: "hints.md", path: "hints.md", bytes: 1, hash: "x", text: text ?? "" });
  return { titles: hints.map((hint) => hint.title), texts: hints.map((hint) => hint.text.source.trim()), findings };
}

test("general hints come first, tasks keep their numbers in the title", () => {
  const { titles, texts, findings } = read(convertHints("# Hints\n\n## General\n\n- a\n\n## 1. Bake\n\n- b\n\n## 2. Eat\n\n- c\n"));
  expect({ titles, texts, findings }).toEqual({ titles: ["General", "Task 1: Bake", "Task 2: Eat"], texts: ["- a", "- b", "- c"], findings: [] });
});

test("without general hints the numbers are the tasks'", () => {
  expect(read(convertHints("## 1. Bake\n\nb\n\n## 2. Rest\n\n## 3. Eat\n\nc")).titles).toEqual(["Bake", "Task 3: Eat"]);
});

test("a text without headings is one hint; headings in code are code", () => {
  const { titles, texts, findings } = read(convertHints("# Hints\n\nLook closely.\n\n```sh\n## 1. no heading\n# nor this\n```\n"));
  expect({ titles, findings }).toEqual({ titles: ["General"], findings: [] });
  expect(texts[0]).toContain("## 1. no heading\n# nor this");
});

test("nothing to say is no file", () => {
  expect(convertHints("# Hints\n\n## General\n\n")).toBeNull();
});
