import { shortestPath } from "./path.js";

const lines = [
  { from: "Lyon", to: "Ghent", cost: 7 },
  { from: "Lyon", to: "Porto", cost: 2 },
  { from: "Porto", to: "Ghent", cost: 3 },
];

test("goes round when that is cheaper", () => {
  expect(shortestPath(lines, "Lyon", "Ghent")).toEqual({ cost: 5, path: ["Lyon", "Porto", "Ghent"] });
});

test("uses lines in both directions", () => {
  expect(shortestPath(lines, "Ghent", "Lyon")).toEqual({ cost: 5, path: ["Ghent", "Porto", "Lyon"] });
});

test("knows when there is no way", () => {
  expect(shortestPath(lines, "Lyon", "Aarhus")).toBeNull();
});
