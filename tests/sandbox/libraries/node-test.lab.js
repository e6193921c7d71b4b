import test, { describe, it, before, beforeEach, after, mock } from "node:test";
import assert from "node:assert";
import { strict as strict2, AssertionError } from "node:assert";
import * as as from "node:assert/strict";
import { call, fail, later, obj, reject, MyError, Point } from "./main.js";
test("t", (t) => { assert.equal(t.name, "t"); t.diagnostic("x"); const f = t.mock.fn((x) => x + 1); assert.equal(call(f, 2), 3); assert.equal(f.mock.callCount(), 1); assert.deepEqual(f.mock.calls[0].arguments, [2]); assert.equal(f.mock.calls[0].result, 3); });
test("async t with subtests", async (t) => { let n = 0; t.beforeEach(() => { n += 1; }); await t.test("inner", async () => { await later(1); assert.equal(n, 1); }); await t.test("inner 2", (u) => { assert.ok(u); }); assert.equal(n, 2); });
test("done style", (t, done) => { setTimeout(done, 1); });
test("skip inside", (t) => { t.skip("later"); });
test("todo", { todo: true }, () => { throw 1; });
test("skipped", { skip: true }, () => { throw 1; });
describe("suite", () => { let x = 0; before(() => { x = 1; }); beforeEach(() => { x += 1; }); after(() => {}); it("a", () => assert.strictEqual(x, 2)); it("b", async () => { assert.strictEqual(x, 3); }); });
test("method mocks", () => { const m = mock.method(obj, "method", () => 42); assert.equal(obj.method(), 42); assert.equal(m.mock.callCount(), 1); m.mock.restore(); assert.equal(obj.method(1), 11); mock.reset(); });
test("timers", () => { mock.timers.enable({ apis: ["setTimeout"] }); const f = mock.fn(); setTimeout(f, 100); mock.timers.tick(100); assert.equal(f.mock.callCount(), 1); mock.timers.reset(); });
test("assert", async () => {
  assert.throws(fail, MyError); assert.throws(fail, { name: "MyError", code: 7 }); assert.throws(fail, /bad/); assert.throws(fail, (e) => e instanceof MyError); assert.throws(fail, "message"); assert.throws(fail, new MyError("bad", { cause: new TypeError("why") }));
  await assert.rejects(reject(new MyError("x")), MyError); await assert.rejects(() => reject(new MyError("x")), { message: "x" }); await assert.doesNotReject(later(1)); assert.doesNotThrow(() => {});
  assert.deepStrictEqual(new Point(1, 2), new Point(1, 2)); assert.notDeepStrictEqual(new Point(1, 2), { x: 1, y: 2 }); assert.deepEqual([1, [2]], [1, [2]]); assert.notEqual(1, 2); assert.equal(1, "1"); strict2.equal(1, 1); as.equal(1, 1); as.default(true); assert.match("abc", /b/); assert.doesNotMatch("abc", /z/); assert.ifError(null); assert(true); assert.ok(1);
  assert.throws(() => assert.equal(1, 2), AssertionError); assert.throws(() => assert.fail("boom"), { message: "boom" }); try { assert.strictEqual(1, 2); } catch (e) { assert.equal(e.code, "ERR_ASSERTION"); assert.equal(e.actual, 1); assert.equal(e.expected, 2); }
  assert.deepStrictEqual(new Map([[1, { a: 1 }]]), new Map([[1, { a: 1 }]])); assert.partialDeepStrictEqual({ a: 1, b: 2 }, { a: 1 }); assert.deepEqual({ a: 1, b: undefined }, { a: 1, b: undefined });
});
