/** chai's words, which vitest has too: `expect(x).to.deep.equal(y)`, `expect(list).to.have.members([1])`. */
import type { Assertion, How } from "./expect.ts";
import { valueAt } from "./matchers.ts";

type Words = Record<string, (...args: unknown[]) => unknown>;

const FILLERS = [
  "to", "be", "been", "is", "that", "which", "and", "has", "have", "with", "at", "of", "same", "but", "does", "still", "also",
  "nested", "own", "ordered", "all", "any", "itself",
];
const ALIASES: [string, string][] = [
  ["equals", "equal"], ["eq", "equal"], ["eql", "toEqual"], ["eqls", "toEqual"], ["throws", "throw"], ["Throw", "throw"],
  ["instanceof", "toBeInstanceOf"], ["instanceOf", "toBeInstanceOf"], ["lengthOf", "toHaveLength"], ["length", "toHaveLength"],
  ["match", "toMatch"], ["matches", "toMatch"],
  ["closeTo", "toBeCloseToWithin"], ["approximately", "toBeCloseToWithin"], ["above", "toBeGreaterThan"], ["gt", "toBeGreaterThan"],
  ["greaterThan", "toBeGreaterThan"], ["below", "toBeLessThan"], ["lt", "toBeLessThan"], ["lessThan", "toBeLessThan"],
  ["least", "toBeGreaterThanOrEqual"], ["gte", "toBeGreaterThanOrEqual"], ["most", "toBeLessThanOrEqual"], ["lte", "toBeLessThanOrEqual"],
  ["within", "toBeWithinRange"], ["oneOf", "toBeOneOf"], ["keys", "toHaveKeys"], ["key", "toHaveKeys"], ["satisfy", "toSatisfy"],
  ["satisfies", "toSatisfy"], ["string", "toContain"],
];
const STATES: [string, string][] = [
  ["true", "toBeTrue"], ["false", "toBeFalse"], ["null", "toBeNull"], ["undefined", "toBeUndefined"], ["NaN", "toBeNaN"],
  ["ok", "toBeTruthy"], ["empty", "toBeEmpty"], ["exist", "toExist"], ["exists", "toExist"], ["frozen", "toBeFrozen"], ["extensible", "toBeExtensible"],
];

/** Puts the words on the prototype of `Assertion`. They answer with the assertion, so that another may follow. */
export function addWords(of: typeof Assertion, actualOf: (assertion: Assertion) => unknown, howOf: (assertion: Assertion) => How): void {
  const { prototype } = of;
  const getter = (name: string, get: (this: Assertion) => unknown): void => void Object.defineProperty(prototype, name, { get, configurable: true });
  const method = (name: string, value: (this: Assertion, ...args: unknown[]) => unknown): void =>
    void Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  const call = (assertion: Assertion, name: string, args: unknown[]): Assertion => {
    (assertion as unknown as Words)[name]?.(...args);
    return assertion;
  };

  const itself = function (this: Assertion): Assertion { return this; };
  for (const word of FILLERS) getter(word, itself);
  for (const [word, name] of STATES) getter(word, function () { return call(this, name, []); });
  for (const [word, name] of ALIASES) method(word, function (...args) { return call(this, name, args); });
  for (const word of ["a", "an"]) {
    getter(word, function () {
      const typed = (kind: unknown): Assertion => call(this, "toBeTypeOf", [kind]);
      const instance = (type: unknown): Assertion => call(this, "toBeInstanceOf", [type]);
      return Object.assign(typed, { instanceof: instance, instanceOf: instance });
    });
  }
  method("equal", function (expected) { return call(this, howOf(this).deep ? "toEqual" : "toBe", [expected]); });
  method("throw", function (expected, matching) {
    // A class and what its message has to be.
    if (matching === undefined) return call(this, "toThrow", expected === undefined ? [] : [expected]);
    return call(this, "toThrowWith", [expected, matching]);
  });
  for (const word of ["include", "includes", "contain", "contains"]) {
    getter(word, function () {
      const actual = actualOf(this);
      const one = (expected: unknown): Assertion => {
        const plain = typeof actual === "object" && actual !== null && typeof (actual as { [Symbol.iterator]?: unknown })[Symbol.iterator] !== "function";
        return call(this, plain ? "toMatchObject" : howOf(this).deep ? "toContainEqual" : "toContain", [expected]);
      };
      return Object.assign(one, { members: (list: unknown) => call(this, "toIncludeMembers", [list]) });
    });
  }
  method("property", function (path, ...value) {
    call(this, "toHaveProperty", [path, ...value]);
    const { found, value: inner } = valueAt(actualOf(this), path);
    return found ? new of(inner, { ...howOf(this), not: false, deep: false }) : this;
  });
  method("members", function (...args) { return call(this, "toHaveSameMembers", args); });
}
