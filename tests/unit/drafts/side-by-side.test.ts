import { expect, it } from "vitest";
import { buildSideBySide } from "../../../app/features/drafts/side-by-side.ts";

it("pairs changed lines and keeps equal ones together", () => {
  expect(buildSideBySide("a\nb\nc\n", "a\nB\nc\n")).toEqual([
    { mine: "a", theirs: "a", isSame: true },
    { mine: "b", theirs: "B", isSame: false },
    { mine: "c", theirs: "c", isSame: true },
  ]);
});

it("leaves a side empty where it has no line", () => {
  expect(buildSideBySide("a\n", "a\nb\nc\n").slice(1)).toEqual([
    { mine: null, theirs: "b", isSame: false },
    { mine: null, theirs: "c", isSame: false },
  ]);
  expect(buildSideBySide("a\nb\n", "a\n").slice(1)).toEqual([{ mine: "b", theirs: null, isSame: false }]);
});
