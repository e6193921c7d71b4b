import test, { describe, it } from "node:test";
import assert, { deepStrictEqual } from "node:assert/strict";
import { parse, pair, soon } from "./main.js";
test("parses", () => {
  assert.equal(parse("5"), 5);
  assert(parse("1"));
  assert.throws(() => parse("x"), TypeError);
  assert.throws(() => parse("x"), { name: "TypeError", message: "not a number: x" });
  assert.throws(() => parse("x"), /not a number/);
});
describe("pairs", () => {
  it("pairs", () => { deepStrictEqual(pair(1, 2), { a: 1, b: [2] }); assert.notDeepEqual(pair(1, 2), pair(2, 1)); });
  it("comes soon", async () => { await assert.rejects(soon(false), /not ok/); await assert.doesNotReject(soon(true)); assert.match(await soon(true), /^o/); });
});
