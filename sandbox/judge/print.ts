/** Values as text for people. Reads hostile objects: every read may throw, loop or lie, and nothing here decides a grade. */
import { membrane } from "./realm.ts";

export interface PrintOptions {
  /** Longest result, characters. */
  limit?: number;
  depth?: number;
  /** Strings without quotes at the top, as `console.log` shows them. */
  bare?: boolean;
}

/** Judge-made things that print as themselves (asymmetric matchers, mocks). */
const printers = new WeakMap<object, () => string>();
export function printAs(value: object, print: () => string): void {
  printers.set(value, print);
}

/** Text for objects of a kind that a language brings, such as a page's elements; undefined for all others. */
const describers: ((value: object) => string | undefined)[] = [];
export function describeWith(describe: (value: object) => string | undefined): void {
  describers[describers.length] = describe;
}

const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys, apply } = Reflect;
const { stringify } = JSON;
const StringOf = String;
const functionToString = Function.prototype.toString;
const toIso = Date.prototype.toISOString;
const { join, push } = Array.prototype;
const { slice, startsWith, test } = { slice: String.prototype.slice, startsWith: String.prototype.startsWith, test: RegExp.prototype.test };
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const LINE_WIDTH = 72;

class Cut extends Error {}

export function print(value: unknown, options: PrintOptions = {}): string {
  const limit = options.limit ?? 4_000;
  let budget = limit * 2;
  const seen: object[] = [];
  const spend = (text: string): string => {
    budget -= text.length;
    if (budget < 0) throw new Cut();
    return text;
  };

  function one(item: unknown, depth: number, indent: string): string {
    switch (typeof item) {
      case "string": return spend(quote(item, limit));
      case "number": return spend(Object.is(item, -0) ? "-0" : StringOf(item));
      case "bigint": return spend(`${StringOf(item)}n`);
      case "symbol": return spend(StringOf(item));
      case "undefined": case "boolean": return spend(StringOf(item));
      case "function": return spend(nameOfFunction(item));
      default: return item === null ? spend("null") : objectText(item as object, depth, indent);
    }
  }

  function objectText(item: object, depth: number, indent: string): string {
    const own = printers.get(item);
    if (own !== undefined) return spend(own());
    for (let i = 0; i < describers.length; i += 1) {
      const text = describers[i]?.(item);
      if (text !== undefined) return spend(cut(text, limit));
    }
    for (let i = 0; i < seen.length; i += 1) if (seen[i] === item) return "[Circular]";
    const kind = membrane.brandOf(item);
    const label = className(item, kind);
    if (kind === "Date") {
      const time = membrane.contentsOf(item)[0] as number;
      return spend(time === time ? apply(toIso, new Date(time), []) : "Invalid Date");
    }
    if (kind === "RegExp") {
      const parts = membrane.contentsOf(item);
      return spend(`/${StringOf(parts[0])}/${StringOf(parts[1])}`);
    }
    if (kind === "Error") return spend(`[${errorText(item)}]`);
    if (kind === "String" || kind === "Number" || kind === "Boolean" || kind === "Symbol" || kind === "BigInt") {
      return `[${kind}: ${one(membrane.contentsOf(item)[0], depth, indent)}]`;
    }
    if (kind === "Promise" || kind === "WeakMap" || kind === "WeakSet" || kind === "WeakRef") return spend(`${kind} {}`);
    if (depth <= 0) return spend(kind === "Array" ? "[Array]" : `[${label === "" ? "Object" : label}]`);
    seen[seen.length] = item;
    const inner = `${indent}  `;
    const parts: string[] = [];
    let open = "{", close = "}";
    if (kind === "Array") {
      open = "[";
      close = "]";
      const length = (item as unknown[]).length;
      for (let i = 0; i < length && i < 1_000; i += 1) {
        const descriptor = getOwnPropertyDescriptor(item, StringOf(i));
        apply(push, parts, [descriptor === undefined && length < 1_000_000 ? spend("<empty>") : one((item as unknown[])[i], depth - 1, inner)]);
      }
      if (length > 1_000) apply(push, parts, [`… ${length - 1_000} more`]);
    } else if (kind === "Map") {
      const items = membrane.contentsOf(item);
      for (let i = 0; i < items.length; i += 2) {
        apply(push, parts, [`${one(items[i], depth - 1, inner)} => ${one(items[i + 1], depth - 1, inner)}`]);
      }
    } else if (kind === "Set" || kind === "ArrayBuffer" || kind === "DataView" || isTypedArray(kind)) {
      if (kind !== "Set") {
        open = "[";
        close = "]";
      }
      const items = membrane.contentsOf(item);
      for (let i = 0; i < items.length && i < 1_000; i += 1) apply(push, parts, [one(items[i], depth - 1, inner)]);
    }
    if (kind !== "ArrayBuffer" && !isTypedArray(kind)) {
      const keys = ownKeys(item);
      for (let i = 0; i < keys.length && i < 500; i += 1) {
        const key = keys[i] as string | symbol;
        if (kind === "Array" && typeof key === "string" && (key === "length" || apply(test, /^\d+$/, [key]))) continue;
        const descriptor = getOwnPropertyDescriptor(item, key);
        if (descriptor === undefined || descriptor.enumerable !== true) continue;
        const name = typeof key === "symbol" ? `[${StringOf(key)}]` : apply(test, IDENTIFIER, [key]) ? key : stringify(key);
        const text = "value" in descriptor ? one(descriptor.value, depth - 1, inner) : "[Getter]";
        apply(push, parts, [`${spend(name)}: ${text}`]);
      }
    }
    seen.length -= 1;
    const head = label === "" ? "" : `${label} `;
    if (parts.length === 0) return `${head}${open}${close}`;
    const flat = apply(join, parts, [", "]);
    const space = open === "{" ? " " : "";
    if (flat.length + indent.length <= LINE_WIDTH && !flat.includes("\n")) return `${head}${open}${space}${flat}${space}${close}`;
    return `${head}${open}\n${inner}${apply(join, parts, [`,\n${inner}`])}\n${indent}${close}`;
  }

  try {
    if (options.bare === true && typeof value === "string") return cut(value, limit);
    return cut(one(value, options.depth ?? 6, ""), limit);
  } catch (error) {
    return error instanceof Cut ? "(too long to show)" : "(could not be shown)";
  }
}

function isTypedArray(kind: string): boolean {
  return kind !== "Array" && kind.endsWith("Array");
}

/** The class before the braces; empty for plain objects and arrays. */
function className(item: object, kind: string): string {
  const prototype = getPrototypeOf(item);
  if (prototype === null) return kind === "Object" ? "[Object: null prototype]" : kind;
  if (prototype === Object.prototype || prototype === Array.prototype) return "";
  const constructor = getOwnPropertyDescriptor(prototype, "constructor");
  const name = typeof constructor?.value === "function" ? functionName(constructor.value) : "";
  if (name !== "") return cut(name, 100);
  return kind === "Object" || kind === "Array" ? "" : kind;
}

function functionName(item: unknown): string {
  const descriptor = getOwnPropertyDescriptor(item as object, "name");
  return typeof descriptor?.value === "string" ? descriptor.value : "";
}

function nameOfFunction(item: object): string {
  const own = printers.get(item);
  if (own !== undefined) return own();
  const name = cut(functionName(item), 100);
  const isClass = !membrane.isFace(item) && apply(startsWith, apply(functionToString, item, []), ["class"]);
  return name === "" ? "[Function (anonymous)]" : isClass ? `[class ${name}]` : `[Function ${name}]`;
}

/** `TypeError: message` of an error, or of anything that was thrown. */
export function errorText(thrown: unknown, limit = 2_000): string {
  try {
    if (typeof thrown !== "object" || thrown === null) return `${print(thrown, { limit })} was thrown`;
    const name = (thrown as { name?: unknown }).name;
    const message = (thrown as { message?: unknown }).message;
    if (membrane.brandOf(thrown) !== "Error" && typeof message !== "string") return `${print(thrown, { limit })} was thrown`;
    const shownName = typeof name === "string" ? cut(name, 100) : "Error";
    const shownMessage = typeof message === "string" ? cut(message, limit) : print(message, { limit });
    return cut(shownMessage === "" ? shownName : `${shownName}: ${shownMessage}`, limit);
  } catch {
    return "An error was thrown that could not be read";
  }
}

/** Cut to a number of characters, said at the end. */
export function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${apply(slice, text, [0, limit])}… (cut)`;
}

function quote(text: string, limit: number): string {
  return stringify(cut(text, limit));
}
