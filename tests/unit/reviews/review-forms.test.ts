import { describe, expect, test } from "vitest";
import { hasLine, splitLines } from "../../../app/features/reviews/comment-place.ts";
import { formatOrdinal, formatPoints } from "../../../app/features/reviews/format-points.ts";
import { commentForm, decideForm, reviewForm } from "../../../app/features/reviews/review-forms.ts";
import { REVIEW_TEXT_LIMITS } from "../../../app/features/reviews/review.ts";
import { bodyLimitBytes } from "../../../app/web/body-limits.server.ts";

describe("the review's form", () => {
  test("gathers levels from their fields and nothing else", () => {
    expect(reviewForm.parse({ version: "3", summary: "a\r\nb", "level:correct": "full", intent: "save", points: "99", graderId: "me" })).toEqual({
      version: 3, summary: "a\nb", levels: { correct: "full" },
    });
  });

  test("refuses a missing version and a summary that is too long", () => {
    expect(reviewForm.safeParse({ summary: "" }).success).toBe(false);
    expect(reviewForm.safeParse({ version: "1", summary: "x".repeat(REVIEW_TEXT_LIMITS.summary + 1) }).success).toBe(false);
  });

  test("fits the body limit with the longest summary in any script", () => {
    const longest = new URLSearchParams({ summary: "語".repeat(REVIEW_TEXT_LIMITS.summary) }).toString().length;
    expect(longest).toBeLessThan(bodyLimitBytes("/review/some-id") - 4_000);
  });
});

describe("the comment's form", () => {
  const form = { commentId: "abcdefgh-1", body: " Well done. " };

  test("is on a line when it says file and line, else on the whole", () => {
    expect(commentForm.parse({ ...form, path: "a.js", line: "4" })).toEqual({ commentId: "abcdefgh-1", body: "Well done.", place: { path: "a.js", line: 4 } });
    expect(commentForm.parse(form).place).toBeNull();
  });

  test("refuses nothing but spaces, and lines that are no numbers", () => {
    expect(commentForm.safeParse({ ...form, body: " \n " }).success).toBe(false);
    expect(commentForm.safeParse({ ...form, path: "a.js", line: "0" }).success).toBe(false);
    expect(commentForm.safeParse({ ...form, path: "a.js", line: "1; drop" }).success).toBe(false);
  });
});

test("only the two decisions are decisions", () => {
  expect(decideForm.safeParse({ version: "1", decision: "accepted" }).success).toBe(true);
  expect(decideForm.safeParse({ version: "1", decision: "rejected" }).success).toBe(false);
});

test("lines are numbered as pages show them", () => {
  expect(splitLines("a\nb\n")).toEqual(["a", "b"]);
  expect(splitLines("a\r\nb\rc")).toEqual(["a", "b", "c"]);
  expect(splitLines("")).toEqual([""]);
  expect(hasLine({ "a.js": "1\n2\n" }, { path: "a.js", line: 2 })).toBe(true);
  expect(hasLine({ "a.js": "1\n2\n" }, { path: "a.js", line: 3 })).toBe(false);
  expect(hasLine({ "a.js": "1" }, { path: "toString", line: 1 })).toBe(false);
});

test("points and ordinals in words", () => {
  expect([0.1 + 0.2, 2.5, 4].map(formatPoints)).toEqual(["0.3", "2.5", "4"]);
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map(formatOrdinal)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th"]);
});
