import fc from "fast-check";
import { expect, test } from "vitest";
import { hasInvisible, showInvisible } from "../../../app/features/reviews/show-invisible.ts";

test("marks what turns, hides or steers", () => {
  expect(showInvisible("if (admin\u202e \u2066) {\u200b \u001b[2J \u{e0041}")).toBe("if (admin[U+202E] [U+2066]) {[U+200B] [U+001B][2J [U+E0041]");
});

test("leaves text in any script, tabs and line ends alone", () => {
  const text = "\tπ ≈ 3, שלום, 你好, 👩‍💻".replace("\u200d", "") + "\n";
  expect(showInvisible(text)).toBe(text);
  expect(showInvisible("a\r\nb\rc")).toBe("a\nb\nc");
});

test("leaves nothing to mark", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    expect(hasInvisible(showInvisible(text))).toBe(false);
  }));
});
