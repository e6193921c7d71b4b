/** Faces: proxies made of this realm's parts that stand for the other realm's objects, and what happens to them. */
import { faces, linked, theirs } from "./books.ts";
import { Stamp } from "../slots.ts";
import { askKeys, cross, give, giveAll, other, takeDescriptor, takeLinked } from "./crossing.ts";
import { matchDates, twinCount } from "./dates.ts";
import { flagsOf, own } from "./descriptors.ts";
import { CONFIGURABLE, HAS_CONFIGURABLE } from "./port.ts";
import type { Key } from "./port.ts";

const { apply, defineProperty, deleteProperty, get: reflectGet, isExtensible, preventExtensions, setPrototypeOf } = Reflect;
const { isArray } = Array;
const ProxyOf = Proxy;
const { freeze } = Object;
const { bind } = Function.prototype;

/** A shadow (proxy target) keeps the other side's object. */
const { put: stamp, companionOf: targetOf } = Stamp;

let afterCall = (): void => {};
/** `act` is called after each call from here to the other side. */
export function afterCalls(act: () => void): void {
  afterCall = act;
}

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

/** The proxy here that stands for an object of the other side. */
export function face(target: object): object {
  const known = faces.get(target);
  if (known !== undefined) return known;
  const shadow = makeShadow(target);
  const made = new ProxyOf(shadow, handler);
  stamp(shadow, target);
  faces.set(target, made);
  theirs.set(made, target);
  return made;
}

function receiverFor(shadow: object, receiver: unknown): unknown {
  const target = targetOf(shadow);
  return faces.get(target) === receiver ? target : give(receiver);
}
/** A face of a built-in of the other side, which otherwise stands for this side's own. */
export function faceOfLinked(target: object): object {
  const shadow = makeShadow(target);
  const made = new ProxyOf(shadow, handler);
  stamp(shadow, target);
  theirs.set(made, target);
  return made;
}

function describeFace(shadow: object, key: Key): PropertyDescriptor | undefined {
  cross(other.describe, targetOf(shadow), key);
  const found = takeDescriptor();
  // A proxy may only call a property fixed when its own target has it fixed.
  if (found !== undefined && found.configurable === false) defineProperty(shadow, key, found);
  return found;
}
function lockShadow(shadow: object): void {
  const keys = askKeys(targetOf(shadow));
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
    takeLinked();
    const answer = cross(other.get, targetOf(shadow), key, receiverFor(shadow, receiver));
    const index = takeLinked();
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
    return askKeys(targetOf(shadow));
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
      afterCall();
    }
  },
  construct(shadow: object, args: unknown[], newTarget: object): object {
    if (twinCount > 0) matchDates();
    try {
      return cross(other.construct, targetOf(shadow), giveAll(args), give(newTarget)) as object;
    } finally {
      if (twinCount > 0) matchDates();
      afterCall();
    }
  },
} as ProxyHandler<object>;
freeze(handler);
