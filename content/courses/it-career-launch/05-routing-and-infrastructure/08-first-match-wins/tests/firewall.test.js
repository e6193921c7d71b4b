import { decide, findShadowed } from "./firewall.js";

const rules = [
  { action: "allow", from: "10.4.0.0/16", to: "10.9.0.20", ports: [443] },
  { action: "deny", from: "10.4.30.0/24", to: "any", ports: "any" },
  { action: "allow", from: "10.4.0.0/16", to: "any", ports: [80, 443] },
];

test("the first rule that fits decides", () => {
  expect(decide(rules, { from: "10.4.30.7", to: "10.9.0.20", port: 443 })).toEqual({ action: "allow", rule: 0 });
  expect(decide(rules, { from: "10.4.30.7", to: "198.51.100.7", port: 443 })).toEqual({ action: "deny", rule: 1 });
  expect(decide(rules, { from: "10.4.2.17", to: "198.51.100.7", port: 80 })).toEqual({ action: "allow", rule: 2 });
});

test("what is not allowed is denied", () => {
  expect(decide(rules, { from: "10.5.1.1", to: "10.9.0.20", port: 443 })).toEqual({ action: "deny", rule: null });
});

test("finds a rule that never counts", () => {
  expect(findShadowed(rules)).toEqual([]);
  expect(findShadowed([...rules, { action: "allow", from: "10.4.30.7", to: "any", ports: [22] }])).toEqual([3]);
});
