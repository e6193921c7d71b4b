/**
 * What the learner's realm may do with the page. The DOM's own objects live in the judge's realm, so nothing that the learner
 * patches in their realm reaches them; this keeps them from patching the DOM itself through the membrane:
 *
 * - What the DOM defines stays as it is: no class, prototype or method of it is changed, and no element, event or document gets a
 *   property of its own over one of the DOM's. Properties that the DOM has not, and setters that it has, work as ever.
 * - The library's inner state, which it keeps under symbols, is neither seen nor changed from there.
 * - A custom element's class is the learner's, and so is what it says of itself.
 */
import * as PropertySymbol from "happy-dom/lib/PropertySymbol.js";
import type { Key, Port } from "../../../judge/membrane/port.ts";

const { getOwnPropertyDescriptor, getPrototypeOf } = Reflect;

const INNER: ReadonlySet<unknown> = new Set(Object.values(PropertySymbol));
export function isInner(key: Key): boolean {
  return typeof key === "symbol" && INNER.has(key);
}

const prototypes = new WeakSet<object>();
/** The prototype and all from which it comes. */
export function guardPrototype(prototype: unknown): void {
  let at = prototype;
  while (typeof at === "object" && at !== null && at !== Object.prototype && at !== Function.prototype && at !== Array.prototype && !prototypes.has(at)) {
    prototypes.add(at);
    at = getPrototypeOf(at);
  }
}
/** Makes the classes of a window known. */
export function guardClasses(window: object): void {
  for (const key of Reflect.ownKeys(window)) {
    const found = getOwnPropertyDescriptor(window, key)?.value as unknown;
    if (typeof found === "function") guardPrototype((found as { prototype?: unknown }).prototype);
  }
}

/** Whether it is one of the DOM's objects as the DOM made it. An instance of a learner's class has their prototype before the DOM's. */
export function isDom(target: object): boolean {
  if (prototypes.has(target)) return true;
  const prototype = getPrototypeOf(target);
  return prototype !== null && prototypes.has(prototype);
}

/** Whether the DOM has this name on the object's prototypes, or has the object itself among them. */
function isTaken(target: object, key: Key): boolean {
  for (let at: object | null = target; at !== null; at = getPrototypeOf(at)) {
    if (prototypes.has(at) && getOwnPropertyDescriptor(at, key) !== undefined) return true;
  }
  return false;
}

function mayDefine(target: object, key: Key): boolean {
  if (typeof target === "function" || isInner(key)) return false;
  return !isDom(target) || !isTaken(target, key);
}

/** `receiver` is what the property would be set on: the target itself as a rule, and anything at all when a program says so. */
function maySet(target: object, key: Key, receiver: unknown): boolean {
  if (typeof target === "function" || typeof receiver === "function" || isInner(key)) return false;
  const on = typeof receiver === "object" && receiver !== null ? receiver : target;
  if (!isDom(on) || !isTaken(on, key)) return true;
  if (prototypes.has(on)) return false;
  for (let at: object | null = target; at !== null; at = getPrototypeOf(at)) {
    const found = getOwnPropertyDescriptor(at, key);
    if (found !== undefined) return prototypes.has(at) ? found.set !== undefined : at === on;
  }
  return false;
}

/** `enter` is told that the realm has begun to ask, and gives what is to be called at the end. */
export function guardPort(port: Port, enter: () => () => void): Port {
  const within = <A extends unknown[], R>(act: (...args: A) => R) => (...args: A): R => {
    const leave = enter();
    try {
      return act(...args);
    } finally {
      leave();
    }
  };
  return {
    ...port,
    get: within((target, key, receiver) => (isInner(key) ? undefined : port.get(target, key, receiver))),
    set: within((target, key, value, receiver) => maySet(target, key, receiver) && port.set(target, key, value, receiver)),
    has: within((target, key) => !isInner(key) && port.has(target, key)),
    remove: within((target, key) => mayDefine(target, key) && port.remove(target, key)),
    keys: within(port.keys),
    describe: within((target, key) => {
      if (!isInner(key)) port.describe(target, key);
    }),
    define: within((target, key, flags, value, get, set) => mayDefine(target, key) && port.define(target, key, flags, value, get, set)),
    prototype: within(port.prototype),
    setPrototype: within((target, prototype) => typeof target !== "function" && !isDom(target) && port.setPrototype(target, prototype)),
    extensible: within(port.extensible),
    preventExtensions: within((target) => typeof target !== "function" && !isDom(target) && port.preventExtensions(target)),
    apply: within(port.apply),
    construct: within(port.construct),
    contents: within(port.contents),
  };
}
