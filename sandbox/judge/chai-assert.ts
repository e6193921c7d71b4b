/** chai's `assert`, which is also vitest's: short names for what `expect` checks. */
import { expect } from "./expect.ts";
import { AssertionError } from "./failure.ts";

type Check = (...args: never[]) => unknown;
type Chain = Record<string, (...args: unknown[]) => unknown> & { not: Chain };

const expecting = (actual: unknown, message: unknown): Chain => expect(actual, typeof message === "string" ? message : undefined) as unknown as Chain;
/** `name(actual, message)` */
const one = (name: string, negate = false): Check => (actual: unknown, message?: string) => {
  const chain = expecting(actual, message);
  (negate ? chain.not : chain)[name]?.();
};
/** `name(actual, expected, message)` */
const two = (name: string, negate = false): Check => (actual: unknown, expected: unknown, message?: string) => {
  const chain = expecting(actual, message);
  (negate ? chain.not : chain)[name]?.(expected);
};
const kind = (name: string, negate = false): Check => (actual: unknown, message?: string) => {
  const chain = expecting(actual, message);
  (negate ? chain.not : chain)["toBeTypeOf"]?.(name);
};
const throws = (negate: boolean): Check => (body: unknown, expected?: unknown, matching?: unknown, message?: string) => {
  const text = typeof matching === "string" || matching instanceof RegExp ? matching : undefined;
  const chain = expecting(body, message);
  if (negate) return chain.not["toThrow"]?.();
  return expected === undefined || expected === null ? chain["toThrow"]?.() : chain["throw"]?.(expected, ...(text === undefined ? [] : [text]));
};

const makeChecks = (): Record<string, Check> => ({
  ok: one("toBeTruthy"), isOk: one("toBeTruthy"), notOk: one("toBeFalsy"), isNotOk: one("toBeFalsy"),
  isTrue: one("toBeTrue"), isFalse: one("toBeFalse"), isNotTrue: one("toBeTrue", true), isNotFalse: one("toBeFalse", true),
  isNull: one("toBeNull"), isNotNull: one("toBeNull", true), isUndefined: one("toBeUndefined"), isDefined: one("toBeDefined"),
  isNaN: one("toBeNaN"), isNotNaN: one("toBeNaN", true), exists: one("toExist"), notExists: one("toExist", true),
  isEmpty: one("toBeEmpty"), isNotEmpty: one("toBeEmpty", true),
  equal: two("toBe"), notEqual: two("toBe", true), strictEqual: two("toBe"), notStrictEqual: two("toBe", true),
  deepEqual: two("toEqual"), deepStrictEqual: two("toStrictEqual"), notDeepEqual: two("toEqual", true),
  isAbove: two("toBeGreaterThan"), isAtLeast: two("toBeGreaterThanOrEqual"), isBelow: two("toBeLessThan"), isAtMost: two("toBeLessThanOrEqual"),
  typeOf: two("toBeTypeOf"), notTypeOf: two("toBeTypeOf", true), instanceOf: two("toBeInstanceOf"), notInstanceOf: two("toBeInstanceOf", true),
  isArray: kind("array"), isString: kind("string"), isNumber: kind("number"), isBoolean: kind("boolean"), isFunction: kind("function"),
  isObject: kind("object"), isNotArray: kind("array", true), isNotString: kind("string", true), isNotNumber: kind("number", true),
  include: two("include"), notInclude: two("include", true), deepInclude: two("toContainEqual"), match: two("toMatch"), notMatch: two("toMatch", true),
  property: two("toHaveProperty"), notProperty: two("toHaveProperty", true), nestedProperty: two("toHaveProperty"), lengthOf: two("toHaveLength"),
  propertyVal: (actual: unknown, name: unknown, value: unknown, message?: string) => expecting(actual, message)["toHaveProperty"]?.(name, value),
  sameMembers: two("toHaveSameMembers"), sameDeepMembers: two("toHaveSameMembers"), sameOrderedMembers: two("toEqual"), sameDeepOrderedMembers: two("toEqual"),
  hasAllKeys: two("toHaveKeys"), oneOf: two("toBeOneOf"),
  closeTo: (actual: unknown, expected: unknown, delta: unknown, message?: string) => expecting(actual, message)["toBeCloseToWithin"]?.(expected, delta),
  approximately: (actual: unknown, expected: unknown, delta: unknown, message?: string) => expecting(actual, message)["toBeCloseToWithin"]?.(expected, delta),
  throws: throws(false), throw: throws(false), Throw: throws(false), doesNotThrow: throws(true),
  fail: (...messages: unknown[]) => {
    throw new AssertionError(String(messages.find((item) => typeof item === "string") ?? "assert.fail()"));
  },
});

export function makeChaiAssert(): Check {
  return Object.assign((value: unknown, message?: string) => expecting(value, message)["toBeTruthy"]?.(), makeChecks());
}
