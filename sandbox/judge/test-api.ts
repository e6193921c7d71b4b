/** What test files import, by library, and what of it are globals too. */
import { makeChaiAssert } from "./chai-assert.ts";
import { onTestFailed, onTestFinished, shared } from "./context.ts";
import { makeDescribe, makeHook, makeTest } from "./declare.ts";
import { expect, jestExpect } from "./expect.ts";
import { createMock } from "./mock.ts";
import { vi } from "./vi.ts";

const test = makeTest("usual");
const describe = makeDescribe();
const chainless = (): unknown => new Proxy(function () {}, { get: () => chainless(), apply: () => chainless() });
const refuseBench = (): never => {
  throw new Error("bench is not available here: nothing is measured");
};

/** vitest, chai and mocha. */
export const api: Record<string, unknown> = {
  test, it: test, describe, suite: describe, context: describe, specify: test, expect,
  xtest: test["skip"], xit: test["skip"], fit: test["only"], xdescribe: describe["skip"], fdescribe: describe["only"],
  beforeAll: makeHook("beforeAll"), beforeEach: makeHook("beforeEach"), afterEach: makeHook("afterEach"), afterAll: makeHook("afterAll"),
  before: makeHook("beforeAll"), after: makeHook("afterAll"), onTestFinished, onTestFailed,
  expectTypeOf: chainless, assertType: () => {}, mock: createMock, bench: refuseBench,
};
let chaiAssert: unknown;
// Few test files want these: they are made for those that do.
for (const name of ["vi", "jest", "vitest"]) Object.defineProperty(api, name, { get: vi, enumerable: true, configurable: true });
Object.defineProperty(api, "assert", { get: () => (chaiAssert ??= makeChaiAssert()), enumerable: true, configurable: true });
shared["expect"] = expect;
/** `@jest/globals`. */
export const jestApi = Object.defineProperty(Object.defineProperties({}, Object.getOwnPropertyDescriptors(api)), "expect",
  { value: jestExpect, enumerable: true, configurable: true, writable: true }) as Record<string, unknown>;

/** Those of `api` that are globals too. */
export const GLOBALS = [
  "test", "it", "describe", "expect", "vi", "jest", "xtest", "xit", "fit", "xdescribe", "fdescribe", "beforeAll", "beforeEach", "afterEach", "afterAll",
];
