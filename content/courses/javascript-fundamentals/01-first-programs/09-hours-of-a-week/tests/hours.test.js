import { averageHours, countOver, longestShift, runningTotals, totalHours } from "./hours.js";

describe("a week with shifts", () => {
  test("totalHours adds all of them", () => {
    expect(totalHours([8, 6, 7.5])).toBe(21.5);
  });

  test("averageHours divides by the number of shifts", () => {
    expect(averageHours([8, 6, 7])).toBe(7);
  });

  test("longestShift finds it in the middle", () => {
    expect(longestShift([6, 7.5, 4])).toBe(7.5);
  });

  test("countOver counts the longer ones", () => {
    expect(countOver([8, 6, 8.5], 8)).toBe(1);
  });

  test("runningTotals has one number for each shift", () => {
    expect(runningTotals([8, 6, 7])).toEqual([8, 14, 21]);
  });
});

describe("a week without shifts", () => {
  test("has 0 hours in total, and an empty list of running totals", () => {
    expect(totalHours([])).toBe(0);
    expect(runningTotals([])).toEqual([]);
  });
});
