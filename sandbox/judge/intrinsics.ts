/**
 * The built-in objects of the realm in which this code is evaluated, in an order that is the same in every realm.
 * Both sides of the membrane list them before any learner's code runs, so number n here is number n there.
 */

import { pristineFlags, pristinePatterns } from "./pristine-patterns.ts";

export interface Intrinsics {
  /** Objects that stand for each other across the membrane: constructors, prototypes, the global object, `eval`. */
  linked: object[];
  /**
   * For prototypes whose methods read internal slots (Map, Date, Promise …), a copy of every property as it was at the
   * start. Such methods refuse a proxy, so the owner's side runs its own pristine one; a patched one is never used.
   */
  pristine: (Map<string | symbol, PropertyDescriptor> | undefined)[];
  /** Every name that some linked prototype had at the start. */
  names: Set<string | symbol>;
}

const SLOT_CLASSES = [
  "Map", "Set", "WeakMap", "WeakSet", "WeakRef", "Date", "RegExp", "Promise", "ArrayBuffer", "DataView",
  "String", "Number", "Boolean", "Symbol", "BigInt", "FinalizationRegistry",
  "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
  "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
] as const;

const PLAIN_CLASSES = [
  "Object", "Function", "Array", "Error", "AggregateError", "EvalError", "RangeError", "ReferenceError",
  "SyntaxError", "TypeError", "URIError", "Iterator",
] as const;

const LINKED_ONLY = ["Proxy", "eval", "SuppressedError", "Intl", "Math", "JSON", "Reflect"] as const;

/** Lists the realm's intrinsics. Call it first, while the realm is as the engine made it. */
export function collectIntrinsics(): Intrinsics {
  const { getPrototypeOf, getOwnPropertyDescriptor, ownKeys } = Reflect;
  const global = globalThis as unknown as Record<string, unknown>;
  const linked: object[] = [];
  const pristine: (Map<string | symbol, PropertyDescriptor> | undefined)[] = [];
  const names = new Set<string | symbol>();

  const isObject = (value: unknown): value is object =>
    (typeof value === "object" && value !== null) || typeof value === "function";

  const link = (value: unknown, slots: boolean): void => {
    // A hole keeps the numbering when an engine lacks one of these.
    const target = isObject(value) ? value : {};
    linked.push(target);
    if (!slots) {
      pristine.push(undefined);
      return;
    }
    const table = new Map<string | symbol, PropertyDescriptor>();
    for (const key of ownKeys(target)) {
      const descriptor = getOwnPropertyDescriptor(target, key);
      // `constructor` leads to a linked constructor and is left to the receiver's own side.
      if (descriptor !== undefined && key !== "constructor") table.set(key, descriptor);
    }
    if (target === RegExp.prototype) {
      table.set("flags", { __proto__: null, get: pristineFlags(), configurable: true } as PropertyDescriptor);
      for (const [name, descriptor] of pristinePatterns()) table.set(name, descriptor);
    }
    pristine.push(table);
  };
  const linkPrototype = (value: unknown, slots: boolean): void => {
    link(value, slots);
    if (isObject(value)) for (const key of ownKeys(value)) names.add(key);
  };

  link(globalThis, false);
  for (const name of LINKED_ONLY) link(global[name], false);
  for (const name of PLAIN_CLASSES) {
    const constructor = global[name] as { prototype?: unknown } | undefined;
    link(constructor, false);
    linkPrototype(constructor?.prototype, false);
  }
  for (const name of SLOT_CLASSES) {
    const constructor = global[name] as { prototype?: unknown } | undefined;
    link(constructor, false);
    linkPrototype(constructor?.prototype, true);
  }
  const typedArray = getPrototypeOf(Int8Array) as { prototype: object };
  link(typedArray, false);
  linkPrototype(typedArray.prototype, true);

  function* generator(): Generator<number> { yield 1; }
  async function* asyncGenerator(): AsyncGenerator<number> { yield 1; }
  async function asyncFunction(): Promise<void> {}
  for (const sample of [generator, asyncGenerator, asyncFunction]) {
    const prototype = getPrototypeOf(sample) as { constructor: unknown; prototype?: object };
    link(prototype.constructor, false);
    linkPrototype(prototype, false);
    if (prototype.prototype !== undefined) {
      linkPrototype(prototype.prototype, true);
      linkPrototype(getPrototypeOf(prototype.prototype), sample === asyncGenerator);
    }
  }
  const helper = (global["Iterator"] as { prototype?: { map?: unknown } } | undefined)?.prototype?.map;
  const iterators: unknown[] = [
    [][Symbol.iterator](), new Map()[Symbol.iterator](), new Set()[Symbol.iterator](), ""[Symbol.iterator](),
    "".matchAll(/x/g), typeof helper === "function" ? (helper as (f: unknown) => unknown).call([].values(), Number) : undefined,
  ];
  for (const iterator of iterators) {
    linkPrototype(isObject(iterator) ? getPrototypeOf(iterator) : undefined, true);
  }
  return { linked, pristine, names };
}
