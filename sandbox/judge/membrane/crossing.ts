/** Every value and every call between the realms goes through here (invariants 1 and 2). */
import { isObject, theirs } from "./books.ts";
import type { AnyFunction, Key, Port } from "./port.ts";
import { makeDescriptor } from "./descriptors.ts";
import { createSlots, put } from "../slots.ts";

const OverflowError = RangeError;
export const slots = createSlots();
const { looksLikeDate } = slots;

/** The other side. */
export let other: Port;
export function connectPort(foreign: Port): void {
  other = foreign;
}

// Answers of the call in progress, set by the other side just before it returns.
let pending = false;
let pendingError: unknown;
let linkedAnswer = -1;
let descriptorFlags = -1;
let descriptorValue: unknown, descriptorGet: unknown, descriptorSet: unknown;
let keyAnswer: Key[] = [];
let keyCount = 0;
let itemAnswer: unknown[] = [];
let itemCount = 0;

export function overflow(): never {
  pending = false;
  pendingError = undefined;
  throw new OverflowError("Maximum call stack size exceeded");
}

/** Calls a function of the other side. What it throws raw never gets further than here (invariant 2). */
export function cross(operation: unknown, a?: unknown, b?: unknown, c?: unknown, d?: unknown, e?: unknown, f?: unknown): unknown {
  let answer: unknown;
  try {
    answer = (operation as AnyFunction)(a, b, c, d, e, f);
  } catch {
    linkedAnswer = -1;
    descriptorFlags = -1;
    return overflow();
  }
  if (pending) {
    const error = pendingError;
    pending = false;
    pendingError = undefined;
    throw error;
  }
  return answer;
}

/** A value of this realm (or a face) as the other realm sees it. */
export function give(value: unknown): unknown {
  if (!isObject(value)) return value;
  const back = theirs.get(value);
  if (back !== undefined) return back;
  const date = typeof value === "object" && looksLikeDate(value);
  try {
    return date ? other.date(value) : other.face(value);
  } catch {
    return overflow();
  }
}

export function giveAll(args: unknown[]): unknown[] {
  const given: unknown[] = [];
  for (let i = 0; i < args.length; i += 1) put(given, i, give(args[i]));
  return given;
}

/** Reports what untrusted code threw. `give` may overflow: then the caller's `cross` replaces what comes out. */
export function fail(error: unknown): undefined {
  other.raise(give(error));
  return undefined;
}

// ---- answers ----

export function raise(error: unknown): void {
  pendingError = error;
  pending = true;
}
export function answerLinked(index: number): void {
  linkedAnswer = index;
}
/** The built-in in which a search of the other side ended, to be asked here; -1 when it did not. */
export function takeLinked(): number {
  const index = linkedAnswer;
  linkedAnswer = -1;
  return index;
}
export function answerDescriptor(flags: number, value: unknown, getter: unknown, setter: unknown): void {
  descriptorFlags = flags;
  descriptorValue = value;
  descriptorGet = getter;
  descriptorSet = setter;
}
export function takeDescriptor(): PropertyDescriptor | undefined {
  const flags = descriptorFlags;
  const value = descriptorValue, getter = descriptorGet, setter = descriptorSet;
  descriptorFlags = -1;
  descriptorValue = descriptorGet = descriptorSet = undefined;
  return flags === -1 ? undefined : makeDescriptor(flags, value, getter, setter);
}
export function answerKey(key: Key): void {
  put(keyAnswer, keyCount, key);
  keyCount += 1;
}
/** Calls the other side, which answers with keys. */
export function askKeys(target: object): Key[] {
  keyAnswer = [];
  keyCount = 0;
  cross(other.keys, target);
  const keys = keyAnswer;
  keyAnswer = [];
  keyCount = 0;
  return keys;
}
export function answerItem(value: unknown): void {
  put(itemAnswer, itemCount, value);
  itemCount += 1;
}
export function askContents(target: object): unknown[] {
  itemAnswer = [];
  itemCount = 0;
  cross(other.contents, target);
  const items = itemAnswer;
  itemAnswer = [];
  return items;
}
