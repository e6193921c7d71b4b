/** `expect`: the matchers of jest and vitest that ordinary tests use, lean, on the judge's own equality. */
import { AssertionError } from "./failure.ts";
import { customTesters, declareMatcher, equals, matcherOf } from "./equals.ts";
import type { Tester } from "./equals.ts";
import { elementsOf, matchers } from "./matchers.ts";
import type { MatcherFunction } from "./matchers.ts";
import { cut, print, printAs } from "./print.ts";
import { membrane } from "./realm.ts";

/** What the runner keeps of the assertions of one test. */
export interface AssertionBook {
  count: number;
  expected: number | null;
  needsOne: boolean;
  /** Assertions that were begun and may not have been awaited. */
  pending: Promise<unknown>[];
  /** Failures that the learner's code, or `expect.soft`, kept from ending the test. */
  kept: unknown[];
}
export function newBook(): AssertionBook {
  return { count: 0, expected: null, needsOne: false, pending: [], kept: [] };
}
let book: AssertionBook = newBook();
export function useBook(next: AssertionBook): void {
  book = next;
}
/** For `node:assert`, whose failures count the same. */
export function noteAssertion(): void {
  book.count += 1;
}
export function noteFailure(error: unknown): void {
  if (membrane.depth() > 0) book.kept.push(error);
}

type Chain = Record<string, unknown>;
const custom = new Map<string, MatcherFunction>();

const REFUSED = [
  "toMatchSnapshot", "toMatchInlineSnapshot", "toMatchFileSnapshot", "toThrowErrorMatchingSnapshot", "toThrowErrorMatchingInlineSnapshot",
];

interface How {
  not: boolean;
  soft: boolean;
  label: string;
}

function check(name: string, matcher: MatcherFunction, actual: unknown, args: unknown[], how: How): void {
  const verdict = matcher({ isNot: how.not, equals, print }, actual, ...args);
  const settle = (result: ReturnType<MatcherFunction>): void => {
    if (result.pass !== how.not) return;
    const text = typeof result.message === "function" ? result.message() : `expect(received).${how.not ? "not." : ""}${name}() did not hold`;
    const error = new AssertionError(how.label === "" ? text : `${how.label}: ${text}`,
      "expected" in result && !how.not ? { actual: "actual" in result ? result.actual : actual, expected: result.expected } : undefined);
    if (how.soft) book.kept.push(error);
    else {
      noteFailure(error);
      throw error;
    }
  };
  if (verdict instanceof Promise) {
    const pending = (verdict as Promise<ReturnType<MatcherFunction>>).then(settle);
    book.pending.push(pending);
    return;
  }
  settle(verdict);
}

function addMatchers(chain: Chain, run: (name: string, matcher: MatcherFunction, args: unknown[]) => unknown): void {
  for (const [name, matcher] of matchers) chain[name] = (...args: unknown[]) => run(name, matcher, args);
  for (const [name, matcher] of custom) chain[name] = (...args: unknown[]) => run(name, matcher, args);
  for (const name of REFUSED) {
    chain[name] = () => {
      throw new AssertionError(`${name}: snapshots are not kept here. Write the expected value into the test instead.`);
    };
  }
}

function makeChain(actual: unknown, how: How): Chain {
  const chain: Chain = {};
  addMatchers(chain, (name, matcher, args) => {
    book.count += 1;
    return check(name, matcher, actual, args, how);
  });
  const lazy = (key: string, make: () => unknown): void => {
    Object.defineProperty(chain, key, { get: make, configurable: true });
  };
  lazy("not", () => makeChain(actual, { ...how, not: !how.not }));
  lazy("resolves", () => makeAsync(actual, how, "resolves"));
  lazy("rejects", () => makeAsync(actual, how, "rejects"));
  addSentence(chain, actual, how);
  return chain;
}

/** chai's words that people write out of habit: `expect(x).to.equal(1)`. */
function addSentence(chain: Chain, actual: unknown, how: How): void {
  for (const word of ["to", "be", "been", "is", "that", "which", "and", "has", "have", "with", "at", "of", "same"]) {
    Object.defineProperty(chain, word, { get: () => chain, configurable: true });
  }
  const alias = (word: string, name: string): void => {
    chain[word] = (...args: unknown[]) => (chain[name] as (...args: unknown[]) => unknown)(...args);
  };
  for (const [word, name] of [["equal", "toBe"], ["equals", "toBe"], ["eql", "toEqual"], ["throw", "toThrow"], ["throws", "toThrow"],
    ["instanceof", "toBeInstanceOf"], ["instanceOf", "toBeInstanceOf"], ["lengthOf", "toHaveLength"], ["property", "toHaveProperty"],
    ["match", "toMatch"], ["include", "toContain"], ["contain", "toContain"], ["closeTo", "toBeCloseToWithin"],
    ["above", "toBeGreaterThan"], ["below", "toBeLessThan"], ["least", "toBeGreaterThanOrEqual"], ["most", "toBeLessThanOrEqual"]] as const) {
    alias(word, name);
  }
  Object.defineProperty(chain, "deep", {
    get: () => ({ equal: (expected: unknown) => (chain["toEqual"] as (value: unknown) => unknown)(expected), __proto__: chain }),
    configurable: true,
  });
  for (const [word, name] of [["true", "toBeTrue"], ["false", "toBeFalse"], ["null", "toBeNull"], ["undefined", "toBeUndefined"],
    ["NaN", "toBeNaN"], ["ok", "toBeTruthy"], ["empty", "toBeEmpty"], ["exist", "toExist"]] as const) {
    Object.defineProperty(chain, word, {
      get: () => (makeBare(actual, how)[name] as () => unknown)(),
      configurable: true,
    });
  }
  for (const word of ["a", "an"]) {
    chain[word] = (kind: string) => (chain["toBeTypeOf"] as (kind: string) => unknown)(kind);
  }
}
function makeBare(actual: unknown, how: How): Chain {
  const chain: Chain = {};
  addMatchers(chain, (name, matcher, args) => {
    book.count += 1;
    return check(name, matcher, actual, args, how);
  });
  return chain;
}

function makeAsync(actual: unknown, how: How, kind: "resolves" | "rejects"): Chain {
  const chain: Chain = {};
  addMatchers(chain, (name, matcher, args) => {
    book.count += 1;
    const run = async (): Promise<void> => {
      const promise = kind === "rejects" && typeof actual === "function" ? (actual as () => unknown)() : actual;
      if (!isThenable(promise)) {
        throw new AssertionError(`expect(received).${kind}: received is not a promise but ${print(promise, { limit: 200 })}`);
      }
      let settled: unknown;
      let rejected = false;
      try {
        settled = await promise;
      } catch (error) {
        settled = error;
        rejected = true;
      }
      if (kind === "resolves" && rejected) {
        throw new AssertionError(`The promise was rejected instead of resolved: ${print(settled, { limit: 500 })}`);
      }
      if (kind === "rejects" && !rejected) {
        throw new AssertionError(`The promise was resolved instead of rejected: ${print(settled, { limit: 500 })}`);
      }
      check(name, matcher, kind === "rejects" && name.startsWith("toThrow") ? thrown(settled) : settled, args, how);
    };
    const pending = run();
    // Awaited at the end of the test if the test forgot to.
    book.pending.push(pending);
    pending.catch(() => {});
    return pending;
  });
  Object.defineProperty(chain, "not", { get: () => makeAsync(actual, { ...how, not: !how.not }, kind) });
  return chain;
}

/** A rejection is to `rejects.toThrow` what a call that throws is to `toThrow`. */
function thrown(error: unknown): () => never {
  return () => {
    throw error;
  };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return ((typeof value === "object" && value !== null) || typeof value === "function") && typeof (value as { then?: unknown }).then === "function";
}

export interface Expect {
  (actual: unknown, label?: string): Chain;
  [name: string]: unknown;
}

function asymmetric(name: string, shown: unknown[], matches: (actual: unknown) => boolean): object {
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
    default: return typeof type === "function" && actual instanceof (type as new () => unknown);
  }
}

function asymmetricSet(negate: boolean): Record<string, (...args: never[]) => object> {
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
    closeTo: (expected: number, digits = 2) => asymmetric(`${prefix}CloseTo`, [expected], sign((actual) =>
      typeof actual === "number" && (actual === expected || Math.abs(actual - expected) < 10 ** -digits / 2))),
    schemaMatching: () => {
      throw new AssertionError("expect.schemaMatching is not available here");
    },
  };
}

export const expect: Expect = ((actual: unknown, label?: string) =>
  makeChain(actual, { not: false, soft: false, label: typeof label === "string" ? label : "" })) as Expect;

Object.assign(expect, asymmetricSet(false), {
  not: asymmetricSet(true),
  soft: (actual: unknown, label?: string) => makeChain(actual, { not: false, soft: true, label: label ?? "" }),
  assertions(count: number): void {
    book.expected = count;
  },
  hasAssertions(): void {
    book.needsOne = true;
  },
  unreachable(message?: string): never {
    throw new AssertionError(message ?? "expected not to reach this line");
  },
  fail(message?: string): never {
    throw new AssertionError(message ?? "expect.fail()");
  },
  extend(more: Record<string, (...args: unknown[]) => unknown>): void {
    for (const [name, matcher] of Object.entries(more)) {
      const adapted: MatcherFunction = (context, actual, ...args) =>
        Reflect.apply(matcher, { ...context, utils: matcherUtils, promise: "" }, [actual, ...args]) as ReturnType<MatcherFunction>;
      custom.set(name, adapted);
      const make = (negate: boolean) => (...args: unknown[]) => asymmetric(name, args, (actual) => {
        const result = adapted({ isNot: negate, equals, print }, actual, ...args) as { pass: boolean };
        return result.pass !== negate;
      });
      expect[name] = make(false);
      (expect["not"] as Record<string, unknown>)[name] = make(true);
    }
  },
  addEqualityTesters(testers: Tester[]): void {
    customTesters.push(...testers.map((tester): Tester => (a, b) => Reflect.apply(tester, { equals }, [a, b])));
  },
  addSnapshotSerializer(): void {},
  getState: () => ({ assertionCalls: book.count, expectedAssertionsNumber: book.expected }),
  poll(): never {
    throw new AssertionError("expect.poll is not available here: await the value and then expect it");
  },
});

const matcherUtils = {
  printReceived: (value: unknown) => print(value, { limit: 500 }),
  printExpected: (value: unknown) => print(value, { limit: 500 }),
  stringify: (value: unknown) => print(value, { limit: 500 }),
  matcherHint: (name: string) => `expect(received).${name}(expected)`,
  diff: () => "",
  RECEIVED_COLOR: (text: string) => text,
  EXPECTED_COLOR: (text: string) => text,
};

export { matcherOf };
