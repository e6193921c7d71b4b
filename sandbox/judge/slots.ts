/** What an object of this realm is by its internal slots, and what is in them, whatever its methods and prototypes claim. */
import { pristineFlags } from "./pristine-patterns.ts";

type AnyFunction = (...args: unknown[]) => unknown;

export interface Slots {
  /** `Map`, `Date`, `Uint8Array`, `Error` … or `Object`. */
  brand(target: object): string;
  contents(target: object): unknown[];
  isDate(target: object): target is Date;
  /** Its prototype is this realm's `Date.prototype`, so it may be a date without more to it. */
  looksLikeDate(value: object): boolean;
  timeOf(date: Date): number;
}

const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Reflect;

/** An own element, whatever setters somebody hung on `Array.prototype`. */
export function put(list: unknown[], index: number, value: unknown): void {
  defineProperty(list, index, { __proto__: null, value, writable: true, enumerable: true, configurable: true } as PropertyDescriptor);
}

/** A WeakMap whose methods are its own, so that a patched prototype does not reach it. */
export function privateMap<K extends object, V>(): { get(key: K): V | undefined; set(key: K, value: V): void } {
  const map = new WeakMap<K, V>();
  const { get, set } = map;
  defineProperty(map, "get", { __proto__: null, value: get } as PropertyDescriptor);
  defineProperty(map, "set", { __proto__: null, value: set } as PropertyDescriptor);
  setPrototypeOf(map, null);
  return map;
}

class Given {
  constructor(object: object) {
    return object;
  }
}
/** Keeps an object's companion in a private field of the object itself: cheaper than a map, and nobody else can read it. */
export class Stamp extends Given {
  #companion: object;
  private constructor(object: object, companion: object) {
    super(object);
    this.#companion = companion;
  }
  static put(object: object, companion: object): void {
    new Stamp(object, companion);
  }
  static companionOf(object: object): object {
    return (object as Stamp).#companion;
  }
}

type IsError = (value: unknown) => boolean;
const readIsError = (): IsError | undefined => (Error as unknown as { isError?: IsError }).isError;
let isErrorNative = readIsError();
/** While a start snapshot is made the engine does not have all of its newer functions. Called when a realm begins, before untrusted code is there. */
export function bindNewerFunctions(): void {
  isErrorNative = readIsError();
}

/** Captures this realm's checks. Call it before untrusted code is there. */
export function createSlots(): Slots {
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { getTime } = Date.prototype;
  const datePrototype = Date.prototype;
  const slotBrand = privateMap<object, AnyFunction>();

  function timeOf(date: Date): number {
    return apply(getTime, date, []);
  }
  function looksLikeDate(value: object): boolean {
    try {
      return getPrototypeOf(value) === datePrototype;
    } catch {
      return false;
    }
  }
  function isDate(target: object): target is Date {
    try {
      apply(getTime, target, []);
    } catch {
      return false;
    }
    return true;
  }

  function brand(target: object): string {
    try {
      if (isArray(target)) return "Array";
      if (isErrorNative?.(target) === true) return "Error";
      if (typeof target === "function") return "Function";
      if (typeof target === "object" && looksLikeDate(target) && isDate(target)) return "Date";
      if (isView(target)) return brandOfView(target);
      let at: object | null = getPrototypeOf(target);
      while (at !== null) {
        const probe = slotBrand.get(at);
        if (probe !== undefined) {
          try {
            return probe(target) as string;
          } catch {
            // An impostor: it inherits from the class and has none of its slots.
          }
        }
        at = getPrototypeOf(at);
      }
    } catch {
      return "Object";
    }
    return "Object";
  }

  const tagOfTypedArray = getOwnPropertyDescriptor(getPrototypeOf(Int8Array.prototype) as object, Symbol.toStringTag)?.get as AnyFunction;
  function brandOfView(target: object): string {
    const tag = apply(tagOfTypedArray, target, []);
    return typeof tag === "string" ? tag : "DataView";
  }
  function probe(prototype: object, name: string, check: AnyFunction): void {
    slotBrand.set(prototype, (target: unknown) => {
      apply(check, target, name === "WeakMap" || name === "WeakSet" ? [target] : []);
      return name;
    });
  }
  function getterOf(prototype: object, key: string): AnyFunction {
    return getOwnPropertyDescriptor(prototype, key)?.get as AnyFunction;
  }
  probe(Map.prototype, "Map", getterOf(Map.prototype, "size"));
  probe(Date.prototype, "Date", getTime as AnyFunction);
  probe(Set.prototype, "Set", getterOf(Set.prototype, "size"));
  probe(RegExp.prototype, "RegExp", getterOf(RegExp.prototype, "source"));
  probe(ArrayBuffer.prototype, "ArrayBuffer", getterOf(ArrayBuffer.prototype, "byteLength"));
  probe(String.prototype, "String", String.prototype.valueOf as AnyFunction);
  probe(Number.prototype, "Number", Number.prototype.valueOf as AnyFunction);
  probe(Boolean.prototype, "Boolean", Boolean.prototype.valueOf as AnyFunction);
  probe(Symbol.prototype, "Symbol", Symbol.prototype.valueOf as AnyFunction);
  probe(BigInt.prototype, "BigInt", BigInt.prototype.valueOf as AnyFunction);
  probe(WeakMap.prototype, "WeakMap", WeakMap.prototype.has as AnyFunction);
  probe(WeakSet.prototype, "WeakSet", WeakSet.prototype.has as AnyFunction);
  probe(WeakRef.prototype, "WeakRef", WeakRef.prototype.deref as AnyFunction);
  const mapEach = Map.prototype.forEach, setEach = Set.prototype.forEach;
  const sourceOf = getterOf(RegExp.prototype, "source"), flagsOfPattern = pristineFlags() as AnyFunction;
  const bufferLength = getterOf(ArrayBuffer.prototype, "byteLength");
  const viewLength = getterOf(getPrototypeOf(Int8Array.prototype) as object, "length");
  const viewBuffer = getterOf(DataView.prototype, "buffer");
  const viewOffset = getterOf(DataView.prototype, "byteOffset"), viewBytes = getterOf(DataView.prototype, "byteLength");
  const BytesOf = Uint8Array;
  const unwrap: Record<string, AnyFunction> = {
    __proto__: null as never,
    String: String.prototype.valueOf as AnyFunction,
    Number: Number.prototype.valueOf as AnyFunction,
    Boolean: Boolean.prototype.valueOf as AnyFunction,
    Symbol: Symbol.prototype.valueOf as AnyFunction,
    BigInt: BigInt.prototype.valueOf as AnyFunction,
    Date: getTime as AnyFunction,
  };

  function contents(target: object): unknown[] {
    const kind = brand(target);
    const items: unknown[] = [];
    let count = 0;
    const add = (value: unknown): void => {
      put(items, count, value);
      count += 1;
    };
    const simple = unwrap[kind];
    if (simple !== undefined) add(apply(simple, target, []));
    else if (kind === "Map") {
      apply(mapEach, target as Map<unknown, unknown>, [(value: unknown, key: unknown) => {
        add(key);
        add(value);
      }]);
    } else if (kind === "Set") apply(setEach, target as Set<unknown>, [(value: unknown) => add(value)]);
    else if (kind === "RegExp") {
      add(apply(sourceOf, target, []));
      add(apply(flagsOfPattern, target, []));
    } else if (kind === "ArrayBuffer" || kind === "DataView") {
      const bytes = kind === "ArrayBuffer"
        ? new BytesOf(target as ArrayBuffer, 0, apply(bufferLength, target, []) as number)
        : new BytesOf(apply(viewBuffer, target, []) as ArrayBuffer, apply(viewOffset, target, []) as number, apply(viewBytes, target, []) as number);
      const length = apply(viewLength, bytes, []) as number;
      for (let i = 0; i < length; i += 1) add(bytes[i]);
    } else if (isView(target)) {
      const length = apply(viewLength, target, []) as number;
      for (let i = 0; i < length; i += 1) add((target as Uint8Array)[i]);
    }
    return items;
  }

  // Promises have no check of their slot that could not be seen; nothing is decided by this one but how it is printed.
  slotBrand.set(Promise.prototype, () => "Promise");

  return { brand, contents, isDate, looksLikeDate, timeOf };
}
