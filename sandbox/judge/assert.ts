/** `node:assert`, the part that exercises use. Never loose: `equal` here is `strictEqual` wherever a conversion would matter. */
import { equals } from "./equals.ts";
import type { Mode } from "./equals.ts";
import { noteAssertion, noteFailure, observeFailure } from "./book.ts";
import { isInstance } from "./matchers.ts";
import { AssertionError } from "./failure.ts";
import { errorText, print } from "./print.ts";
import { membrane } from "./realm.ts";

function fail(message: unknown, otherwise: string, comparison?: { actual: unknown; expected: unknown }): never {
  if (message instanceof Error) throw message;
  const error = new AssertionError(typeof message === "string" ? message : otherwise, comparison);
  noteFailure(error);
  throw error;
}
const short = (value: unknown): string => print(value, { limit: 300, depth: 3 });

/** `==` between primitives; an object is never equal to a primitive by what it converts to. */
function loose(a: unknown, b: unknown): boolean {
  const isObject = (value: unknown): boolean => (typeof value === "object" && value !== null) || typeof value === "function";
  if (isObject(a) || isObject(b)) return a === b;
  return a == b || (Number.isNaN(a) && Number.isNaN(b));
}

function expectThrow(thrown: unknown, expected: unknown, message: unknown): void {
  observeFailure(thrown);
  if (expected === undefined || typeof expected === "string") return;
  const said = `, but it threw ${errorText(thrown, 300)}`;
  if (typeof expected === "function") {
    const isClass = (expected as { prototype?: unknown }).prototype !== undefined;
    if (isClass && isInstance(thrown, expected)) return;
    if (isClass && (expected === Error || (expected as { prototype: unknown }).prototype instanceof Error)) {
      fail(message, `expected ${String((expected as { name: unknown }).name)} to be thrown${said}`);
    }
    if ((expected as (error: unknown) => unknown)(thrown) !== true) fail(message, `the thrown value did not satisfy the check${said}`);
    return;
  }
  if (typeof expected !== "object" || expected === null) fail(message, "the expected error must be a class, a pattern, an object or a function");
  if (membrane.brandOf(expected) === "RegExp") {
    if (!(expected as RegExp).test(errorText(thrown))) fail(message, `expected an error that matches ${short(expected)}${said}`);
    return;
  }
  const keys = membrane.brandOf(expected) === "Error" ? ["name", "message", ...Object.keys(expected)] : Object.keys(expected);
  for (const key of keys) {
    const wanted = (expected as Record<string, unknown>)[key];
    const actual = typeof thrown === "object" && thrown !== null ? (thrown as Record<string, unknown>)[key] : undefined;
    const pattern = typeof wanted === "object" && wanted !== null && membrane.brandOf(wanted) === "RegExp";
    const holds = pattern && typeof actual === "string" ? (wanted as RegExp).test(actual) : equals(actual, wanted, "strict");
    if (!holds) fail(message, `expected the error's ${key} to be ${short(wanted)}${said}`, { actual, expected: wanted });
  }
}

type Check = (...args: unknown[]) => unknown;
function counted(check: Check): Check {
  return (...args) => {
    noteAssertion();
    return check(...args);
  };
}

function deep(mode: Mode, wanted: boolean, verb: string): Check {
  return counted((actual, expected, message) => {
    if (equals(actual, expected, mode) !== wanted) fail(message, `expected ${short(actual)} ${verb} ${short(expected)}`, wanted ? { actual, expected } : undefined);
  });
}
async function settlement(promiseOrCall: unknown): Promise<{ rejected: boolean; value: unknown }> {
  try {
    const promise = typeof promiseOrCall === "function" ? (promiseOrCall as () => unknown)() : promiseOrCall;
    return { rejected: false, value: await promise };
  } catch (value) {
    return { rejected: true, value };
  }
}

function makeAssert(): Record<string, unknown> {
  const ok = counted((value, message) => {
    if (!value) fail(message, `expected ${short(value)} to be truthy`, { actual: value, expected: true });
  });
  const strictEqual = counted((actual, expected, message) => {
    if (!Object.is(actual, expected)) fail(message, `expected ${short(actual)} to be ${short(expected)}`, { actual, expected });
  });
  const notStrictEqual = counted((actual, expected, message) => {
    if (Object.is(actual, expected)) fail(message, `expected ${short(actual)} not to be ${short(expected)}`);
  });
  const checks: Record<string, unknown> = {
    ok,
    equal: counted((actual, expected, message) => {
      if (!loose(actual, expected)) fail(message, `expected ${short(actual)} to equal ${short(expected)}`, { actual, expected });
    }),
    notEqual: counted((actual, expected, message) => {
      if (loose(actual, expected)) fail(message, `expected ${short(actual)} not to equal ${short(expected)}`);
    }),
    strictEqual,
    notStrictEqual,
    deepEqual: deep("strict", true, "to deeply equal"),
    deepStrictEqual: deep("strict", true, "to deeply equal"),
    partialDeepStrictEqual: deep("match", true, "to contain"),
    notDeepEqual: deep("strict", false, "not to deeply equal"),
    notDeepStrictEqual: deep("strict", false, "not to deeply equal"),
    match: counted((actual, pattern, message) => {
      if (typeof actual !== "string" || !(pattern as RegExp).test(actual)) fail(message, `expected ${short(actual)} to match ${short(pattern)}`, { actual, expected: pattern });
    }),
    doesNotMatch: counted((actual, pattern, message) => {
      if (typeof actual === "string" && (pattern as RegExp).test(actual)) fail(message, `expected ${short(actual)} not to match ${short(pattern)}`);
    }),
    fail: (message: unknown) => fail(message, "assert.fail()"),
    ifError: counted((value) => {
      if (value !== null && value !== undefined) throw value;
    }),
    throws: counted((body, expected, message) => {
      let thrown: unknown;
      try {
        (body as () => unknown)();
      } catch (error) {
        thrown = error;
        expectThrow(thrown, expected, message);
        return;
      }
      fail(message ?? (typeof expected === "string" ? expected : undefined), "expected the function to throw, but it did not");
    }),
    doesNotThrow: counted((body, ...rest) => {
      try {
        (body as () => unknown)();
      } catch (error) {
        fail(rest.at(-1), `expected the function not to throw, but it threw ${errorText(error, 300)}`);
      }
    }),
    rejects: counted(async (promise, expected, message) => {
      const result = await settlement(promise);
      if (!result.rejected) fail(message, "expected the promise to be rejected, but it was resolved");
      expectThrow(result.value, expected, message);
    }),
    doesNotReject: counted(async (promise) => {
      const result = await settlement(promise);
      if (result.rejected) fail(undefined, `expected the promise not to be rejected, but it was: ${errorText(result.value, 300)}`);
    }),
    AssertionError,
  };
  const assert = Object.assign((...args: unknown[]) => ok(...args), checks) as unknown as Record<string, unknown>;
  const strict: Record<string, unknown> = Object.assign((...args: unknown[]) => ok(...args), checks, { equal: strictEqual, notEqual: notStrictEqual });
  strict["strict"] = strict;
  assert["strict"] = strict;
  return assert;
}

let made: Record<string, unknown> | undefined;
/** Made when a test first asks for it. */
export const nodeAssert = (): Record<string, unknown> => (made ??= makeAssert());
