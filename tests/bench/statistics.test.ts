import { describe, expect, it } from "vitest";
import { formatNumber, judgeGoal, pairedRatios, quantile, relativeSpread, spreadOf } from "../../bench/statistics.ts";
import { takeTurns } from "../../bench/row.ts";
import { explainNoise } from "../../bench/machine.ts";

describe("quantile", () => {
  it("takes the middle, and goes between two when there is none", () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5);
    expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5);
  });
  it("does not change or need sorted samples, and refuses none", () => {
    const samples = [9, 1, 5];
    expect([quantile(samples, 0), quantile(samples, 1)]).toEqual([1, 9]);
    expect(samples).toEqual([9, 1, 5]);
    expect(() => quantile([], 0.5)).toThrow("no samples");
  });
});

describe("a spread", () => {
  it("has the ends of the first and the third quarter", () => {
    expect(spreadOf([1, 2, 3, 4, 5])).toEqual({ median: 3, low: 2, high: 4, count: 5 });
  });
  it("is compared with its median", () => {
    expect(relativeSpread({ median: 10, low: 8, high: 12, count: 4 })).toBeCloseTo(0.4);
    expect(relativeSpread({ median: 0, low: 0, high: 0, count: 1 })).toBe(0);
  });
});

describe("ratios", () => {
  it("are of the same round, so that a slow moment cancels out", () => {
    expect(pairedRatios([10, 100], [5, 50])).toEqual([2, 2]);
    expect(() => pairedRatios([1], [1, 2])).toThrow("1 rounds against 2");
  });
});

describe("a goal", () => {
  it("is reached from below or from above", () => {
    const less = { must: 3, aim: 1.8, better: "less" } as const;
    expect([1.8, 2, 3, 3.1].map((value) => judgeGoal(value, less))).toEqual(["aim", "must", "must", "missed"]);
    const more = { must: 6, aim: 10, better: "more" } as const;
    expect([12, 10, 6, 5.9].map((value) => judgeGoal(value, more))).toEqual(["aim", "aim", "must", "missed"]);
  });
  it("may be absent", () => {
    expect(judgeGoal(5, { must: null, aim: null, better: "less" })).toBe("-");
    expect(judgeGoal(5, { must: 4, aim: null, better: "more" })).toBe("must");
  });
});

describe("numbers", () => {
  it("show the digits that count", () => {
    expect([0, 0.0424, 1.366, 12.44, 123.4].map(formatNumber)).toEqual(["0", "0.042", "1.37", "12.4", "123"]);
  });
});

describe("turns", () => {
  it("interleave, change their order, and do not count the first round", async () => {
    const order: string[] = [];
    let cost = 0;
    const contender = (name: string) => async (): Promise<number> => {
      order.push(name);
      cost += 1;
      return cost;
    };
    expect(await takeTurns({ a: contender("a"), b: contender("b") }, 2)).toEqual({ a: [4, 5], b: [3, 6] });
    expect(order).toEqual(["a", "b", "b", "a", "a", "b"]);
  });
});

describe("noise", () => {
  it("is said when others used the machine, and only then", () => {
    expect(explainNoise(0.1, 2)).toBeNull();
    expect(explainNoise(3, 2)).toContain("load 3.0 on 2 cores");
  });
});
