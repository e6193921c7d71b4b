/**
 * What surrounds CPython in its isolate: the few things of the web that Pyodide needs, made before it is loaded. Nothing
 * here is trusted with a verdict. This and Pyodide's own JavaScript are in the heap that isolates start from (`make-start.ts`).
 */
import { TextDecoderStandIn, Utf8Encoder } from "../../judge/text-encoding.ts";

interface Realm {
  /** The library's files, as a zip archive. */
  readLibrary(): ArrayBuffer;
  random(bytes: number): ArrayBuffer;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Milliseconds since 1970. */
  date(): number;
  /** Growth of the interpreter's memory was refused. */
  memoryMet(): void;
  /** The interpreter. */
  wasm: WebAssembly.Module;
  /** The memory image as `image-module.ts` makes it, and Pyodide's own head of it; null where an image is made. */
  image: { memory: WebAssembly.Module; head: ArrayBuffer; untouchedFrom: number } | null;
  /** Pyodide's list of packages. */
  lock: string;
  /** Folders that are there before anything runs, one a line. */
  folders: string;
}
/** What Pyodide's loader is given and gives, as far as it is used here. */
interface PyodideModule {
  HEAPU32: Uint32Array;
  memory: WebAssembly.Memory;
  _emscripten_get_sbrk_ptr(): number;
}
interface FileSystem {
  mkdirTree(path: string): void;
}
type Load = (options: Record<string, unknown>) => Promise<object>;

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

/** What became of a start, for the worker. */
export interface Started {
  /** An empty text while Pyodide has not finished; `ready`, or what went wrong. */
  state: string;
  /** Limits by how much memory may grow from now on, mebibytes. */
  limitMemory(megabytes: number): void;
}

/** Starts an interpreter, which is then the global `__python`. `create` and `load` evaluate Pyodide's two modules. */
export function start(realm: Realm, create: () => unknown, load: () => Load): Started {
  const started: Started = { state: "", limitMemory: furnish(realm) };
  const image = realm.image === null ? { _makeSnapshot: true } : { _loadSnapshot: realm.image.head, restoreMemory: (module: PyodideModule) => restoreMemory(realm, module) };
  const createPyodideModule = create();
  load()({
    indexURL: "./", lockFileContents: realm.lock, createPyodideModule, stdout: () => {}, stderr: () => {}, stdin: () => null,
    env: { HOME: "/home/rung", PYTHONDONTWRITEBYTECODE: "1" },
    fsInit: async (files: FileSystem) => {
      for (const folder of realm.folders.split("\n")) files.mkdirTree(folder);
    },
    ...image,
  }).then(
    (python) => {
      (globalThis as { __python?: object }).__python = python;
      started.state = "ready";
    },
    (error: unknown) => {
      started.state = String((error as Error | undefined)?.stack ?? error);
    },
  );
  return started;
}

function restoreMemory({ image }: Realm, { HEAPU32, memory, _emscripten_get_sbrk_ptr: whereHeapEnds }: PyodideModule): void {
  if (image === null) return;
  // What was used already must not shine through where the image is empty.
  if ((HEAPU32[whereHeapEnds() >>> 2] ?? 0) > image.untouchedFrom) throw new Error("the interpreter has used more memory than its image expects");
  new WebAssembly.Instance(image.memory, { e: { m: memory } });
}

function furnish(realm: Realm): (megabytes: number) => void {
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  };
  define("read", () => "");
  // The interpreter is asked for too, and is here already.
  define("readbuffer", (name: string) => (name.endsWith(".zip") ? realm.readLibrary() : new ArrayBuffer(0)));
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
