import { criticalSteps, duration } from "./plan.js";

const plan = [
  { id: "A", days: 1, after: [] },
  { id: "B", days: 2, after: ["A"] },
  { id: "C", days: 1, after: ["A"] },
  { id: "D", days: 4, after: ["B", "C"] },
];

test("the longest chain decides", () => {
  expect(duration(plan)).toBe(7);
});

test("names the steps on which it depends", () => {
  expect(criticalSteps(plan)).toEqual(["A", "B", "D"]);
});

test("an empty plan takes no time", () => {
  expect(duration([])).toBe(0);
  expect(criticalSteps([])).toEqual([]);
});
