import { nextHop } from "./route.js";

const table = [
  { network: "0.0.0.0/0", via: "wan" },
  { network: "10.9.0.0/16", via: "city" },
  { network: "10.9.0.64/26", via: "branch" },
];

test("takes the longest prefix that fits", () => {
  expect(nextHop(table, "10.9.0.70")).toBe("branch");
  expect(nextHop(table, "10.9.0.20")).toBe("city");
});

test("falls back to the default route", () => {
  expect(nextHop(table, "198.51.100.7")).toBe("wan");
});

test("knows when there is no way", () => {
  expect(nextHop([{ network: "10.9.0.0/16", via: "city" }], "10.8.0.1")).toBeNull();
});
