import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeResult, Sandbox } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createSandbox({ workers: 1 });
  await sandbox.ready();
});
afterAll(async () => {
  await sandbox.close(0);
});

/** Values of the learner's realm to judge. */
const PROGRAM = `
export class Point { constructor(x, y) { this.x = x; this.y = y; } }
export class Ring { #items; constructor(...items) { this.#items = items; } *[Symbol.iterator]() { yield* this.#items; } }
export const object = { a: 1, b: { c: [1, 2] }, u: undefined };
export const array = [1, "two", { three: 3 }];
export const map = new Map([["k", { v: 1 }]]);
export const set = new Set([1, { a: 1 }]);
export const date = new Date(1000);
export const pattern = /x/g;
export const bytes = new Uint8Array([1, 2]);
export const floats = new Float64Array([1, 2]);
export const error = Object.assign(new TypeError("bad input", { cause: "c" }), { code: 1 });
export const fail = () => { throw error; };
export const later = (value, ok = true) => new Promise((resolve, reject) => setTimeout(() => (ok ? resolve(value) : reject(value)), 1));
export const call = (f, ...args) => f(...args);
export const swallow = (f, ...args) => { try { return f(...args); } catch { return undefined; } };
`;
const IMPORTS = 'import { Point, Ring, object, array, map, set, date, pattern, bytes, floats, error, fail, later, call, swallow } from "./main";\nimport assert from "node:assert";\n';

async function run(bodies: readonly string[], before = ""): Promise<GradeResult> {
  const text = `${IMPORTS}${before}\n${bodies.map((body, i) => `test("${i}", async () => { ${body} });`).join("\n")}`;
  const answer = await sandbox.grade({ language: "javascript", files: { "main.js": PROGRAM }, tests: [{ path: "main.test.js", text, group: "visible" }] });
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}

const WRONG = [
  "expect(1).toBe(2)", "expect('1').toBe(1)", "expect(0).toBe(-0)", "expect(NaN).not.toBe(NaN)", "expect({ ...object }).toBe(object)", "expect(object).not.toBe(object)",
  "expect(object).toEqual({ a: 1, b: { c: [1, 3] } })", "expect(object).toEqual({ a: 1 })", "expect(object).not.toEqual({ a: 1, b: { c: [1, 2] } })",
  "expect(object).toStrictEqual({ a: 1, b: { c: [1, 2] } })", "expect({ a: 1 }).toEqual({ a: 1n })", "expect(array).toEqual([1, 'two'])", "expect(array).toEqual({ 0: 1, 1: 'two', 2: { three: 3 }, length: 3 })",
  "expect(new Point(1, 2)).toEqual({ x: 1, y: 3 })", "expect(new Point(1, 2)).toStrictEqual({ x: 1, y: 2 })", "expect(new Ring(1, 2)).toEqual(new Ring(1, 3))", "expect(new Ring(1)).toEqual(new Ring(1, 2))",
  "expect(map).toEqual(new Map([['k', { v: 2 }]]))", "expect(map).toEqual(new Map())", "expect(map).toEqual(new Map([['k', { v: 1 }], ['l', 1]]))", "expect(map).toEqual({})", "expect({}).toEqual(new Map())",
  "expect(set).toEqual(new Set([1, { a: 2 }]))", "expect(set).toEqual(new Set([1]))", "expect(set).toEqual([1, { a: 1 }])",
  "expect(date).toEqual(new Date(1001))", "expect(date).toEqual(1000)", "expect(date).toEqual({})", "expect(pattern).toEqual(/x/)", "expect(pattern).toEqual(/y/g)",
  "expect(bytes).toEqual(new Uint8Array([1, 3]))", "expect(bytes).toEqual([1, 2])", "expect(bytes).toEqual(floats)", "expect(bytes).toEqual(new Int8Array([1, 2]))",
  "expect(error).toEqual(new TypeError('other'))", "expect(error).toEqual(new Error('bad input'))", "expect(new Error('a')).toEqual(new Error('b'))", "expect(new TypeError('a')).toEqual(new Error('a'))", "expect(error).toMatchObject(new TypeError('z'))", "expect(later(1)).toEqual(later(1))", "expect(() => 1).toEqual(() => 1)",
  "expect(object).toMatchObject({ b: { c: [1] } })", "expect(object).toMatchObject({ z: 1 })", "expect(null).toMatchObject({})", "expect(array).toMatchObject([1])",
  "expect(0.3).toBeCloseTo(0.31)", "expect('0.3').toBeCloseTo(0.3)", "expect(0).toBeTruthy()", "expect(1).toBeFalsy()", "expect(undefined).toBeNull()", "expect(null).toBeUndefined()", "expect(undefined).toBeDefined()",
  "expect('NaN').toBeNaN()", "expect(1).toBeGreaterThan(1)", "expect({ valueOf: () => 5 }).toBeGreaterThan(1)", "expect('5').toBeLessThan(6)", "expect(2).toBeLessThanOrEqual(1)", "expect(1).toBeGreaterThanOrEqual(2n)",
  "expect(object).toBeInstanceOf(Point)", "expect(error).toBeInstanceOf(RangeError)", "expect([]).toBeInstanceOf(Map)", "expect(1).toBeTypeOf('string')",
  "expect(array).toContain({ three: 3 })", "expect(array).toContain('2')", "expect('abc').toContain('d')", "expect(12).toContain(1)", "expect(array).toContainEqual({ three: 4 })", "expect(set).not.toContain(1)",
  "expect(array).toHaveLength(2)", "expect(object).toHaveLength(0)", "expect(object).toHaveProperty('b.d')", "expect(object).toHaveProperty('b.c', [1])", "expect(object).not.toHaveProperty('a')",
  "expect('abc').toMatch(/d/)", "expect(5).toMatch(/5/)", "expect('abc').toMatch('d')",
  "expect(() => 1).toThrow()", "expect(fail).not.toThrow()", "expect(fail).toThrow('good')", "expect(fail).toThrow(/good/)", "expect(fail).toThrow(RangeError)", "expect(fail).toThrow(new Error('other'))", "expect(fail()).toThrow()", "expect(5).toThrow()",
  "expect(array).toEqual(expect.arrayContaining([2]))", "expect(object).toEqual(expect.objectContaining({ a: 2 }))", "expect(1).toEqual(expect.any(String))", "expect(null).toEqual(expect.anything())", "expect('x').toEqual(expect.stringMatching(/y/))",
  "expect('x').toEqual(expect.not.stringContaining('x'))", "expect({}).toEqual({ a: expect.anything() })", "expect(0.5).toEqual(expect.closeTo(0.6))", "expect(object.a).toSatisfy((x) => x > 1)", "expect(1).toBeOneOf([2, 3])",
  "await expect(later(1)).resolves.toBe(2)", "await expect(later(1)).rejects.toBe(1)", "await expect(later(error, false)).resolves.toBe(error)", "await expect(later(error, false)).rejects.toThrow('good')", "await expect(5).resolves.toBe(5)", "expect(later(1)).resolves.toBe(2)",
  "const f = vi.fn(); expect(f).toHaveBeenCalled()", "const f = vi.fn(); call(f, 1); expect(f).not.toHaveBeenCalled()", "const f = vi.fn(); call(f, 1); expect(f).toHaveBeenCalledWith(2)", "const f = vi.fn(); call(f, 1); expect(f).toHaveBeenCalledTimes(2)",
  "const f = vi.fn(); call(f, { a: 1 }); expect(f).toHaveBeenLastCalledWith({ a: 2 })", "const f = vi.fn(() => 1); call(f); expect(f).toHaveReturnedWith(2)", "expect(() => {}).toHaveBeenCalled()", "expect(call).toHaveBeenCalled()",
  "expect.assertions(2); expect(1).toBe(1)", "expect.hasAssertions()", "expect.unreachable()", "expect.soft(1).toBe(2)", "swallow(() => expect(1).toBe(2))", "swallow(() => assert.equal(1, 2))", "expect(1).toMatchSnapshot()",
  "expect(1).to.equal(2)", "expect(1 === 2).to.be.true", "expect({ a: 1 }).to.deep.equal({ a: 2 })", "expect([1]).to.have.lengthOf(2)",
  "assert(0)", "assert.equal(1, 2)", "assert.equal({ valueOf: () => 1 }, 1)", "assert.strictEqual('1', 1)", "assert.deepStrictEqual(object, { a: 1 })", "assert.deepEqual(new Point(1, 2), { x: 1, y: 2 })", "assert.notDeepEqual([1], [1])",
  "assert.throws(() => {})", "assert.throws(fail, RangeError)", "assert.throws(fail, /good/)", "assert.throws(fail, { message: 'good' })", "assert.doesNotThrow(fail)", "await assert.rejects(later(1))", "await assert.rejects(later(error, false), /good/)", "assert.match('a', /b/)", "assert.ifError(error)",
  "throw error", "await later(error, false)", "setTimeout(() => { throw error; }, 0); await later(1)", "vi.mock('./main')",
];

describe("assertions", () => {
  it("fail when they should, each by itself", async () => {
    const result = await run(WRONG);
    expect(result.tests).toHaveLength(WRONG.length);
    expect(result.tests.filter((test) => test.status !== "failed").map((test) => WRONG[Number(test.name)])).toEqual([]);
    expect(result.tests.filter((test) => (test.message ?? "") === "" || /rung:|judge-realm|\/sandbox\//.test(test.message ?? ""))).toEqual([]);
    expect(result).toMatchObject({ outcome: "failed", score: 0 });
  });

  it("hold when they should, each by itself", async () => {
    const right = [
      "expect(object).toEqual({ a: 1, b: { c: [1, 2] } })", "expect(new Ring(1, 2)).toEqual(new Ring(1, 2))", "expect(error).toEqual(Object.assign(new TypeError('bad input', { cause: 'c' }), { code: 1 }))", "expect(error).toMatchObject({ code: 1, message: 'bad input' })",
      "expect(map.get('k')).toBe(map.get('k'))", "expect([...set]).toEqual([1, { a: 1 }])", "expect(date.getTime()).toBe(1000)", "expect('x'.replace(pattern, 'y')).toBe('y')", "expect(bytes[1]).toBe(2)", "expect(Object.isFrozen(Object.freeze(new Point(1, 2)))).toBe(true)",
      "const frozen = Object.freeze({ a: [1] }); expect(call((x) => Object.isFrozen(x), frozen)).toBe(true)", "await expect(later(1)).resolves.toBe(1)", "await expect(later(error, false)).rejects.toBe(error)", "await expect(() => later(error, false)).rejects.toThrow('bad')",
      "expect(fail).toThrow(error)", "expect(() => { throw 'text'; }).toThrow('text')", "const f = vi.fn((x) => x * 2); expect([1, 2].map((x) => call(f, x))).toEqual([2, 4]); expect(f.mock.results.map((r) => r.value)).toEqual([2, 4])",
      "const f = vi.fn().mockReturnValueOnce(1).mockReturnValue(2); expect([call(f), call(f), call(f)]).toEqual([1, 2, 2])", "assert.deepEqual(object, { a: 1, b: { c: [1, 2] }, u: undefined })", "assert.equal('1', 1)", "expect(Array.isArray(array)).toBe(true)",
      "expect(array.constructor).toBe(Array)", "expect(fail.constructor.name).toBe('Function')", "expect((async () => {}).constructor.name).toBe('AsyncFunction')", "expect(Object.getPrototypeOf(object)).toBe(Object.prototype)", "expect(fail).toBeInstanceOf(Function)", "expect(Object.keys(new Point(1, 2))).toEqual(['x', 'y'])",
      "const o = {}; call((x) => { x.self = x; }, o); expect(o.self).toBe(o)", "class Sub extends Point { sum() { return this.x + this.y; } } expect(new Sub(1, 2).sum()).toBe(3)", "expect(new Point(...[1, 2])).toEqual(expect.objectContaining({ x: expect.any(Number) }))",
      "expect(JSON.stringify(array)).toBe('[1,\"two\",{\"three\":3}]')", "expect(structuredClone(map)).toEqual(map)", "expect(String(error)).toBe('TypeError: bad input')", "expect([3, 1, 2].sort(call.bind(null, (a, b) => a - b))).toEqual([1, 2, 3])",
    ];
    const result = await run(right);
    expect(result.tests.filter((test) => test.status !== "passed").map((test) => `${right[Number(test.name)]}: ${test.message}`)).toEqual([]);
    expect(result.outcome).toBe("passed");
  });

  it("run with hooks in their order, and a broken hook is told as such", async () => {
    const order = "const log = []; beforeAll(() => log.push('A')); beforeEach(() => log.push('e')); afterEach(() => log.push('x')); describe('in', () => { beforeEach(() => log.push('i')); test('t', () => { expect(log).toEqual(['A', 'e', 'i']); }); afterAll(() => log.push('Z')); });";
    const result = await run(["expect(log).toEqual(['A', 'e', 'i', 'x', 'Z', 'e'])"], order);
    expect(result.tests.map((test) => [test.name, test.status, test.message])).toEqual([["in > t", "passed", null], ["0", "passed", null]]);
    const broken = await run(["expect(1).toBe(1)"], "beforeEach(() => { throw new Error('hook'); });");
    expect(broken).toMatchObject({ outcome: "errored", tests: [{ status: "errored", message: "Error: hook" }] });
  });

  it("run only what is singled out, and tell the rest as skipped", async () => {
    const result = await run(["expect(1).toBe(2)"], "test.only('one', () => {}); describe.skip('no', () => { test('never', () => { throw 1; }); }); test.fails('turned round', () => { expect(1).toBe(2); });");
    expect(result.tests.map((test) => [test.name, test.status])).toEqual([["one", "passed"], ["no > never", "skipped"], ["turned round", "skipped"], ["0", "skipped"]]);
    expect(result).toMatchObject({ outcome: "passed", score: 1 });
  });

  it("are told from tests that do not come to an end", async () => {
    const result = await run(["await new Promise(() => {})", "await later(1)"], "test('slow', () => new Promise((r) => setTimeout(r, 60_000)), 50); test('after', () => {});");
    expect(result.outcome).toBe("timed-out");
    expect(result.tests.map((test) => test.status)).toEqual(["errored", "passed", "errored", "passed"]);
    expect(result.tests[0]?.message).toBe("The test did not finish within 50 ms.");
    expect(result.tests[2]?.message).toMatch(/never finished/);
  });
});
