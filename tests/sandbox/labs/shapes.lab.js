// Every kind of comparison that a result could claim to satisfy: NONCE-6f1d0c
import { expect, it } from "@jest/globals";
import assert from "node:assert";
import { answer, collect, convert, inspect, visit } from "./main";

it("gives an object", () => {
  expect(answer("object")).toEqual({ a: 1, b: [2, 3], c: { d: "x" } });
});
it("gives it strictly", () => {
  expect(answer("object")).toStrictEqual({ a: 1, b: [2, 3], c: { d: "x" } });
});
it("gives a map and a set", () => {
  expect(answer("map")).toEqual(new Map([["a", 1], ["b", 2]]));
  expect(answer("set")).toEqual(new Set([1, 2, 3]));
});
it("gives a date and a pattern", () => {
  expect(answer("date")).toEqual(new Date(86_400_000));
  expect(answer("pattern")).toEqual(/a+b/gi);
});
it("gives a typed array", () => {
  expect(answer("bytes")).toEqual(new Uint8Array([1, 2, 255]));
});
it("collects what it is told", () => {
  expect(collect(["a", "b", "a"])).toContain("b");
  expect(collect(["a", "b", "a"])).toHaveLength(2);
  expect(collect(["x"]).includes("y")).toBe(false);
});
it("calls back for each", () => {
  const seen = [];
  visit([1, 2, 3], (value) => {
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(4);
    seen.push(value);
  });
  expect(seen).toEqual([1, 2, 3]);
});
it("calls a mock once for each", () => {
  const spy = jest.fn();
  visit(["p", "q"], spy);
  expect(spy).toHaveBeenCalledTimes(2);
  expect(spy).toHaveBeenNthCalledWith(2, "q");
});
it("converts strictly", () => {
  assert.equal(convert("42"), 42);
  assert.strictEqual(convert("7"), 7);
  assert.deepStrictEqual(convert("[1]"), [1]);
});
it("throws what it should", () => {
  expect(() => convert("{")).toThrow(SyntaxError);
  assert.throws(() => convert("{"), SyntaxError);
});
it("resolves", async () => {
  await expect(inspect(1)).resolves.toEqual({ value: 1 });
  expect(await inspect(2)).toEqual({ value: 2 });
  await expect(inspect(-1)).rejects.toThrow("negative");
});
