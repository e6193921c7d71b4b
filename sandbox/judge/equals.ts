/**
 * Equality as jest and vitest mean it, but strict where a hostile value could claim to be equal: kinds are told by internal
 * slots, contents are read past overridden methods, and only matchers made in the judge's realm are matchers.
 */
import { membrane } from "./realm.ts";

export interface Matcher {
  matches(actual: unknown): boolean;
}

const matchers = new WeakMap<object, Matcher>();
/** Declares an object made by the judge as an asymmetric matcher. Nothing else ever counts as one. */
export function declareMatcher(object: object, matcher: Matcher): void {
  matchers.set(object, matcher);
}
export function matcherOf(value: unknown): Matcher | undefined {
  return typeof value === "object" && value !== null ? matchers.get(value) : undefined;
}

export type Tester = (a: unknown, b: unknown) => boolean | undefined;
export const customTesters: Tester[] = [];

export type Mode = "equal" | "strict" | "match";
const DEEPEST = 2_000;

/** `toEqual` (`equal`), `toStrictEqual` (`strict`) or `toMatchObject` (`match`, `expected` may say less). */
export function equals(actual: unknown, expected: unknown, mode: Mode = "equal"): boolean {
  return compare(actual, expected, mode, [], 0);
}

function compare(a: unknown, b: unknown, mode: Mode, path: [unknown, unknown][], depth: number): boolean {
  const right = matcherOf(b);
  const left = matcherOf(a);
  if (right !== undefined && left !== undefined) return a === b;
  if (right !== undefined) return right.matches(a);
  if (left !== undefined) return left.matches(b);
  for (const tester of customTesters) {
    const verdict = tester(a, b);
    if (verdict !== undefined) return verdict;
  }
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (depth > DEEPEST) throw new RangeError("The values are nested too deeply to compare");
  for (const [x, y] of path) if (x === a || y === b) return x === a && y === b;
  const kind = membrane.brandOf(b);
  // `toMatchObject({ message: … })` of an error or a class instance of any kind.
  const partial = mode === "match" && kind === "Object";
  if (!partial && membrane.brandOf(a) !== kind) return false;
  if (mode === "strict" && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  path.push([a, b]);
  try {
    return partial ? compareKeys(a, b, mode, path, depth + 1) : compareContents(a, b, kind, mode, path, depth + 1);
  } finally {
    path.pop();
  }
}

function compareContents(a: object, b: object, kind: string, mode: Mode, path: [unknown, unknown][], depth: number): boolean {
  switch (kind) {
    case "Date": case "RegExp": case "String": case "Number": case "Boolean": case "Symbol": case "BigInt":
    case "ArrayBuffer": case "DataView":
      return sameItems(membrane.contentsOf(a), membrane.contentsOf(b));
    case "Promise": case "WeakMap": case "WeakSet": case "WeakRef":
      return false;
    case "Error": {
      const x = a as Error, y = b as Error;
      if (x.name !== y.name || x.message !== y.message) return false;
      if ((own(a, "cause") || own(b, "cause")) && !compare(x.cause, y.cause, mode, path, depth)) return false;
      if (own(b, "errors") && !compare((a as AggregateError).errors, (b as AggregateError).errors, mode, path, depth)) return false;
      return compareKeys(a, b, mode, path, depth);
    }
    case "Map": return compareMaps(membrane.contentsOf(a), membrane.contentsOf(b), mode, path, depth) && compareKeys(a, b, mode, path, depth);
    case "Set": return compareSets(membrane.contentsOf(a), membrane.contentsOf(b), mode, path, depth) && compareKeys(a, b, mode, path, depth);
    case "Array": return compareArrays(a as unknown[], b as unknown[], mode, path, depth);
    case "Object":
      return compareIterables(a, b, mode, path, depth) && compareKeys(a, b, mode, path, depth);
    default:
      return sameItems(membrane.contentsOf(a), membrane.contentsOf(b));
  }
}

function sameItems(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
}

function own(object: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

function compareArrays(a: unknown[], b: unknown[], mode: Mode, path: [unknown, unknown][], depth: number): boolean {
  const length = b.length;
  if (a.length !== length) return false;
  for (let i = 0; i < length; i += 1) {
    if (mode === "strict" && own(a, i) !== own(b, i)) return false;
    if (!compare(a[i], b[i], mode === "match" ? "match" : mode, path, depth)) return false;
  }
  return compareKeys(a, b, mode, path, depth, true);
}

function compareMaps(a: unknown[], b: unknown[], mode: Mode, path: [unknown, unknown][], depth: number): boolean {
  if (a.length !== b.length) return false;
  const inner = mode === "match" ? "equal" : mode;
  const lookup = new Map<unknown, unknown>();
  for (let i = 0; i < a.length; i += 2) lookup.set(a[i], a[i + 1]);
  const used = new Set<number>();
  outer: for (let i = 0; i < b.length; i += 2) {
    const key = b[i];
    if ((typeof key !== "object" || key === null) && lookup.has(key)) {
      if (!compare(lookup.get(key), b[i + 1], inner, path, depth)) return false;
      continue;
    }
    for (let j = 0; j < a.length; j += 2) {
      if (used.has(j) || !compare(a[j], key, inner, path, depth)) continue;
      if (!compare(a[j + 1], b[i + 1], inner, path, depth)) continue;
      used.add(j);
      continue outer;
    }
    return false;
  }
  return true;
}

function compareSets(a: unknown[], b: unknown[], mode: Mode, path: [unknown, unknown][], depth: number): boolean {
  if (a.length !== b.length) return false;
  const inner = mode === "match" ? "equal" : mode;
  const members = new Set(a);
  const used = new Set<number>();
  outer: for (const item of b) {
    if (members.has(item)) continue;
    for (let j = 0; j < a.length; j += 1) {
      if (used.has(j) || !compare(a[j], item, inner, path, depth)) continue;
      used.add(j);
      continue outer;
    }
    return false;
  }
  return true;
}

const MOST_ITERATED = 100_000;
/** Objects of a learner's iterable class keep their state where no key shows it: what they yield is compared too. */
function compareIterables(a: object, b: object, mode: Mode, path: [unknown, unknown][], depth: number): boolean {
  const left = (a as Partial<Iterable<unknown>>)[Symbol.iterator];
  const right = (b as Partial<Iterable<unknown>>)[Symbol.iterator];
  if (typeof left !== "function" || typeof right !== "function") return typeof left === typeof right || mode === "match";
  if (isIterator(a) || isIterator(b)) return false;
  const other = (b as Iterable<unknown>)[Symbol.iterator]();
  let count = 0;
  for (const item of a as Iterable<unknown>) {
    count += 1;
    if (count > MOST_ITERATED) return false;
    const next = other.next();
    if (next.done === true || !compare(item, next.value, mode, path, depth)) return false;
  }
  return other.next().done === true;
}
/** Iterating it would use it up. */
function isIterator(value: object): boolean {
  return typeof (value as { next?: unknown }).next === "function";
}

function enumerableKeys(object: object): (string | symbol)[] {
  return Reflect.ownKeys(object).filter((key) => Reflect.getOwnPropertyDescriptor(object, key)?.enumerable === true);
}

function compareKeys(a: object, b: object, mode: Mode, path: [unknown, unknown][], depth: number, skipIndices = false): boolean {
  const isIndex = (key: string | symbol): boolean => skipIndices && typeof key === "string" && isDigits(key);
  const expectedKeys = enumerableKeys(b).filter((key) => !isIndex(key));
  // Its own list first: a proxy is not asked for names that it does not have, and so does not learn what was expected.
  const actualKeys = enumerableKeys(a).filter((key) => !isIndex(key));
  const present = new Set(actualKeys);
  // Errors keep their own properties out of lists (`message`, `cause`).
  const kindHidesKeys = membrane.brandOf(a) === "Error";
  for (const key of expectedKeys) {
    const expected = (b as Record<PropertyKey, unknown>)[key];
    const has = present.has(key) || (mode === "match" ? key in a : kindHidesKeys && own(a, key));
    if (!has) {
      if (mode !== "equal") return false;
      const matcher = matcherOf(expected);
      if (matcher === undefined ? expected !== undefined : !matcher.matches(undefined)) return false;
      continue;
    }
    if (!compare((a as Record<PropertyKey, unknown>)[key], expected, mode, path, depth)) return false;
  }
  if (mode === "match") return true;
  for (const key of actualKeys) {
    if (own(b, key)) continue;
    if (mode === "strict" || (a as Record<PropertyKey, unknown>)[key] !== undefined) return false;
  }
  return true;
}

/** Without a pattern, which every new isolate would compile for the first comparison of arrays. */
function isDigits(key: string): boolean {
  for (let i = 0; i < key.length; i += 1) {
    const code = key.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return key !== "";
}
