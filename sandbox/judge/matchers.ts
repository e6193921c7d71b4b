/** One function per matcher: whether it holds and how to say that it does not. Strict about types: nothing is converted. */
import { equals, matcherOf } from "./equals.ts";
import type { Mode } from "./equals.ts";
import { AssertionError } from "./failure.ts";
import { isMock, stateOf } from "./mock.ts";
import type { MockState } from "./mock.ts";
import { observeFailure } from "./book.ts";
import { errorText, print } from "./print.ts";
import { membrane } from "./realm.ts";

export interface MatcherContext {
  isNot: boolean;
  /** `resolves`, `rejects` or empty, for matchers of authors. */
  promise: string;
  equals: (a: unknown, b: unknown, mode?: Mode) => boolean;
  print: typeof print;
}
export interface MatcherResult {
  pass: boolean;
  message?: () => string;
  expected?: unknown;
  actual?: unknown;
}
export type MatcherFunction = (context: MatcherContext, actual: unknown, ...args: unknown[]) => MatcherResult;

const short = (value: unknown): string => print(value, { limit: 300, depth: 3 });
const no = (context: MatcherContext): string => (context.isNot ? "not " : "");

/** A comparison that shows both values. */
function compared(context: MatcherContext, pass: boolean, actual: unknown, expected: unknown, verb: string): MatcherResult {
  return { pass, actual, expected, message: () => `expected ${short(actual)} ${no(context)}${verb} ${short(expected)}` };
}
function stated(context: MatcherContext, pass: boolean, actual: unknown, what: string): MatcherResult {
  return { pass, message: () => `expected ${short(actual)} ${no(context)}${what}` };
}
/** A condition that also has a value to show on the expected side. */
function being(context: MatcherContext, pass: boolean, actual: unknown, expected: unknown, what: string): MatcherResult {
  return { pass, actual, expected, message: () => `expected ${short(actual)} ${no(context)}${what}` };
}

function ordered(name: string, holds: (a: number | bigint, b: number | bigint) => boolean): MatcherFunction {
  return (context, actual, expected) => {
    for (const [value, which] of [[actual, "received"], [expected, "expected"]] as const) {
      if (typeof value !== "number" && typeof value !== "bigint") {
        throw new AssertionError(`${name}: the ${which} value must be a number or a bigint, but it is ${short(value)}`);
      }
    }
    return compared(context, holds(actual as number, expected as number), actual, expected,
      `to be ${name.replace("toBe", "").replace(/([A-Z])/g, " $1").trim().toLowerCase()}`);
  };
}

function includes(actual: unknown, expected: unknown, same: (a: unknown, b: unknown) => boolean): boolean | undefined {
  if (typeof actual === "string") return typeof expected === "string" ? actual.includes(expected) : undefined;
  if (typeof actual !== "object" || actual === null) return undefined;
  const kind = membrane.brandOf(actual);
  // Its slots and indices, not its own idea of iteration.
  if (kind === "Array") return elementsOf(actual as unknown[]).some((item) => same(item, expected));
  if (kind === "Set") return membrane.contentsOf(actual).some((item) => same(item, expected));
  if (typeof (actual as Partial<Iterable<unknown>>)[Symbol.iterator] !== "function") return undefined;
  for (const item of actual as Iterable<unknown>) if (same(item, expected)) return true;
  return false;
}

export function elementsOf(array: unknown[]): unknown[] {
  const items: unknown[] = [];
  for (let i = 0; i < array.length; i += 1) items.push(array[i]);
  return items;
}

function parsePath(path: unknown): PropertyKey[] {
  if (Array.isArray(path)) return path as PropertyKey[];
  if (typeof path !== "string") return [path as PropertyKey];
  return path.replace(/\[(\w+)\]/g, ".$1").split(".").filter((part, i) => part !== "" || i > 0);
}
function follow(actual: unknown, path: PropertyKey[]): { found: boolean; value: unknown } {
  let at = actual;
  for (const key of path) {
    if (at === null || at === undefined) return { found: false, value: undefined };
    const object = Object(at) as Record<PropertyKey, unknown>;
    if (!(key in object)) return { found: false, value: undefined };
    at = object[key];
  }
  return { found: true, value: at };
}

/** What a path leads to; a dot may also be part of a name. */
export function valueAt(actual: unknown, path: unknown): { found: boolean; value: unknown } {
  const at = follow(actual, parsePath(path));
  return !at.found && typeof path === "string" ? follow(actual, [path]) : at;
}

const ordinaryInstance = Function.prototype[Symbol.hasInstance];
/** By the chain of prototypes, whatever the class says of its instances by a `Symbol.hasInstance` of its own. */
export function isInstance(value: unknown, type: unknown): boolean {
  return typeof type === "function" && Reflect.apply(ordinaryInstance, type, [value]);
}

function toThrow(context: MatcherContext, actual: unknown, ...rest: unknown[]): MatcherResult {
  const expected = rest[0];
  if (typeof actual !== "function") {
    throw new AssertionError(`toThrow needs a function to call, but received ${short(actual)}. Write expect(() => …).toThrow()`);
  }
  let thrown: unknown;
  let threw = false;
  try {
    (actual as () => unknown)();
  } catch (error) {
    observeFailure(error);
    thrown = error;
    threw = true;
  }
  if (!threw) {
    return { pass: false, message: () => rest.length === 0 ? "expected the function to throw, but it did not" : `expected the function to throw ${describeExpectedError(expected)}, but it did not` };
  }
  const message = messageOf(thrown);
  const said = (): string => `the function threw ${errorText(thrown, 500)}`;
  if (rest.length === 0 || expected === undefined) return { pass: true, message: () => `expected the function not to throw, but ${said()}` };
  const matcher = matcherOf(expected);
  if (matcher !== undefined) return result(matcher.matches(thrown));
  if (typeof expected === "string") return result(message.includes(expected), message);
  if (typeof expected === "function") return result(isInstance(thrown, expected));
  if (typeof expected === "object" && expected !== null) {
    const kind = membrane.brandOf(expected);
    if (kind === "RegExp") return result((expected as RegExp).test(message), message);
    if (kind === "Error" || "message" in expected) {
      const wanted = (expected as Error).message;
      return { ...result(message === wanted, message), expected: wanted };
    }
  }
  return result(equals(thrown, expected));

  function result(pass: boolean, shown?: unknown): MatcherResult {
    return {
      pass,
      message: () => `expected the function ${no(context)}to throw ${describeExpectedError(expected)}, but ${said()}`,
      ...(shown === undefined ? {} : { actual: shown, expected }),
    };
  }
}
function messageOf(thrown: unknown): string {
  const message = typeof thrown === "object" && thrown !== null ? (thrown as { message?: unknown }).message : thrown;
  return typeof message === "string" ? message : "";
}
function describeExpectedError(expected: unknown): string {
  if (typeof expected === "function") return String((expected as { name?: unknown }).name);
  if (typeof expected === "string") return `an error with ${short(expected)} in its message`;
  return short(expected);
}

function spy(name: string, check: (state: MockState, args: unknown[]) => { pass: boolean; what: string; actual?: unknown; expected?: unknown }): MatcherFunction {
  return (context, actual, ...args) => {
    const state = stateOf(actual);
    if (state === undefined) throw new AssertionError(`${name} needs a mock or a spy, but received ${short(actual)}`);
    const result = check(state, args);
    return {
      pass: result.pass,
      message: () => `expected ${short(actual)} ${no(context)}${result.what}`,
      ...("expected" in result ? { actual: result.actual, expected: result.expected } : {}),
    };
  };
}
const returned = (state: MockState): unknown[] => state.results.filter((item) => item.type === "return").map((item) => item.value);
const times = (count: number): string => `${count} time${count === 1 ? "" : "s"}`;

const list: Record<string, MatcherFunction> = {
  toBe: (context, actual, expected) => {
    const pass = Object.is(actual, expected);
    const alike = !pass && typeof actual === "object" && actual !== null && equals(actual, expected);
    return compared(context, pass, actual, expected, alike ? "to be the very same object as its equal" : "to be");
  },
  toEqual: (context, actual, expected) => compared(context, equals(actual, expected), actual, expected, "to equal"),
  toStrictEqual: (context, actual, expected) => compared(context, equals(actual, expected, "strict"), actual, expected, "to strictly equal"),
  toMatchObject: (context, actual, expected) =>
    compared(context, typeof actual === "object" && actual !== null && equals(actual, expected, "match"), actual, expected, "to match object"),
  toBeCloseTo: (context, actual, expected, digits = 2) => {
    const pass = typeof actual === "number" && typeof expected === "number" &&
      (actual === expected || Math.abs(actual - expected) < 10 ** -(digits as number) / 2);
    return compared(context, pass, actual, expected, `to be close to (${String(digits)} digits)`);
  },
  toBeCloseToWithin: (context, actual, expected, delta) =>
    compared(context, typeof actual === "number" && Math.abs(actual - (expected as number)) <= (delta as number), actual, expected, "to be close to"),
  toBeTruthy: (context, actual) => being(context, Boolean(actual), actual, true, "to be truthy"),
  toBeFalsy: (context, actual) => being(context, !actual, actual, false, "to be falsy"),
  toBeTrue: (context, actual) => being(context, actual === true, actual, true, "to be true"),
  toBeFalse: (context, actual) => being(context, actual === false, actual, false, "to be false"),
  toBeNull: (context, actual) => being(context, actual === null, actual, null, "to be null"),
  toBeUndefined: (context, actual) => being(context, actual === undefined, actual, undefined, "to be undefined"),
  toBeDefined: (context, actual) => stated(context, actual !== undefined, actual, "to be defined"),
  toBeNullable: (context, actual) => stated(context, actual === null || actual === undefined, actual, "to be null or undefined"),
  toExist: (context, actual) => stated(context, actual !== null && actual !== undefined, actual, "to exist"),
  toBeNaN: (context, actual) => being(context, Number.isNaN(actual), actual, NaN, "to be NaN"),
  toBeEmpty: (context, actual) => stated(context, isEmpty(actual), actual, "to be empty"),
  toBeTypeOf: (context, actual, expected) => {
    const kind = actual === null ? "null" : Array.isArray(actual) && expected === "array" ? "array" : typeof actual;
    return { pass: kind === expected, actual: kind, expected, message: () => `expected ${short(actual)} ${no(context)}to be of type ${short(expected)}` };
  },
  toBeInstanceOf: (context, actual, expected) => {
    if (typeof expected !== "function") throw new AssertionError(`toBeInstanceOf needs a class, but was given ${short(expected)}`);
    return stated(context, isInstance(actual, expected), actual, `to be an instance of ${String(expected.name)}`);
  },
  toBeGreaterThan: ordered("toBeGreaterThan", (a, b) => a > b),
  toBeGreaterThanOrEqual: ordered("toBeGreaterThanOrEqual", (a, b) => a >= b),
  toBeLessThan: ordered("toBeLessThan", (a, b) => a < b),
  toBeLessThanOrEqual: ordered("toBeLessThanOrEqual", (a, b) => a <= b),
  toContain: (context, actual, expected) => {
    const pass = includes(actual, expected, Object.is);
    if (pass === undefined) throw new AssertionError(`toContain needs a string, an array or another iterable, but received ${short(actual)}`);
    return compared(context, pass, actual, expected, "to contain");
  },
  toContainEqual: (context, actual, expected) =>
    compared(context, includes(actual, expected, (a, b) => equals(a, b)) === true, actual, expected, "to contain an equal of"),
  toHaveLength: (context, actual, expected) => {
    const length = actual === null || actual === undefined ? undefined : (actual as { length?: unknown }).length;
    return { pass: typeof length === "number" && length === expected, actual: length, expected, message: () => `expected ${short(actual)} ${no(context)}to have length ${short(expected)}, it has ${short(length)}` };
  },
  toHaveProperty: (context, actual, path, ...value) => {
    const at = valueAt(actual, path);
    if (value.length === 0) return stated(context, at.found, actual, `to have property ${short(path)}`);
    return { ...compared(context, at.found && equals(at.value, value[0]), at.value, value[0], `as property ${short(path)} to equal`) };
  },
  toMatch: (context, actual, expected) => {
    if (typeof actual !== "string") throw new AssertionError(`toMatch needs a string, but received ${short(actual)}`);
    const pass = typeof expected === "string" ? actual.includes(expected) : new RegExp(expected as RegExp).test(actual);
    return compared(context, pass, actual, expected, "to match");
  },
  toSatisfy: (context, actual, predicate) =>
    stated(context, Boolean((predicate as (value: unknown) => unknown)(actual)), actual, "to satisfy the condition"),
  toBeOneOf: (context, actual, options) =>
    stated(context, [...(options as Iterable<unknown>)].some((option) => equals(actual, option)), actual, `to be one of ${short(options)}`),
  toThrow,
  toThrowError: toThrow,
  /** chai's `throw(Class, message)`. */
  toThrowWith: (context, actual, type, message) => {
    const byType = toThrow(context, actual, type);
    return byType.pass ? toThrow(context, actual, message) : byType;
  },
  toBeWithinRange: (context, actual, low, high) =>
    stated(context, typeof actual === "number" && actual >= (low as number) && actual <= (high as number), actual, `to be within ${short(low)} and ${short(high)}`),
  toBeFrozen: (context, actual) => stated(context, Object.isFrozen(actual), actual, "to be frozen"),
  toBeExtensible: (context, actual) => stated(context, Object.isExtensible(actual), actual, "to be extensible"),
  toHaveSameMembers: (context, actual, expected) =>
    compared(context, Array.isArray(actual) && Array.isArray(expected) && sameMembers(elementsOf(actual), expected as unknown[]), actual, expected, "to have the same members as"),
  toIncludeMembers: (context, actual, expected) =>
    compared(context, Array.isArray(actual) && (expected as unknown[]).every((item) => elementsOf(actual).some((found) => equals(found, item))), actual, expected, "to include the members"),
  toHaveKeys: (context, actual, ...keys) => {
    const wanted = keys.flatMap((key) => (Array.isArray(key) ? (key as unknown[]) : typeof key === "object" && key !== null ? Object.keys(key) : [key]));
    const kind = typeof actual === "object" && actual !== null ? membrane.brandOf(actual) : "";
    const found = kind === "Map" ? membrane.contentsOf(actual as object).filter((_, i) => i % 2 === 0) : kind === "Set" ? membrane.contentsOf(actual as object) : kind === "" ? [] : Object.keys(actual as object);
    return compared(context, sameMembers(found, wanted.map((key) => (kind === "Map" || kind === "Set" ? key : String(key)))), found, wanted, "to be the keys");
  },

  toHaveBeenCalled: spy("toHaveBeenCalled", (state) => ({ pass: state.calls.length > 0, what: `to have been called (it was called ${times(state.calls.length)})` })),
  toHaveBeenCalledOnce: spy("toHaveBeenCalledOnce", (state) => ({ pass: state.calls.length === 1, what: "to have been called once", actual: state.calls.length, expected: 1 })),
  toHaveBeenCalledTimes: spy("toHaveBeenCalledTimes", (state, [count]) => ({ pass: state.calls.length === count, what: `to have been called ${String(count)} times`, actual: state.calls.length, expected: count })),
  toHaveBeenCalledWith: spy("toHaveBeenCalledWith", (state, args) => ({ pass: state.calls.some((call) => equals(call, args)), what: `to have been called with ${short(args)}`, actual: state.calls.length === 1 ? state.calls[0] : state.calls, expected: args })),
  toHaveBeenCalledExactlyOnceWith: spy("toHaveBeenCalledExactlyOnceWith", (state, args) => ({ pass: state.calls.length === 1 && equals(state.calls[0], args), what: `to have been called once, with ${short(args)}`, actual: state.calls, expected: [args] })),
  toHaveBeenLastCalledWith: spy("toHaveBeenLastCalledWith", (state, args) => ({ pass: equals(state.calls.at(-1), args), what: `to have been last called with ${short(args)}`, actual: state.calls.at(-1), expected: args })),
  toHaveBeenNthCalledWith: spy("toHaveBeenNthCalledWith", (state, [n, ...args]) => ({ pass: equals(state.calls[(n as number) - 1], args), what: `in call ${String(n)} to have been called with ${short(args)}`, actual: state.calls[(n as number) - 1], expected: args })),
  toHaveBeenCalledBefore: spy("toHaveBeenCalledBefore", (state, [other]) => ({ pass: (state.invocationCallOrder[0] ?? Infinity) < ((isMock(other) ? stateOf(other)?.invocationCallOrder[0] : undefined) ?? Infinity), what: `to have been called before ${short(other)}` })),
  toHaveBeenCalledAfter: spy("toHaveBeenCalledAfter", (state, [other]) => ({ pass: (state.invocationCallOrder[0] ?? -1) > ((isMock(other) ? stateOf(other)?.invocationCallOrder[0] : undefined) ?? Infinity), what: `to have been called after ${short(other)}` })),
  toHaveReturned: spy("toHaveReturned", (state) => ({ pass: returned(state).length > 0, what: "to have returned" })),
  toHaveReturnedTimes: spy("toHaveReturnedTimes", (state, [count]) => ({ pass: returned(state).length === count, what: `to have returned ${String(count)} times`, actual: returned(state).length, expected: count })),
  toHaveReturnedWith: spy("toHaveReturnedWith", (state, [value]) => ({ pass: returned(state).some((item) => equals(item, value)), what: `to have returned ${short(value)}`, actual: returned(state), expected: value })),
  toHaveLastReturnedWith: spy("toHaveLastReturnedWith", (state, [value]) => ({ pass: state.results.at(-1)?.type === "return" && equals(state.results.at(-1)?.value, value), what: `to have last returned ${short(value)}`, actual: state.results.at(-1)?.value, expected: value })),
  toHaveNthReturnedWith: spy("toHaveNthReturnedWith", (state, [n, value]) => ({ pass: state.results[(n as number) - 1]?.type === "return" && equals(state.results[(n as number) - 1]?.value, value), what: `in call ${String(n)} to have returned ${short(value)}`, actual: state.results[(n as number) - 1]?.value, expected: value })),
  toHaveResolved: spy("toHaveResolved", (state) => ({ pass: state.settledResults.some((item) => item.type === "fulfilled"), what: "to have resolved" })),
  toHaveResolvedWith: spy("toHaveResolvedWith", (state, [value]) => ({ pass: state.settledResults.some((item) => item.type === "fulfilled" && equals(item.value, value)), what: `to have resolved with ${short(value)}` })),
};
const ALIASES: Record<string, string> = {
  toBeCalled: "toHaveBeenCalled", toBeCalledTimes: "toHaveBeenCalledTimes", toBeCalledWith: "toHaveBeenCalledWith",
  lastCalledWith: "toHaveBeenLastCalledWith", nthCalledWith: "toHaveBeenNthCalledWith", toReturn: "toHaveReturned",
  toReturnTimes: "toHaveReturnedTimes", toReturnWith: "toHaveReturnedWith", lastReturnedWith: "toHaveLastReturnedWith",
  nthReturnedWith: "toHaveNthReturnedWith",
};

function sameMembers(actual: unknown[], expected: unknown[]): boolean {
  const left = [...actual];
  return actual.length === expected.length && expected.every((item) => {
    const at = left.findIndex((one) => equals(one, item));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "string" || Array.isArray(value)) return value.length === 0;
  if (typeof value !== "object" || value === null) return false;
  const kind = membrane.brandOf(value);
  return kind === "Map" || kind === "Set" ? membrane.contentsOf(value).length === 0 : Reflect.ownKeys(value).length === 0;
}

export const matchers = new Map<string, MatcherFunction>(Object.entries(list));
for (const [alias, name] of Object.entries(ALIASES)) matchers.set(alias, list[name] as MatcherFunction);
