import { expect, test } from "vitest";
import { findNearestWord } from "../../../app/catalog/nearest-word.ts";

const FIELDS = ["title", "summary", "minutes", "readOnly", "open"];

test.each([
  ["titel", "title"],
  ["readonly", "readOnly"],
  ["read-only", "readOnly"],
  ["read_only", "readOnly"],
  ["Minuts", "minutes"],
  ["opne", "open"],
  ["flavour", null],
  ["", null],
])("%j is most likely %j", (written, meant) => {
  expect(findNearestWord(written, FIELDS)).toBe(meant);
});

test("a very long word is like none, and takes no time", () => {
  expect(findNearestWord("x".repeat(100_000), FIELDS)).toBeNull();
  expect(findNearestWord("title".repeat(100_000), FIELDS)).toBeNull();
});
