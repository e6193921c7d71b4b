/**
 * What the learner's realm may do with the page. The DOM's own objects live in the judge's realm, so nothing that the learner
 * patches in their realm reaches them; this keeps them from patching the DOM itself through the membrane:
 *
 * - What the DOM defines stays as it is: no class, prototype or method of it is changed, and no element, event or document gets a
 *   property of its own over one of the DOM's. Its setters work as ever.
 * - What programs add to its prototypes, and define on its objects, they see, and tests and the library do not.
 * - The library's inner state, which it keeps under symbols, is neither seen nor changed from there.
 * - A custom element's class is the learner's, and so is what it says of itself.
 */
import * as PropertySymbol from "happy-dom/lib/PropertySymbol.js";
import HTMLCollection from "happy-dom/lib/nodes/element/HTMLCollection.js";
import NamedNodeMap from "happy-dom/lib/nodes/element/NamedNodeMap.js";
import HTMLFormElement from "happy-dom/lib/nodes/html-form-element/HTMLFormElement.js";
import HTMLSelectElement from "happy-dom/lib/nodes/html-select-element/HTMLSelectElement.js";
import NodeList from "happy-dom/lib/nodes/node/NodeList.js";
import { CONFIGURABLE, HAS_CONFIGURABLE } from "../../../judge/membrane/port.ts";
import type { Key, Port } from "../../../judge/membrane/port.ts";

const { getOwnPropertyDescriptor, getPrototypeOf, has } = Reflect;

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

/** `form.email`, `list[0]`, `attributes.href`: what such an object has of its own would hide them. */
function hasNamedParts(target: object): boolean {
  return target instanceof HTMLCollection || target instanceof NodeList || target instanceof NamedNodeMap || target instanceof HTMLFormElement || target instanceof HTMLSelectElement;
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

/** Whether a property that has the DOM's name can be set: the DOM gave it a setter. */
function isSettable(target: object, key: Key): boolean {
  for (let at = getPrototypeOf(target); at !== null; at = getPrototypeOf(at)) {
    const found = prototypes.has(at) ? getOwnPropertyDescriptor(at, key) : undefined;
    if (found !== undefined) return found.set !== undefined;
  }
  return false;
}

type Where = "refused" | "theirs" | "there";

/** What becomes of a definition: `theirs` is kept for the learner's realm alone. */
function placeDefinition(target: object, key: Key): Where {
  if (typeof target === "function" || isInner(key)) return "refused";
  if (!isDom(target)) return "there";
  return isTaken(target, key) ? "refused" : "theirs";
}

/** `receiver` is what the property would be set on: the target itself as a rule, and anything at all when a program says so. */
function placeSetting(target: object, key: Key, receiver: unknown): Where {
  if (typeof target === "function" || typeof receiver === "function" || isInner(key)) return "refused";
  const on = typeof receiver === "object" && receiver !== null ? receiver : target;
  if (!isDom(on)) return "there";
  if (prototypes.has(on)) return isTaken(on, key) ? "refused" : "theirs";
  if (isTaken(on, key)) return isSettable(on, key) && (on === target || isSettable(target, key) || prototypes.has(target)) ? "there" : "refused";
  if (!hasNamedParts(on)) return "there";
  return has(on, key) ? "refused" : "theirs";
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
  /** What their realm has added to objects of the DOM: seen by it, and never by tests or the library. */
  const additions = new WeakMap<object, object>();
  let added = false;
  const additionsOf = (target: object): object => {
    const known = additions.get(target) ?? (Object.create(null) as object);
    additions.set(target, known);
    added = true;
    return known;
  };
  const findAddition = (target: object, key: Key): object | null => {
    if (!added) return null;
    for (let at: object | null = target; at !== null; at = getPrototypeOf(at)) {
      const own = additions.get(at);
      if (own !== undefined && getOwnPropertyDescriptor(own, key) !== undefined) return own;
      if (getOwnPropertyDescriptor(at, key) !== undefined) return null;
    }
    return null;
  };

  return {
    ...port,
    get: within((target, key, receiver) => (isInner(key) ? undefined : port.get(findAddition(target, key) ?? target, key, receiver))),
    set: within((target, key, value, receiver) => {
      const where = placeSetting(target, key, receiver);
      if (where === "theirs") return port.set(findAddition(target, key) ?? additionsOf(receiver as object), key, value, findAddition(target, key) ?? additionsOf(receiver as object));
      return where === "there" && port.set(target, key, value, receiver);
    }),
    has: within((target, key) => !isInner(key) && (findAddition(target, key) !== null || port.has(target, key))),
    remove: within((target, key) => {
      const own = additions.get(target);
      if (own !== undefined && getOwnPropertyDescriptor(own, key) !== undefined) return port.remove(own, key);
      return placeDefinition(target, key) !== "refused" && port.remove(target, key);
    }),
    keys: within((target) => {
      port.keys(target);
      const own = additions.get(target);
      if (own !== undefined) port.keys(own);
    }),
    describe: within((target, key) => {
      const own = additions.get(target);
      if (!isInner(key)) port.describe(own !== undefined && getOwnPropertyDescriptor(own, key) !== undefined ? own : target, key);
    }),
    define: within((target, key, flags, value, get, set) => {
      const where = placeDefinition(target, key);
      // It can be taken back, so that what is said of it stays true of what stands for the object there.
      return where !== "refused" && port.define(where === "theirs" ? additionsOf(target) : target, key, where === "theirs" ? flags | CONFIGURABLE | HAS_CONFIGURABLE : flags, value, get, set);
    }),
    prototype: within(port.prototype),
    setPrototype: within((target, prototype) => typeof target !== "function" && !isDom(target) && port.setPrototype(target, prototype)),
    extensible: within(port.extensible),
    preventExtensions: within((target) => typeof target !== "function" && !isDom(target) && port.preventExtensions(target)),
    apply: within(port.apply),
    construct: within(port.construct),
    contents: within(port.contents),
  };
}
