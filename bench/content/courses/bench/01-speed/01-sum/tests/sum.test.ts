import { describe, expect, test } from "vitest";
import { sum } from "./sum";

describe("sum", () => {
  test("of nothing is zero", () => {
    expect(sum([])).toBe(0);
  });
  test("of one number is that number", () => {
    expect(sum([7])).toBe(7);
  });
  test("adds several", () => {
    expect([sum([1, 2]), sum([1, 2, 3])]).toEqual([3, 6]);
  });
  test("takes negative ones", () => {
    expect({ total: sum([5, -8]) }).toEqual({ total: -3 });
  });
  test("leaves its argument alone", () => {
    const numbers = [3, 1, 2];
    sum(numbers);
    expect(numbers).toStrictEqual([3, 1, 2]);
  });
});
