import { shortestPath } from "./path.js";

test("is at home at once", () => {
  expect(shortestPath([], "A", "A")).toEqual({ cost: 0, path: ["A"] });
  expect(shortestPath([{ from: "A", to: "B", cost: 1 }], "A", "A")).toEqual({ cost: 0, path: ["A"] });
});

test("takes back a way that looked cheap", () => {
  const lines = [
    { from: "A", to: "B", cost: 1 }, { from: "B", to: "C", cost: 10 }, { from: "A", to: "C", cost: 5 },
    { from: "C", to: "D", cost: 1 }, { from: "B", to: "D", cost: 9 }, { from: "A", to: "D", cost: 8 },
  ];
  expect(shortestPath(lines, "A", "D")).toEqual({ cost: 6, path: ["A", "C", "D"] });
});

test("improves a site that was reached before", () => {
  const lines = [
    { from: "A", to: "C", cost: 9 }, { from: "A", to: "B", cost: 2 }, { from: "C", to: "B", cost: 3 }, { from: "C", to: "D", cost: 4 }, { from: "D", to: "B", cost: 8 },
  ];
  expect(shortestPath(lines, "A", "D")).toEqual({ cost: 9, path: ["A", "B", "C", "D"] });
});

test("takes the cheapest of several lines, in any order", () => {
  expect(shortestPath([{ from: "A", to: "B", cost: 4 }, { from: "B", to: "A", cost: 2 }, { from: "A", to: "B", cost: 3 }], "A", "B")).toEqual({ cost: 2, path: ["A", "B"] });
});

test("finds its way in a large ring, and not to an island", () => {
  const ring = Array.from({ length: 60 }, (_, i) => ({ from: `s${i}`, to: `s${(i + 1) % 60}`, cost: i < 30 ? 1 : 3 }));
  const found = shortestPath(ring, "s0", "s40");
  expect(found.cost).toBe(60);
  expect(found.path[0]).toBe("s0");
  expect(found.path.at(-1)).toBe("s40");
  expect(shortestPath([...ring, { from: "x", to: "y", cost: 1 }], "s0", "y")).toBeNull();
});
