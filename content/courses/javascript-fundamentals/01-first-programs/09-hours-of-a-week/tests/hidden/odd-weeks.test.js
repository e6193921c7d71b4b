import { averageHours, countOver, longestShift, runningTotals, totalHours } from "./hours.js";

test("averageHours of no shifts is 0", () => {
  expect(averageHours([])).toBe(0);
});

test("averageHours need not be a whole number", () => {
  expect(averageHours([8, 6.5, 8, 4])).toBeCloseTo(6.625, 6);
});

test("longestShift and countOver of no shifts are 0", () => {
  expect(longestShift([])).toBe(0);
  expect(countOver([], 0)).toBe(0);
});

test("longestShift finds it in the first and in the last place", () => {
  expect(longestShift([9, 4, 8])).toBe(9);
  expect(longestShift([4, 8, 9])).toBe(9);
});

test("a single shift is handled by every function", () => {
  expect(totalHours([5])).toBe(5);
  expect(averageHours([5])).toBe(5);
  expect(longestShift([5])).toBe(5);
  expect(countOver([5], 4)).toBe(1);
  expect(runningTotals([5])).toEqual([5]);
});

test("countOver takes the limit that it is given", () => {
  expect(countOver([8, 6, 8.5, 12], 10)).toBe(1);
  expect(countOver([8, 6, 8.5, 12], 5)).toBe(4);
  expect(countOver([6, 6, 6], 6)).toBe(0);
});

test("no function changes the array", () => {
  const hours = [8, 6, 7];
  totalHours(hours);
  averageHours(hours);
  longestShift(hours);
  countOver(hours, 6);
  const totals = runningTotals(hours);
  expect(hours).toEqual([8, 6, 7]);
  expect(totals).toEqual([8, 14, 21]);
});
