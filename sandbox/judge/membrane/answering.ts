/** What the other side may do with this side's objects. It calls these through its `cross`. */
import { hidden, linked, linkBuiltIn, linkIndex } from "./books.ts";
import { answerDescriptor, answerItem, answerKey, answerLinked, fail, give, other, raise, slots } from "./crossing.ts";
import { dateTwin, matchDates, twinCount } from "./dates.ts";
import { flagsOf, makeDefinition, own } from "./descriptors.ts";
import { face } from "./faces.ts";
import { CONTINUE, linkedHit, lookup } from "./lookup.ts";
import type { AnyFunction, Key, Port } from "./port.ts";

const {
  apply, construct, defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, has: reflectHas, isExtensible, ownKeys,
  preventExtensions, set: reflectSet, setPrototypeOf,
} = Reflect;
const { freeze } = Object;
const functionPrototype = Function.prototype;

/** How many calls of the other side into this one are on the stack. */
export let callDepth = 0;

let afterAnswer: ((value: object) => void) | undefined;
/** `act` is called with each object that a call of the other side into this one answers with. */
export function afterAnswers(act: (value: object) => void): void {
  afterAnswer = act;
}

export const port: Port = {
  __proto__: null,
  face,
  date: (target) => dateTwin(target) ?? face(target),
  raise,
  answerLinked,
  answerDescriptor,
  answerKey,
  linked(index: number): object {
    return linked[index] as object;
  },
  link: linkBuiltIn,
  get(target: object, key: Key, receiver: unknown): unknown {
    let value: unknown;
    let threw = false;
    let hit = CONTINUE;
    if (hidden.get(target) === true) {
      hit = linkIndex.get(functionPrototype) as number;
    } else {
      try {
        value = lookup(target, key, receiver);
        hit = linkedHit;
      } catch (error) {
        value = error;
        threw = true;
      }
    }
    if (threw) return fail(value);
    if (hit !== CONTINUE) {
      other.answerLinked(hit);
      return undefined;
    }
    return give(value);
  },
  set(target: object, key: Key, value: unknown, receiver: unknown): boolean {
    if (hidden.get(target) === true) return false;
    let error: unknown;
    try {
      return reflectSet(target, key, value, receiver);
    } catch (thrown) {
      error = thrown;
    }
    fail(error);
    return false;
  },
  has(target: object, key: Key): boolean {
    let error: unknown;
    try {
      return hidden.get(target) === true ? false : reflectHas(target, key);
    } catch (thrown) {
      error = thrown;
    }
    fail(error);
    return false;
  },
  remove(target: object, key: Key): boolean {
    if (hidden.get(target) === true) return false;
    let error: unknown;
    try {
      return deleteProperty(target, key);
    } catch (thrown) {
      error = thrown;
    }
    fail(error);
    return false;
  },
  keys(target: object): void {
    if (hidden.get(target) === true) return;
    let keys: Key[] = [];
    let error: unknown;
    let threw = false;
    try {
      keys = ownKeys(target);
    } catch (thrown) {
      error = thrown;
      threw = true;
    }
    if (threw) fail(error);
    for (let i = 0; i < keys.length; i += 1) other.answerKey(keys[i] as Key);
  },
  describe(target: object, key: Key): void {
    if (hidden.get(target) === true) return;
    let found: PropertyDescriptor | undefined;
    let error: unknown;
    let threw = false;
    try {
      found = getOwnPropertyDescriptor(target, key);
    } catch (thrown) {
      error = thrown;
      threw = true;
    }
    if (threw) {
      fail(error);
      return;
    }
    if (found === undefined) return;
    other.answerDescriptor(flagsOf(found), give(own(found, "value")), give(own(found, "get")), give(own(found, "set")));
  },
  define(target: object, key: Key, flags: number, value: unknown, getter: unknown, setter: unknown): boolean {
    if (hidden.get(target) === true) return false;
    const descriptor = makeDefinition(flags, value, getter, setter);
    let error: unknown;
    try {
      return defineProperty(target, key, descriptor);
    } catch (thrown) {
      error = thrown;
    }
    fail(error);
    return false;
  },
  prototype(target: object): unknown {
    let value: unknown;
    let threw = false;
    try {
      value = getPrototypeOf(target);
    } catch (error) {
      value = error;
      threw = true;
    }
    return threw ? fail(value) : give(value);
  },
  setPrototype(target: object, prototype: object | null): boolean {
    let error: unknown;
    try {
      return hidden.get(target) === true ? false : setPrototypeOf(target, prototype);
    } catch (thrown) {
      error = thrown;
    }
    fail(error);
    return false;
  },
  extensible(target: object): boolean {
    let error: unknown;
    try {
      return isExtensible(target);
    } catch (thrown) {
      error = thrown;
    }
    fail(error);
    return false;
  },
  preventExtensions(target: object): boolean {
    let error: unknown;
    try {
      return hidden.get(target) === true ? false : preventExtensions(target);
    } catch (thrown) {
      error = thrown;
    }
    fail(error);
    return false;
  },
  apply(target: object, self: unknown, args: unknown[]): unknown {
    let value: unknown;
    let threw = false;
    callDepth += 1;
    if (twinCount > 0) matchDates();
    try {
      value = apply(target as AnyFunction, self, args);
      if (afterAnswer !== undefined && typeof value === "object" && value !== null) afterAnswer(value);
    } catch (error) {
      value = error;
      threw = true;
    }
    callDepth -= 1;
    if (twinCount > 0) matchDates();
    return threw ? fail(value) : give(value);
  },
  construct(target: object, args: unknown[], newTarget: object): unknown {
    let value: unknown;
    let threw = false;
    callDepth += 1;
    if (twinCount > 0) matchDates();
    try {
      value = construct(target as AnyFunction, args, newTarget as AnyFunction);
    } catch (error) {
      value = error;
      threw = true;
    }
    callDepth -= 1;
    if (twinCount > 0) matchDates();
    return threw ? fail(value) : give(value);
  },
  brand: slots.brand,
  contents(target: object): void {
    let items: unknown[] = [];
    try {
      items = slots.contents(target);
    } catch {
      items = [];
    }
    for (let i = 0; i < items.length; i += 1) other.answerItem(give(items[i]));
  },
  answerItem,
} as Port;
freeze(port);
