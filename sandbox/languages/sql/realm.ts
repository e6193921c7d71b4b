/**
 * What stands around SQLite in its isolate. SQL is all that a learner can run here, and the answer is one text. Bundled by
 * `describe.ts`; nothing here may come from Node.
 */
import { TextDecoderStandIn } from "../../judge/text-encoding.ts";
import { Connection } from "./connection.ts";
import type { Sqlite } from "./connection.ts";
import { answer } from "./script.ts";
import type { SqlRequest } from "./script.ts";

/** What sql.js's script leaves behind. */
type InitSqlite = (options: object) => Promise<Sqlite>;

/** Before sql.js's script is evaluated: what it takes from a browser. */
function furnish(): void {
  const quiet = (): void => {};
  Object.assign(globalThis, {
    window: globalThis, document: { currentScript: { src: "" } }, console: { log: quiet, warn: quiet, error: quiet },
    TextDecoder: TextDecoderStandIn,
  });
}

/** After it. The answer takes a `SqlRequest` and gives a `SqlAnswer`, both as JSON. */
async function boot(init: InitSqlite, wasm: WebAssembly.Module): Promise<(request: string) => string> {
  let memory: WebAssembly.Memory | undefined;
  // No limit of V8 counts this memory: beyond it SQLite itself says that it has none left.
  let mostBytes = 64 * 1_048_576;
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function growWithin(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * 65_536 > mostBytes) throw new RangeError("no more memory");
    return grow.call(this, pages);
  };
  let random = drawBytes("");
  let nowMs = 0;
  Date.now = () => nowMs;
  Object.assign(globalThis, {
    crypto: {
      getRandomValues(view: Uint8Array): Uint8Array {
        for (let i = 0; i < view.length; i += 1) view[i] = random();
        return view;
      },
    },
  });
  const sqlite = await init({
    instantiateWasm: (imports: WebAssembly.Imports, ready: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(wasm, imports);
      memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
      ready(instance);
      return instance.exports;
    },
    print: () => {},
    printErr: () => {},
  });
  for (const name of ["WebAssembly", "SharedArrayBuffer", "Atomics"]) Reflect.deleteProperty(globalThis, name);
  if (memory === undefined) throw new Error("SQLite has no memory");
  const owned = memory;
  // The first statement of an isolate costs ten times the others.
  const warm = new Connection(sqlite, owned, "memory");
  warm.each("CREATE TABLE warm(id INTEGER PRIMARY KEY, name TEXT); INSERT INTO warm VALUES (1, 'a'); SELECT name, count(*) FROM warm GROUP BY name ORDER BY 2", (statement) => void statement.read(10, 100));
  warm.close();
  return (text) => {
    const request = JSON.parse(text) as SqlRequest;
    mostBytes = Math.max(owned.buffer.byteLength, request.memoryMb * 1_048_576);
    random = drawBytes(request.seed);
    nowMs = request.nowMs;
    return JSON.stringify({ ...answer((place) => new Connection(sqlite, owned, place), request), memoryMb: owned.buffer.byteLength / 1_048_576 });
  };
}

/** Bytes for SQLite's random numbers, the same for the same seed (xorshift). Not for secrets. */
function drawBytes(seed: string): () => number {
  let state = 0x9e3779b9;
  for (let i = 0; i < seed.length; i += 1) state = Math.imul(state ^ seed.charCodeAt(i), 0x85ebca6b) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 8) & 255;
  };
}

/** The one thing that the isolate is handed. */
export const realm = { furnish, boot };
