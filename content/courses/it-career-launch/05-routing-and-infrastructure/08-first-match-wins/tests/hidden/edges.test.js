import { decide, findShadowed } from "./firewall.js";

const rule = (action, from, to, ports) => ({ action, from, to, ports });

test("every part of a rule has to fit", () => {
  const rules = [rule("allow", "10.0.0.0/8", "10.9.0.0/16", [22, 443])];
  expect(decide(rules, { from: "10.1.1.1", to: "10.9.1.1", port: 22 }).action).toBe("allow");
  expect(decide(rules, { from: "11.1.1.1", to: "10.9.1.1", port: 22 })).toEqual({ action: "deny", rule: null });
  expect(decide(rules, { from: "10.1.1.1", to: "10.8.1.1", port: 22 })).toEqual({ action: "deny", rule: null });
  expect(decide(rules, { from: "10.1.1.1", to: "10.9.1.1", port: 80 })).toEqual({ action: "deny", rule: null });
  expect(decide([], { from: "10.1.1.1", to: "10.9.1.1", port: 80 })).toEqual({ action: "deny", rule: null });
});

test("a deny above an allow wins, and names itself", () => {
  const rules = [rule("deny", "any", "any", "any"), rule("allow", "any", "any", "any")];
  expect(decide(rules, { from: "1.1.1.1", to: "2.2.2.2", port: 1 })).toEqual({ action: "deny", rule: 0 });
  expect(findShadowed(rules)).toEqual([1]);
});

test.each([
  ["a smaller source", rule("allow", "10.4.0.0/16", "any", [1]), rule("deny", "10.4.2.0/24", "any", [1]), [1]],
  ["a larger source", rule("allow", "10.4.2.0/24", "any", [1]), rule("deny", "10.4.0.0/16", "any", [1]), []],
  ["another target", rule("allow", "any", "10.9.0.0/24", [1]), rule("deny", "any", "10.9.1.0/24", [1]), []],
  ["a smaller target", rule("allow", "any", "10.9.0.0/16", [1]), rule("deny", "any", "10.9.1.7", [1]), [1]],
  ["any target", rule("allow", "any", "10.9.0.0/16", [1]), rule("deny", "any", "any", [1]), []],
  ["some of the ports", rule("allow", "any", "any", [1, 2, 3]), rule("deny", "any", "any", [3, 1]), [1]],
  ["one port more", rule("allow", "any", "any", [1, 2]), rule("deny", "any", "any", [2, 4]), []],
  ["any port", rule("allow", "any", "any", [1, 2]), rule("deny", "any", "any", "any"), []],
  ["any port above", rule("allow", "any", "any", "any"), rule("deny", "any", "any", "any"), [1]],
])("a rule with %s", (_, upper, lower, shadowed) => {
  expect(findShadowed([upper, lower])).toEqual(shadowed);
});

test("two rules that only cover one together do not count", () => {
  expect(findShadowed([rule("allow", "10.0.0.0/9", "any", "any"), rule("allow", "10.128.0.0/9", "any", "any"), rule("deny", "10.0.0.0/8", "any", "any")])).toEqual([]);
});

test("names every shadowed rule", () => {
  expect(findShadowed([rule("allow", "any", "any", [80]), rule("deny", "10.0.0.0/8", "any", [80]), rule("deny", "10.0.0.0/8", "any", [81]), rule("allow", "10.1.0.0/16", "any", [80])])).toEqual([1, 3]);
});
