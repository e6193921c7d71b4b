/** `expect.any`, `expect.objectContaining` and their like: matchers that stand inside an expected value. */
import { declareMatcher, equals } from "./equals.ts";
import { AssertionError } from "./failure.ts";
import { elementsOf, isInstance } from "./matchers.ts";
import { cut, print, printAs } from "./print.ts";

/** An object that equals whatever `matches` says. */
export function asymmetric(name: string, shown: unknown[], matches: (actual: unknown) => boolean): object {
  const object = {
    // Jest's own protocol, for custom equality testers of authors; the judge never asks it of anything.
    asymmetricMatch: (actual: unknown) => matches(actual),
    toString: () => name,
  };
  declareMatcher(object, { matches });
  printAs(object, () => `${name}${shown.length === 0 ? "" : ` ${shown.map((value) => print(value, { limit: 1_000 })).join(", ")}`}`);
  return object;
}

function matchesAny(type: unknown, actual: unknown): boolean {
  switch (type) {
    case String: return typeof actual === "string" || actual instanceof String;
    case Number: return typeof actual === "number" || actual instanceof Number;
    case Boolean: return typeof actual === "boolean" || actual instanceof Boolean;
    case BigInt: return typeof actual === "bigint";
    case Symbol: return typeof actual === "symbol";
    case Function: return typeof actual === "function";
    case Object: return typeof actual === "object" && actual !== null;
    case Array: return Array.isArray(actual);
    default: return isInstance(actual, type);
  }
}

/** The set of `expect`, or (`negate`) that of `expect.not`. */
export function asymmetricSet(negate: boolean): Record<string, (...args: never[]) => object> {
  const sign = (matches: (actual: unknown) => boolean) => (actual: unknown): boolean => matches(actual) !== negate;
  const prefix = negate ? "Not" : "";
  return {
    any: (type: unknown) => {
      if (type === undefined) throw new TypeError("expect.any() needs a class, for example expect.any(Number)");
      return asymmetric(`Any<${cut(String((type as { name?: unknown }).name), 60)}>`, [], sign((actual) => matchesAny(type, actual)));
    },
    anything: () => asymmetric("Anything", [], sign((actual) => actual !== null && actual !== undefined)),
    objectContaining: (expected: object) => asymmetric(`${prefix}ObjectContaining`, [expected], sign((actual) =>
      typeof actual === "object" && actual !== null && Reflect.ownKeys(expected).every((key) =>
        key in actual && equals((actual as Record<PropertyKey, unknown>)[key], (expected as Record<PropertyKey, unknown>)[key])))),
    arrayContaining: (expected: unknown[]) => asymmetric(`${prefix}ArrayContaining`, [expected], sign((actual) =>
      Array.isArray(actual) && expected.every((item) => elementsOf(actual).some((found) => equals(found, item))))),
    stringContaining: (expected: string) => asymmetric(`${prefix}StringContaining`, [expected], sign((actual) =>
      typeof actual === "string" && actual.includes(expected))),
    stringMatching: (expected: string | RegExp) => asymmetric(`${prefix}StringMatching`, [expected], sign((actual) =>
      typeof actual === "string" && new RegExp(expected).test(actual))),
    arrayOf: (expected: unknown) => asymmetric(`${prefix}ArrayOf`, [expected], sign((actual) =>
      Array.isArray(actual) && elementsOf(actual).every((item) => equals(item, expected)))),
    toBeOneOf: (options: Iterable<unknown>) => asymmetric(`${prefix}OneOf`, [options], sign((actual) => [...options].some((option) => equals(actual, option)))),
    closeTo: (expected: number, digits = 2) => asymmetric(`${prefix}CloseTo`, [expected], sign((actual) =>
      typeof actual === "number" && (actual === expected || Math.abs(actual - expected) < 10 ** -digits / 2))),
    schemaMatching: () => {
      throw new AssertionError("expect.schemaMatching is not available here");
    },
  };
}
