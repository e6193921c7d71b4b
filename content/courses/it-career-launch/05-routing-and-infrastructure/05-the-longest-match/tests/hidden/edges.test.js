import { nextHop } from "./route.js";

const table = [
  { network: "10.9.0.64/26", via: "branch" },
  { network: "10.0.0.0/8", via: "company" },
  { network: "0.0.0.0/0", via: "wan" },
  { network: "10.9.0.0/16", via: "city" },
  { network: "10.9.0.77/32", via: "printer" },
  { network: "192.0.0.0/9", via: "half" },
];

test.each([
  ["10.9.0.63", "city"], ["10.9.0.64", "branch"], ["10.9.0.127", "branch"], ["10.9.0.128", "city"],
  ["10.9.0.77", "printer"], ["10.10.0.1", "company"], ["11.0.0.1", "wan"], ["192.127.255.255", "half"], ["192.128.0.0", "wan"], ["255.255.255.255", "wan"], ["0.0.0.0", "wan"],
])("sends %s to %s", (address, via) => {
  expect(nextHop(table, address)).toBe(via);
});

test("compares prefixes as numbers", () => {
  expect(nextHop([{ network: "10.0.0.0/9", via: "nine" }, { network: "10.0.0.0/16", via: "sixteen" }], "10.0.3.4")).toBe("sixteen");
  expect(nextHop([{ network: "10.0.0.0/16", via: "sixteen" }, { network: "10.0.0.0/9", via: "nine" }], "10.0.3.4")).toBe("sixteen");
});

test("takes the first of two that are as long", () => {
  expect(nextHop([{ network: "10.0.0.0/16", via: "a" }, { network: "10.0.0.0/16", via: "b" }], "10.0.3.4")).toBe("a");
});

test("has no way in an empty table, and leaves the table alone", () => {
  expect(nextHop([], "10.0.0.1")).toBeNull();
  const before = structuredClone(table);
  nextHop(table, "10.9.0.70");
  expect(table).toEqual(before);
});
