import { expect, it } from "vitest";
import { closesAt, hoursOpen, minutesOpen, opensAt, sign } from "./sign.js";

it("uses numbers, not text, for hours and minutes", () => {
  expect([opensAt, closesAt, hoursOpen, minutesOpen].map((value) => typeof value)).toEqual([
    "number",
    "number",
    "number",
    "number",
  ]);
});

it("has the hours and minutes in agreement", () => {
  expect(opensAt + hoursOpen).toBe(closesAt);
  expect(minutesOpen / hoursOpen).toBe(60);
});

it("has no template marks or stray spaces left in the sign", () => {
  expect(sign).not.toMatch(/[${}]/);
  expect(sign).toBe(sign.trim());
  expect(sign).toContain(`Open ${opensAt} to ${closesAt}`);
});
