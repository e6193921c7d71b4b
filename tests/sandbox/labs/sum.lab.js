// The nonce must come out nowhere: NONCE-6f1d0c
import { describe, expect, test } from "vitest";
import { sum } from "./main";

const nonce = "NONCE-6f1d0c";

describe("sum", () => {
  test("adds the numbers of a list", () => {
    expect(sum([1, 2, 3])).toBe(6);
  });
  test("is 0 for an empty list", () => {
    expect(sum([])).toBe(0);
  });
  test("leaves its input alone", () => {
    const input = [5, 4, 3];
    expect(sum(input)).toBe(12);
    expect(input).toEqual([5, 4, 3]);
  });
  test("adds many", () => {
    expect(nonce.length).toBe(12);
    const list = Array.from({ length: 50 }, (_, i) => i * 3 + 1);
    expect(sum(list)).toStrictEqual(3725);
  });
});
