/** What programs expect around them and an isolate lacks. Evaluated in both realms; everything is made of the realm's own parts. */
import { membrane } from "./realm.ts";
import { makeUrlClasses } from "./url.ts";

/** What the realm is given from outside. All arguments and answers are strings and numbers. */
export interface Outside {
  setTimer(callback: unknown, delayMs: unknown, repeat: boolean, args: unknown[]): number;
  clearTimer(id: unknown): void;
  elapsedMs(): number;
  /** An error of a callback that nobody can catch. */
  stray(error: unknown): void;
  /** Parses or changes a URL: JSON in, JSON out. */
  url(request: string): string;
}

/** A small fast generator (sfc32) so that a run's draws can be repeated. Not for secrets. */
export function seededRandom(seed: string): () => number {
  let a = 0x9e3779b9, b = 0x243f6a88, c = 0xb7e15162, d = 1;
  for (let i = 0; i < seed.length; i += 1) a = Math.imul(a ^ seed.charCodeAt(i), 2654435761) >>> 0;
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i += 1) next();
  return next;
}

export function seedRandom(seed: string): void {
  const random = seededRandom(seed);
  Object.defineProperty(Math, "random", { value: random, configurable: true, writable: true });
  const bytes = seededRandom(`${seed} bytes`);
  const crypto = {
    getRandomValues(array: unknown): unknown {
      const kind = typeof array === "object" && array !== null ? membrane.brandOf(array) : "";
      if (!/^(Big)?(Int|Uint)(8|16|32|64)(Clamped)?Array$/.test(kind)) throw new TypeError("getRandomValues needs an array of integers");
      const view = array as Uint8Array;
      for (let i = 0; i < view.length; i += 1) {
        const draw = Math.floor(bytes() * 4294967296);
        (view as unknown as (number | bigint)[])[i] = kind.startsWith("Big") ? BigInt(draw) * 4294967296n + BigInt(Math.floor(bytes() * 4294967296)) : draw;
      }
      return array;
    },
    randomUUID(): string {
      let text = "";
      for (let i = 0; i < 32; i += 1) {
        const digit = Math.floor(bytes() * 16);
        if (i === 8 || i === 12 || i === 16 || i === 20) text += "-";
        text += (i === 12 ? 4 : i === 16 ? (digit & 3) | 8 : digit).toString(16);
      }
      return text;
    },
  };
  install("crypto", crypto);
}

export function install(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: false });
}

/** Unlimited memory that no limit counts, and ways to block: gone before anything untrusted is there. */
export function removeDangers(): void {
  for (const name of ["WebAssembly", "SharedArrayBuffer", "Atomics"]) Reflect.deleteProperty(globalThis, name);
}

export function installWebGlobals(outside: Outside): void {
  const then = Promise.prototype.then;
  const resolved = Promise.resolve();
  const { apply } = Reflect;
  install("setTimeout", (callback: unknown, delay?: unknown, ...args: unknown[]) => outside.setTimer(callback, delay, false, args));
  install("setInterval", (callback: unknown, delay?: unknown, ...args: unknown[]) => outside.setTimer(callback, delay, true, args));
  install("setImmediate", (callback: unknown, ...args: unknown[]) => outside.setTimer(callback, 0, false, args));
  for (const name of ["clearTimeout", "clearInterval", "clearImmediate"]) install(name, (id?: unknown) => outside.clearTimer(id));
  install("queueMicrotask", (callback: unknown) => {
    if (typeof callback !== "function") throw new TypeError("The callback of queueMicrotask must be a function");
    apply(then, resolved, [() => {
      try {
        (callback as () => unknown)();
      } catch (error) {
        outside.stray(error);
      }
    }]);
  });
  install("performance", { now: () => outside.elapsedMs(), timeOrigin: Date.now() });
  install("structuredClone", structuredCloneHere);
  install("TextEncoder", TextEncoderHere);
  install("TextDecoder", TextDecoderHere);
  const { URL, URLSearchParams } = makeUrlClasses(outside.url);
  install("URL", URL);
  install("URLSearchParams", URLSearchParams);
  install("global", globalThis);
}

function structuredCloneHere(value: unknown): unknown {
  const seen = new Map<object, unknown>();
  const refuse = (what: string): never => {
    const error = new Error(`${what} could not be cloned.`);
    error.name = "DataCloneError";
    throw error;
  };
  const clone = (item: unknown): unknown => {
    if (typeof item === "function" || typeof item === "symbol") return refuse(String(item));
    if (typeof item !== "object" || item === null) return item;
    if (seen.has(item)) return seen.get(item);
    const kind = membrane.brandOf(item);
    const keep = <T>(made: T): T => (seen.set(item, made), made);
    switch (kind) {
      case "Array": {
        const made = keep(new Array((item as unknown[]).length) as unknown[]);
        for (const key of Object.keys(item)) (made as unknown as Record<string, unknown>)[key] = clone((item as unknown as Record<string, unknown>)[key]);
        return made;
      }
      case "Map": {
        const made = keep(new Map());
        const items = membrane.contentsOf(item);
        for (let i = 0; i < items.length; i += 2) made.set(clone(items[i]), clone(items[i + 1]));
        return made;
      }
      case "Set": {
        const made = keep(new Set());
        for (const member of membrane.contentsOf(item)) made.add(clone(member));
        return made;
      }
      case "Date": return keep(new Date(membrane.contentsOf(item)[0] as number));
      case "RegExp": {
        const [source, flags] = membrane.contentsOf(item) as [string, string];
        return keep(new RegExp(source, flags));
      }
      case "String": case "Number": case "Boolean": case "BigInt": return keep(Object(membrane.contentsOf(item)[0]) as object);
      case "ArrayBuffer": return keep(new Uint8Array(membrane.contentsOf(item) as number[]).buffer);
      case "Error": {
        const error = item as Error;
        const classes: Record<string, ErrorConstructor> = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
        const made = keep(new (classes[error.name] ?? Error)(error.message));
        if (Object.hasOwn(error, "cause")) made.cause = clone(error.cause);
        return made;
      }
      case "Promise": case "WeakMap": case "WeakSet": case "WeakRef": case "Symbol": return refuse(`#<${kind}>`);
      case "DataView": return keep(new DataView(new Uint8Array(membrane.contentsOf(item) as number[]).buffer));
      case "Object": {
        const made = keep({} as Record<string, unknown>);
        for (const key of Object.keys(item)) {
          Object.defineProperty(made, key, { value: clone((item as Record<string, unknown>)[key]), configurable: true, enumerable: true, writable: true });
        }
        return made;
      }
      default: {
        const Typed = (globalThis as unknown as Record<string, new (items: unknown[]) => object>)[kind];
        return Typed === undefined ? refuse(`#<${kind}>`) : keep(new Typed(membrane.contentsOf(item)));
      }
    }
  };
  return clone(value);
}

class TextEncoderHere {
  get encoding(): string {
    return "utf-8";
  }
  encode(text: unknown = ""): Uint8Array {
    const bytes: number[] = [];
    for (const character of String(text).toWellFormed()) {
      const code = character.codePointAt(0) as number;
      if (code < 0x80) bytes.push(code);
      else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
      else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
      else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    }
    return Uint8Array.from(bytes);
  }
  encodeInto(text: string, into: Uint8Array): { read: number; written: number } {
    let read = 0, written = 0;
    for (const character of text.toWellFormed()) {
      const bytes = this.encode(character);
      if (written + bytes.length > into.length) break;
      into.set(bytes, written);
      written += bytes.length;
      read += character.length;
    }
    return { read, written };
  }
}

class TextDecoderHere {
  #fatal: boolean;
  #ignoreBom: boolean;
  constructor(label: string = "utf-8", options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    if (!/^(utf-?8|unicode-1-1-utf-8)$/i.test(label.trim())) throw new RangeError(`The "${label}" encoding is not supported here`);
    this.#fatal = options.fatal === true;
    this.#ignoreBom = options.ignoreBOM === true;
  }
  get encoding(): string {
    return "utf-8";
  }
  get fatal(): boolean {
    return this.#fatal;
  }
  decode(input?: object): string {
    const bytes = input === undefined ? [] : bytesOf(input);
    let text = "";
    for (let i = 0; i < bytes.length;) {
      const first = bytes[i] as number;
      i += 1;
      const more = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1;
      if (more === 0) {
        text += String.fromCharCode(first);
        continue;
      }
      let code = more === 1 ? first & 31 : more === 2 ? first & 15 : first & 7;
      let taken = 0;
      while (more > 0 && taken < more) {
        const next = bytes[i];
        const low = taken === 0 ? (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80) : 0x80;
        const high = taken === 0 ? (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf) : 0xbf;
        if (next === undefined || next < low || next > high) break;
        code = (code << 6) | (next & 63);
        i += 1;
        taken += 1;
      }
      if (more === -1 || taken < more) {
        if (this.#fatal) throw new TypeError("The encoded data was not valid for encoding utf-8");
        text += "\ufffd";
      } else text += String.fromCodePoint(code);
    }
    return !this.#ignoreBom && text.startsWith("\ufeff") ? text.slice(1) : text;
  }
}

function bytesOf(input: object): number[] {
  const kind = membrane.brandOf(input);
  if (kind === "Uint8Array" || kind === "ArrayBuffer" || kind === "DataView") return membrane.contentsOf(input) as number[];
  const view = input as Uint8Array;
  return [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];
}
