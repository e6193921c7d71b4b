/** `expect`: the matchers of jest and vitest (and chai's words) that ordinary tests use, lean, on the judge's own equality. */
import { asymmetric, asymmetricSet } from "./asymmetric.ts";
import { currentBook, noteAssertion, noteFailure, observeFailure } from "./book.ts";
import { AssertionError } from "./failure.ts";
import { customTesters, equals } from "./equals.ts";
import type { Tester } from "./equals.ts";
import { matchers } from "./matchers.ts";
import type { MatcherFunction, MatcherResult } from "./matchers.ts";
import { print } from "./print.ts";
import { realElapsedMs, wakeSoon } from "./timers.ts";
import { addWords } from "./words.ts";

const REFUSED = [
  "toMatchSnapshot", "toMatchInlineSnapshot", "toMatchFileSnapshot", "toThrowErrorMatchingSnapshot", "toThrowErrorMatchingInlineSnapshot",
];

export interface How {
  not: boolean;
  /** A failure is kept and the test goes on. */
  soft: boolean;
  /** chai's `deep`: `equal`, `include` and `members` look inside. */
  deep: boolean;
  label: string;
  /** As in jest: an assertion of a promise that the test does not await decides nothing. */
  floats: boolean;
}

function check(name: string, matcher: MatcherFunction, actual: unknown, args: unknown[], how: How, promise = ""): unknown {
  const verdict = matcher({ isNot: how.not, promise, equals, print }, actual, ...args);
  const settle = (result: MatcherResult): void => {
    if (result.pass !== how.not) return;
    const text = typeof result.message === "function" ? result.message() : `expect(received).${how.not ? "not." : ""}${name}() did not hold`;
    const error = new AssertionError(how.label === "" ? text : `${how.label}: ${text}`,
      "expected" in result && !how.not ? { actual: "actual" in result ? result.actual : actual, expected: result.expected } : undefined);
    if (how.soft) currentBook().kept.push(error);
    else {
      noteFailure(error, how.floats && promise !== "");
      throw error;
    }
  };
  if (!(verdict instanceof Promise)) return settle(verdict);
  return remember((verdict as Promise<MatcherResult>).then(settle), how);
}
/** Awaited at the end of the test if the test forgot to. */
function remember<T>(pending: Promise<T>, how: How): Promise<T> {
  if (!how.floats) currentBook().pending.push(pending);
  pending.catch(() => {});
  return pending;
}

/** `expect(actual)`: matchers and words are on its prototype. */
export class Assertion {
  readonly #actual: unknown;
  readonly #how: How;
  constructor(actual: unknown, how: How) {
    this.#actual = actual;
    this.#how = how;
  }
  static actualOf(assertion: Assertion): unknown {
    return assertion.#actual;
  }
  static howOf(assertion: Assertion): How {
    return assertion.#how;
  }
  get not(): Assertion {
    return new Assertion(this.#actual, { ...this.#how, not: !this.#how.not });
  }
  get deep(): Assertion {
    return new Assertion(this.#actual, { ...this.#how, deep: true });
  }
  get resolves(): AsyncAssertion {
    furnishAsync();
    return new AsyncAssertion((matcher) => resolved(this.#actual, matcher), this.#how);
  }
  get rejects(): AsyncAssertion {
    furnishAsync();
    return new AsyncAssertion((matcher, name) => rejected(this.#actual, matcher, name), this.#how);
  }
}
const { actualOf, howOf } = Assertion;

type Apply = (actual: unknown, promise: string) => unknown;
/** Waits for the value and applies the matcher to it. */
type Source = (apply: Apply, name: string) => Promise<unknown>;

class AsyncAssertion {
  readonly #source: Source;
  readonly #how: How;
  constructor(source: Source, how: How) {
    this.#source = source;
    this.#how = how;
  }
  get not(): AsyncAssertion {
    return new AsyncAssertion(this.#source, { ...this.#how, not: !this.#how.not });
  }
  static run(assertion: AsyncAssertion, name: string, matcher: MatcherFunction, args: unknown[]): Promise<unknown> {
    noteAssertion();
    return remember(assertion.#source((actual, promise) => check(name, matcher, actual, args, assertion.#how, promise), name), assertion.#how);
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return ((typeof value === "object" && value !== null) || typeof value === "function") && typeof (value as { then?: unknown }).then === "function";
}
function requireThenable(value: unknown, word: string): PromiseLike<unknown> {
  if (isThenable(value)) return value;
  throw new AssertionError(`expect(received).${word}: received is not a promise but ${print(value, { limit: 200 })}`);
}
async function resolved(actual: unknown, apply: Apply): Promise<unknown> {
  const promise = requireThenable(typeof actual === "function" ? (actual as () => unknown)() : actual, "resolves");
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    throw new AssertionError(`The promise was rejected instead of resolved: ${print(error, { limit: 500 })}`);
  }
  return apply(value, "resolves");
}
async function rejected(actual: unknown, apply: Apply, name: string): Promise<unknown> {
  const promise = requireThenable(typeof actual === "function" ? (actual as () => unknown)() : actual, "rejects");
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    observeFailure(error);
    // A rejection is to `rejects.toThrow` what a call that throws is to `toThrow`.
    return apply(name.startsWith("toThrow") || name === "throw" ? () => { throw error; } : error, "rejects");
  }
  throw new AssertionError(`The promise was resolved instead of rejected: ${print(value, { limit: 500 })}`);
}

const define = (prototype: object, name: string, value: unknown): void =>
  void Object.defineProperty(prototype, name, { value, configurable: true, writable: true });

/** Matchers that `AsyncAssertion` does not have yet. Most runs never wait for one: it is given them when it is first made. */
const awaiting = new Map<string, MatcherFunction>();
let isFurnished = false;
function furnishAsync(): void {
  isFurnished = true;
  for (const [name, matcher] of awaiting) {
    define(AsyncAssertion.prototype, name, function (this: AsyncAssertion, ...args: unknown[]): unknown {
      return AsyncAssertion.run(this, name, matcher, args);
    });
  }
  awaiting.clear();
}

function addMatcher(name: string, matcher: MatcherFunction): void {
  define(Assertion.prototype, name, function (this: Assertion, ...args: unknown[]): unknown {
    noteAssertion();
    return check(name, matcher, actualOf(this), args, howOf(this));
  });
  awaiting.set(name, matcher);
  if (isFurnished) furnishAsync();
}
for (const [name, matcher] of matchers) addMatcher(name, matcher);
for (const name of REFUSED) {
  addMatcher(name, () => {
    throw new AssertionError(`${name}: snapshots are not kept here. Write the expected value into the test instead.`);
  });
}
addWords(Assertion, actualOf, howOf);

/** Calls until the matcher holds or time is up. */
function poll(read: () => unknown, options?: { interval?: number; timeout?: number; message?: string }): AsyncAssertion {
  const { interval = 50, timeout = 1_000, message = "" } = options ?? {};
  furnishAsync();
  return new AsyncAssertion(async (apply) => {
    const until = realElapsedMs() + timeout;
    for (;;) {
      try {
        return await apply(await read(), "");
      } catch (error) {
        if (realElapsedMs() >= until) throw error;
        observeFailure(error);
        await new Promise<void>((resolve) => void wakeSoon(resolve, interval));
      }
    }
  }, { not: false, soft: false, deep: false, label: message, floats: false });
}

export interface Expect {
  (actual: unknown, label?: string): Assertion;
  [name: string]: unknown;
}
const makeExpect = (soft: boolean, floats = false): Expect => ((actual: unknown, label?: string): Assertion =>
  new Assertion(actual, { not: false, soft, deep: false, label: typeof label === "string" ? label : "", floats })) as Expect;

export const expect = makeExpect(false);
/** The one of `@jest/globals`. */
export const jestExpect = makeExpect(false, true);
const statics: Record<string, unknown> = {
  ...asymmetricSet(false),
  not: asymmetricSet(true),
  soft: makeExpect(true),
  poll,
  assertions(count: number): void {
    currentBook().expected = count;
  },
  hasAssertions(): void {
    currentBook().needsOne = true;
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
        Reflect.apply(matcher, { ...context, utils: matcherUtils, customTesters }, [actual, ...args]) as MatcherResult;
      addMatcher(name, adapted);
      const make = (negate: boolean) => (...args: unknown[]) => asymmetric(name, args, (actual) => {
        const result = adapted({ isNot: negate, promise: "", equals, print }, actual, ...args) as { pass: boolean };
        return result.pass !== negate;
      });
      expect[name] = jestExpect[name] = make(false);
      (statics["not"] as Record<string, unknown>)[name] = make(true);
    }
  },
  addEqualityTesters(testers: Tester[]): void {
    customTesters.push(...testers.map((tester): Tester => (a, b) => Reflect.apply(tester, { equals }, [a, b])));
  },
  addSnapshotSerializer(): void {},
  getState: () => ({ assertionCalls: currentBook().count, expectedAssertionsNumber: currentBook().expected, isExpectingAssertions: currentBook().needsOne }),
  setState(): void {},
};
Object.assign(expect, statics);
Object.assign(jestExpect, statics);

const shown = (value: unknown): string => print(value, { limit: 500 });
const matcherUtils = {
  printReceived: shown, printExpected: shown, stringify: shown,
  matcherHint: (name: string) => `expect(received).${name}(expected)`,
  matcherErrorMessage: (hint: string, generic: string, specific: string) => `${hint}\n\n${generic}\n\n${specific}`,
  printWithType: (name: string, value: unknown) => `${name} has value: ${shown(value)}`,
  ensureNoExpected: () => {},
  diff: (a: unknown, b: unknown) => `- ${shown(a)}\n+ ${shown(b)}`,
  printDiffOrStringify: (expected: unknown, received: unknown) => `Expected: ${shown(expected)}\nReceived: ${shown(received)}`,
  iterableEquality: () => undefined, subsetEquality: (object: unknown, subset: unknown) => equals(object, subset, "match"),
  EXPECTED_COLOR: (text: string) => text, RECEIVED_COLOR: (text: string) => text, DIM_COLOR: (text: string) => text, BOLD_WEIGHT: (text: string) => text,
};
