import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findScrollTop, isWorthOffering, measurePosition } from "../../../app/features/lessons/reading-position.ts";

const text = { textTop: 200, textHeight: 4000, windowHeight: 800 };

describe("measurePosition", () => {
  it("is 0 at the top, the share above the window in between, 1 when the end is seen", () => {
    expect(measurePosition({ ...text, scrollTop: 0 })).toBe(0);
    expect(measurePosition({ ...text, scrollTop: 1200 })).toBe(0.25);
    expect(measurePosition({ ...text, scrollTop: 3400 })).toBe(1);
  });

  it("does not call a short text read before anybody scrolled", () => {
    expect(measurePosition({ textTop: 100, textHeight: 300, windowHeight: 800, scrollTop: 0 })).toBe(0);
    expect(measurePosition({ ...text, textHeight: 0, scrollTop: 10 })).toBe(0);
  });

  it("stays between 0 and 1 and leads back to the same place", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), (scrollTop) => {
        const position = measurePosition({ ...text, scrollTop });
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThanOrEqual(1);
        if (scrollTop >= text.textTop && position < 1) expect(findScrollTop(position, text)).toBeCloseTo(scrollTop, 6);
      }),
    );
  });
});

it("never scrolls past the end or above the top", () => {
  expect(findScrollTop(1, text)).toBe(3400);
  expect(findScrollTop(0.5, { textTop: 0, textHeight: 300, windowHeight: 800 })).toBe(0);
});

it("offers to go on from the middle only", () => {
  expect([null, 0, 0.01, 0.05, 0.5, 0.96, 0.97, 1].filter(isWorthOffering)).toEqual([0.05, 0.5, 0.96]);
});
