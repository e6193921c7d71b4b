/**
 * What surrounds CPython in its isolate: the few things of the web that Pyodide needs, made before it is loaded. Nothing
 * here is trusted with a verdict.
 */
import { TextDecoderStandIn, Utf8Encoder } from "../../judge/text-encoding.ts";

interface Realm {
  /** A file of Pyodide's. */
  readFile(name: string): ArrayBuffer;
  random(bytes: number): ArrayBuffer;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Milliseconds since 1970. */
  date(): number;
  /** Growth of the interpreter's memory was refused. */
  memoryMet(): void;
  wasm: WebAssembly.Module;
}

const PAGE_BYTES = 65_536;
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let digit = 0; digit < 4; digit += 1) text += i + digit > bytes.length ? "=" : BASE64.charAt((three >> (18 - 6 * digit)) & 63);
  }
  return text;
}

/** Called once, before Pyodide's modules are evaluated. Gives a function that limits by how much memory may grow from then on, mebibytes. */
export function furnish(realm: Realm): (megabytes: number) => void {
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  };
  define("read", (name: string) => new TextDecoderStandIn().decode(realm.readFile(name)));
  define("readbuffer", (name: string) => realm.readFile(name));
  define("load", () => {});
  define("TextEncoder", Utf8Encoder);
  define("TextDecoder", TextDecoderStandIn);
  // In its shell mode Pyodide asks a program for randomness, as base64.
  define("os", { system: (_: string, [, command]: string[]) => toBase64(new Uint8Array(realm.random(Number(/head -c(\d+)/.exec(command ?? "")?.[1] ?? 0)))) });
  define("performance", { now: () => realm.now() });
  Date.now = () => realm.date();
  define("setTimeout", () => 0);
  define("clearTimeout", () => {});
  const quiet = (): void => {};
  define("console", { log: quiet, warn: quiet, error: quiet, info: quiet, debug: quiet });
  define("AbortController", class {});
  replaceCompiler(realm);
  return limitGrowth(realm);
}

/** The interpreter itself is compiled once for all isolates; small helpers are compiled where they are needed. */
function replaceCompiler(realm: Realm): void {
  WebAssembly.instantiate = (async (source: unknown, imports: WebAssembly.Imports) => {
    if (source instanceof Uint8Array && source.length === 0) return { module: realm.wasm, instance: new WebAssembly.Instance(realm.wasm, imports) };
    if (source instanceof WebAssembly.Module) return new WebAssembly.Instance(source, imports);
    const module = new WebAssembly.Module(source as BufferSource);
    return { module, instance: new WebAssembly.Instance(module, imports) };
  }) as typeof WebAssembly.instantiate;
  WebAssembly.compile = (async (bytes: BufferSource) => new WebAssembly.Module(bytes)) as typeof WebAssembly.compile;
}

/** All growth of the interpreter's memory goes through here; refused growth is a MemoryError in the program. */
function limitGrowth(realm: Realm): (megabytes: number) => void {
  let mostBytes: number | null = null;
  let moreBytes = Number.POSITIVE_INFINITY;
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function (pages: number): number {
    mostBytes ??= this.buffer.byteLength + moreBytes;
    if (this.buffer.byteLength + pages * PAGE_BYTES > mostBytes) {
      realm.memoryMet();
      throw new RangeError("the memory limit is met");
    }
    return Reflect.apply(grow, this, [pages]) as number;
  };
  return (megabytes: number) => {
    moreBytes = megabytes * 1_048_576;
    mostBytes = null;
  };
}
