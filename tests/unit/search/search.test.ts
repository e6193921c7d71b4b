import { describe, expect, it } from "vitest";
import { listTextSections } from "../../../app/catalog/text-sections.ts";
import { parseSearchQuery, splitMarks } from "../../../app/features/search/search-query.ts";

describe("what is typed", () => {
  it("becomes words; signs of the search language are only signs", () => {
    expect(parseSearchQuery('  grep -c "error*" OR (NEAR/2) ')).toEqual(["grep", "c", "error", "OR", "NEAR", "2"]);
    expect(parseSearchQuery("¿Qué es año?")).toEqual(["Qué", "es", "año"]);
    expect(parseSearchQuery("--- ** ''")).toEqual([]);
    expect(parseSearchQuery("a ".repeat(5_000))).toHaveLength(8);
  });
});

describe("marks", () => {
  it("become parts, and nothing is lost", () => {
    expect(splitMarks("a <b>\u0002c\u0003 d \u0002e\u0003", { begin: "\u0002", end: "\u0003" })).toEqual([
      { text: "a <b>", isFound: false }, { text: "c", isFound: true }, { text: " d ", isFound: false }, { text: "e", isFound: true },
    ]);
  });
});

describe("a text cut at its headings", () => {
  it("has the ids that the page has, and words without markup", () => {
    expect(listTextSections("Before *all*.\n\n## Two words!\n\n- one\n- two\n\n```sh\nls -l\n```\n\n## Two words!\n\n<!-- note -->\n\n| a | b |\n|---|---|\n| c | d |\n")).toEqual([
      { id: "", heading: "", body: "Before all." },
      { id: "section-two-words", heading: "Two words!", body: "one\ntwo\nls -l" },
      { id: "section-two-words-1", heading: "Two words!", body: "a b\nc d" },
    ]);
  });
});
