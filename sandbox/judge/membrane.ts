/**
 * The membrane between two realms of one isolate. The same code is evaluated in both; each side keeps the other's objects
 * to itself and shows proxies ("faces") made of its own realm's parts.
 *
 * Invariants, on which the integrity of every grade rests:
 * 1. A raw object of one realm is never given to untrusted code of the other: every value goes through `give`.
 * 2. Nothing thrown comes across raw. A function of the other side is called only through `cross`, which drops what
 *    it throws (a stack overflow inside the other side would otherwise hand over an error with that realm's `Function`).
 *    What untrusted code threw on purpose comes across converted, by `raise`.
 * 3. Built-in prototypes of both realms stand for each other, and built-in methods are looked up in the realm that asks,
 *    or (methods with internal slots) taken from copies made before untrusted code ran. Patching them has no effect.
 * 4. This code uses nothing that can be patched: no iteration, no methods of prototypes, no inherited options.
 */
import type { Intrinsics } from "./intrinsics.ts";
import { createSlots, privateMap, put } from "./slots.ts";

type Key = string | symbol;
type AnyFunction = (...args: unknown[]) => unknown;
type Native = unknown;

/** What one side lets the other's trusted code call. Objects in and out are native to the side that receives them. */
export interface Port {
  face(target: object): object;
  date(target: object): object;
  raise(error: Native): void;
  answerLinked(index: number): void;
  answerDescriptor(flags: number, value: Native, get: Native, set: Native): void;
  answerKey(key: Key): void;
  link(index: number, foreign: object): void;
  linked(index: number): object;
  get(target: object, key: Key, receiver: Native): Native;
  set(target: object, key: Key, value: Native, receiver: Native): boolean;
  has(target: object, key: Key): boolean;
  remove(target: object, key: Key): boolean;
  keys(target: object): void;
  describe(target: object, key: Key): void;
  define(target: object, key: Key, flags: number, value: Native, get: Native, set: Native): boolean;
  prototype(target: object): Native;
  setPrototype(target: object, prototype: object | null): boolean;
  extensible(target: object): boolean;
  preventExtensions(target: object): boolean;
  apply(target: object, self: Native, args: Native[]): Native;
  construct(target: object, args: Native[], newTarget: object): Native;
  brand(target: object): string;
  contents(target: object): void;
  answerItem(value: Native): void;
}

export interface Membrane {
  port: Port;
  connect(foreign: Port): void;
  /** A value of this realm (or a face) as the other realm sees it. */
  give(value: unknown): unknown;
  isFace(value: unknown): boolean;
  /** Which built-in kind of object it is by its internal slots, on whichever side it lives: `Map`, `Date`, `Object` … */
  brandOf(value: object): string;
  /**
   * What is inside by its slots, whatever methods it claims to have: a Map's keys and values in turn, a Set's members, a
   * typed array's or buffer's numbers, a RegExp's source and flags, a Date's time, the primitive of a wrapper.
   */
  contentsOf(value: object): unknown[];
  /** The other side sees this function as callable and nothing else. */
  hideProperties(target: object): void;
  /** How many calls of the other side into this one are on the stack. */
  depth(): number;
  /** A face of a built-in of the other side, which otherwise stands for this side's own. */
  faceOfLinked(target: object): object;
  /** Called after each call from here to the other side. */
  afterCalls(act: () => void): void;
  /** Forgets the dates that are kept equal on both sides. */
  forgetDates(): void;
}

const HAS_VALUE = 1, WRITABLE = 2, HAS_WRITABLE = 4, ENUMERABLE = 8, HAS_ENUMERABLE = 16, CONFIGURABLE = 32,
  HAS_CONFIGURABLE = 64, HAS_GET = 128, HAS_SET = 256;

export function createMembrane(intrinsics: Intrinsics): Membrane {
  const {
    apply, construct, defineProperty, deleteProperty, get: reflectGet, getOwnPropertyDescriptor, getPrototypeOf,
    has: reflectHas, isExtensible, ownKeys, preventExtensions, set: reflectSet, setPrototypeOf,
  } = Reflect;
  const { isArray } = Array;
  const ProxyOf = Proxy;
  const OverflowError = RangeError;
  const { freeze } = Object;
  const { bind } = Function.prototype;
  const { setTime } = Date.prototype;
  const { brand, contents, isDate, looksLikeDate, timeOf } = createSlots();
  const DateOf = Date;

  function sealMap<K, V>(map: Map<K, V>): Map<K, V> {
    const { get, has } = map;
    defineProperty(map, "get", { __proto__: null, value: get } as PropertyDescriptor);
    defineProperty(map, "has", { __proto__: null, value: has } as PropertyDescriptor);
    setPrototypeOf(map, null);
    return map;
  }
  const names = sealMap(new Map<Key, boolean>());
  for (const name of intrinsics.names) apply(Map.prototype.set, names, [name, true]);
  const { linked, pristine } = intrinsics;
  for (const table of pristine) if (table !== undefined) sealMap(table);

  const faces = privateMap<object, object>(); // the other side's object -> its face here
  const theirs = privateMap<object, object>(); // a face here -> the other side's object
  const targets = privateMap<object, object>(); // a shadow (proxy target) -> the other side's object
  const linkIndex = privateMap<object, number>(); // an intrinsic of this realm -> its number
  const hidden = privateMap<object, boolean>();
  for (let i = 0; i < linked.length; i += 1) {
    const target = linked[i];
    if (target !== undefined && linkIndex.get(target) === undefined) linkIndex.set(target, i);
  }

  let other: Port;
  let callDepth = 0;
  let afterCall: (() => void) | undefined;

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

  function overflow(): never {
    pending = false;
    pendingError = undefined;
    throw new OverflowError("Maximum call stack size exceeded");
  }

  /** Calls a function of the other side. What it throws raw never gets further than here (invariant 2). */
  function cross(operation: unknown, a?: unknown, b?: unknown, c?: unknown, d?: unknown, e?: unknown, f?: unknown): unknown {
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

  function isObject(value: unknown): value is object {
    return (typeof value === "object" && value !== null) || typeof value === "function";
  }

  function give(value: unknown): unknown {
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

  function giveAll(args: unknown[]): unknown[] {
    const given: unknown[] = [];
    for (let i = 0; i < args.length; i += 1) put(given, i, give(args[i]));
    return given;
  }

  /** Reports what untrusted code threw. `give` may overflow: then the caller's `cross` replaces what comes out. */
  function fail(error: unknown): undefined {
    other.raise(give(error));
    return undefined;
  }

  // ---- dates: real ones on both sides, kept equal at every call, because code copies dates with `new Date(date)` ----
  let twins: { here: Date; there: Date; at: number }[] = [];
  let twinCount = 0;

  function matchDates(): void {
    for (let i = 0; i < twinCount; i += 1) {
      const twin = twins[i];
      if (twin === undefined) continue;
      const here = timeOf(twin.here), there = timeOf(twin.there);
      // Both sides' calls match, so at most one of the two can have changed since.
      if (here !== twin.at && here === here) {
        apply(setTime, twin.there, [here]);
        twin.at = here;
      } else if (there !== twin.at && there === there) {
        apply(setTime, twin.here, [there]);
        twin.at = there;
      }
    }
  }
  function dateTwin(target: object): object {
    const known = faces.get(target);
    if (known !== undefined) return known;
    if (!isDate(target)) return face(target);
    const here = new DateOf(timeOf(target));
    put(twins, twinCount, { __proto__: null, here, there: target, at: timeOf(target) });
    twinCount += 1;
    faces.set(target, here);
    theirs.set(here, target);
    return here;
  }

  // ---- faces ----
  function makeShadow(target: object): object {
    if (typeof target === "function") {
      // A bound function can be called and constructed and has no `prototype` that could not be removed.
      const shadow = apply(bind, function () {}, []) as object;
      deleteProperty(shadow, "name");
      deleteProperty(shadow, "length");
      return shadow;
    }
    try {
      return isArray(target) ? [] : {};
    } catch {
      return {};
    }
  }

  function face(target: object): object {
    const known = faces.get(target);
    if (known !== undefined) return known;
    const shadow = makeShadow(target);
    const made = new ProxyOf(shadow, handler);
    targets.set(shadow, target);
    faces.set(target, made);
    theirs.set(made, target);
    return made;
  }

  function targetOf(shadow: object): object {
    return targets.get(shadow) as object;
  }

  function receiverFor(shadow: object, receiver: unknown): unknown {
    const target = targetOf(shadow);
    return faces.get(target) === receiver ? target : give(receiver);
  }

  function readDescriptor(): PropertyDescriptor | undefined {
    const flags = descriptorFlags;
    const value = descriptorValue, getter = descriptorGet, setter = descriptorSet;
    descriptorFlags = -1;
    descriptorValue = descriptorGet = descriptorSet = undefined;
    if (flags === -1) return undefined;
    const made = { __proto__: null, enumerable: (flags & ENUMERABLE) !== 0, configurable: (flags & CONFIGURABLE) !== 0 } as PropertyDescriptor;
    if ((flags & (HAS_GET | HAS_SET)) !== 0) {
      made.get = getter as () => unknown;
      made.set = setter as (value: unknown) => void;
    } else {
      made.value = value;
      made.writable = (flags & WRITABLE) !== 0;
    }
    return made;
  }

  function describeFace(shadow: object, key: Key): PropertyDescriptor | undefined {
    cross(other.describe, targetOf(shadow), key);
    const found = readDescriptor();
    // A proxy may only call a property fixed when its own target has it fixed.
    if (found !== undefined && found.configurable === false) defineProperty(shadow, key, found);
    return found;
  }

  function listKeys(shadow: object): Key[] {
    keyAnswer = [];
    keyCount = 0;
    cross(other.keys, targetOf(shadow));
    const keys = keyAnswer;
    keyAnswer = [];
    keyCount = 0;
    return keys;
  }

  function lockShadow(shadow: object): void {
    const keys = listKeys(shadow);
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i] as Key;
      const found = describeFace(shadow, key);
      if (found !== undefined && found.configurable !== false) defineProperty(shadow, key, found);
    }
    setPrototypeOf(shadow, cross(other.prototype, targetOf(shadow)) as object | null);
    preventExtensions(shadow);
  }

  const handler: ProxyHandler<object> = {
    __proto__: null,
    get(shadow: object, key: Key, receiver: unknown): unknown {
      linkedAnswer = -1;
      const answer = cross(other.get, targetOf(shadow), key, receiverFor(shadow, receiver));
      const index = linkedAnswer;
      linkedAnswer = -1;
      return index === -1 ? answer : reflectGet(linked[index] as object, key, receiver);
    },
    set(shadow: object, key: Key, value: unknown, receiver: unknown): boolean {
      return cross(other.set, targetOf(shadow), key, give(value), receiverFor(shadow, receiver)) as boolean;
    },
    has(shadow: object, key: Key): boolean {
      return cross(other.has, targetOf(shadow), key) as boolean;
    },
    deleteProperty(shadow: object, key: Key): boolean {
      return cross(other.remove, targetOf(shadow), key) as boolean;
    },
    ownKeys(shadow: object): Key[] {
      return listKeys(shadow);
    },
    getOwnPropertyDescriptor(shadow: object, key: Key): PropertyDescriptor | undefined {
      return describeFace(shadow, key);
    },
    defineProperty(shadow: object, key: Key, descriptor: PropertyDescriptor): boolean {
      const flags = flagsOf(descriptor);
      const done = cross(
        other.define, targetOf(shadow), key, flags, give(own(descriptor, "value")), give(own(descriptor, "get")), give(own(descriptor, "set")),
      ) as boolean;
      if (done && (flags & HAS_CONFIGURABLE) !== 0 && (flags & CONFIGURABLE) === 0) describeFace(shadow, key);
      return done;
    },
    getPrototypeOf(shadow: object): object | null {
      return cross(other.prototype, targetOf(shadow)) as object | null;
    },
    setPrototypeOf(shadow: object, prototype: object | null): boolean {
      return cross(other.setPrototype, targetOf(shadow), give(prototype)) as boolean;
    },
    isExtensible(shadow: object): boolean {
      if (!isExtensible(shadow)) return false;
      const open = cross(other.extensible, targetOf(shadow)) as boolean;
      if (!open) lockShadow(shadow);
      return open;
    },
    preventExtensions(shadow: object): boolean {
      const done = cross(other.preventExtensions, targetOf(shadow)) as boolean;
      if (done) lockShadow(shadow);
      return done;
    },
    apply(shadow: object, self: unknown, args: unknown[]): unknown {
      if (twinCount > 0) matchDates();
      try {
        return cross(other.apply, targetOf(shadow), give(self), giveAll(args));
      } finally {
        if (twinCount > 0) matchDates();
        if (afterCall !== undefined) afterCall();
      }
    },
    construct(shadow: object, args: unknown[], newTarget: object): object {
      if (twinCount > 0) matchDates();
      try {
        return cross(other.construct, targetOf(shadow), giveAll(args), give(newTarget)) as object;
      } finally {
        if (twinCount > 0) matchDates();
        if (afterCall !== undefined) afterCall();
      }
    },
  } as ProxyHandler<object>;
  freeze(handler);

  function own(descriptor: PropertyDescriptor, field: "value" | "get" | "set"): unknown {
    const found = getOwnPropertyDescriptor(descriptor, field);
    return found === undefined ? undefined : found.value;
  }
  function flag(descriptor: PropertyDescriptor, field: string, present: number, on: number): number {
    const found = getOwnPropertyDescriptor(descriptor, field);
    if (found === undefined) return 0;
    return found.value ? present | on : present;
  }
  function flagsOf(descriptor: PropertyDescriptor): number {
    return flag(descriptor, "value", HAS_VALUE, 0) | flag(descriptor, "writable", HAS_WRITABLE, WRITABLE) |
      flag(descriptor, "enumerable", HAS_ENUMERABLE, ENUMERABLE) | flag(descriptor, "configurable", HAS_CONFIGURABLE, CONFIGURABLE) |
      flag(descriptor, "get", HAS_GET, 0) | flag(descriptor, "set", HAS_SET, 0);
  }

  // ---- what the other side may do with this side's objects ----
  const CONTINUE = -1;

  /** Set by `lookup` as its last act: the linked prototype in which the search ended, if it did. */
  let linkedHit = CONTINUE;
  function found(value: unknown): unknown {
    // Untrusted code may have run since the search began, and may have searched itself.
    linkedHit = CONTINUE;
    return value;
  }
  function lookup(target: object, key: Key, receiver: unknown): unknown {
    let at: object | null = target;
    if (!names.has(key)) {
      const value = reflectGet(target, key, receiver);
      if (value !== undefined) return found(value);
      // Not here: what the asking realm has added to its own built-in prototypes counts there.
      while (at !== null && linkIndex.get(at) === undefined) at = getPrototypeOf(at);
      linkedHit = at === null ? CONTINUE : (linkIndex.get(at) as number);
      return undefined;
    }
    while (at !== null) {
      const index = linkIndex.get(at);
      const table = index === undefined ? undefined : pristine[index];
      if (index !== undefined && (table === undefined || key === "constructor")) {
        linkedHit = index;
        return undefined;
      }
      const descriptor = table === undefined ? getOwnPropertyDescriptor(at, key) : table.get(key);
      if (descriptor !== undefined) {
        const value = getOwnPropertyDescriptor(descriptor, "value");
        if (value !== undefined) return found(value.value);
        const getter = own(descriptor, "get");
        return found(getter === undefined ? undefined : apply(getter as AnyFunction, receiver, []));
      }
      at = getPrototypeOf(at);
    }
    return found(undefined);
  }

  const port: Port = {
    __proto__: null,
    face,
    date: dateTwin,
    raise(error: unknown): void {
      pendingError = error;
      pending = true;
    },
    answerLinked(index: number): void {
      linkedAnswer = index;
    },
    answerDescriptor(flags: number, value: unknown, getter: unknown, setter: unknown): void {
      descriptorFlags = flags;
      descriptorValue = value;
      descriptorGet = getter;
      descriptorSet = setter;
    },
    answerKey(key: Key): void {
      put(keyAnswer, keyCount, key);
      keyCount += 1;
    },
    linked(index: number): object {
      return linked[index] as object;
    },
    link(index: number, foreign: object): void {
      const mine = linked[index];
      if (mine === undefined || linkIndex.get(mine) !== index) return;
      faces.set(foreign, mine);
      theirs.set(mine, foreign);
    },
    get(target: object, key: Key, receiver: unknown): unknown {
      let value: unknown;
      let threw = false;
      let hit = CONTINUE;
      if (hidden.get(target) === true) {
        hit = linkIndex.get(Function.prototype) as number;
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
      const descriptor = { __proto__: null } as PropertyDescriptor;
      if ((flags & HAS_VALUE) !== 0) descriptor.value = value;
      if ((flags & HAS_WRITABLE) !== 0) descriptor.writable = (flags & WRITABLE) !== 0;
      if ((flags & HAS_ENUMERABLE) !== 0) descriptor.enumerable = (flags & ENUMERABLE) !== 0;
      if ((flags & HAS_CONFIGURABLE) !== 0) descriptor.configurable = (flags & CONFIGURABLE) !== 0;
      if ((flags & HAS_GET) !== 0) descriptor.get = getter as () => unknown;
      if ((flags & HAS_SET) !== 0) descriptor.set = setter as (value: unknown) => void;
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
    brand,
    contents(target: object): void {
      let items: unknown[] = [];
      try {
        items = contents(target);
      } catch {
        items = [];
      }
      for (let i = 0; i < items.length; i += 1) other.answerItem(give(items[i]));
    },
    answerItem(value: unknown): void {
      put(itemAnswer, itemCount, value);
      itemCount += 1;
    },
  } as Port;
  freeze(port);

  return {
    port,
    connect(foreign: Port): void {
      other = foreign;
    },
    give,
    isFace(value: unknown): boolean {
      return isObject(value) && theirs.get(value) !== undefined && linkIndex.get(value) === undefined;
    },
    brandOf(value: object): string {
      const target = theirs.get(value);
      if (target === undefined || linkIndex.get(value) !== undefined) return brand(value);
      return cross(other.brand, target) as string;
    },
    contentsOf(value: object): unknown[] {
      const target = theirs.get(value);
      if (target === undefined || linkIndex.get(value) !== undefined) return contents(value);
      itemAnswer = [];
      itemCount = 0;
      cross(other.contents, target);
      const items = itemAnswer;
      itemAnswer = [];
      return items;
    },
    hideProperties(target: object): void {
      hidden.set(target, true);
    },
    depth: () => callDepth,
    faceOfLinked(target: object): object {
      const shadow = makeShadow(target);
      const made = new ProxyOf(shadow, handler);
      targets.set(shadow, target);
      theirs.set(made, target);
      return made;
    },
    afterCalls(act: () => void): void {
      afterCall = act;
    },
    forgetDates(): void {
      if (twinCount < 64) return;
      twins = [];
      twinCount = 0;
    },
  };
}
