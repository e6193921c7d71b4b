/** SQLite in an isolate of its own, made before a submission arrives. */
import { createRequire } from "node:module";
import type IsolatedVm from "isolated-vm";
import type { SqlAnswer, SqlRequest } from "./script.ts";

const require = createRequire(import.meta.url);
const ivm = require("isolated-vm") as typeof IsolatedVm;

/** V8's own memory in it: results on their way out. SQLite's is counted apart. */
const HEAP_MB = 64;

export interface SqlMaterial {
  /** Bundle of `realm.ts`. */
  realm: string;
  /** sql.js's script. */
  script: string;
  /** SQLite, in base64. */
  wasm: string;
}

export interface SqlIsolate {
  isolate: IsolatedVm.Isolate;
  /** SQLite's memory never shrinks; mebibytes. */
  memoryMb: number;
  /** For at most `timeoutMs`, then it throws V8's error. The answer comes from a place that runs hostile SQL: read it with care. */
  ask(request: SqlRequest, timeoutMs: number): Partial<Record<keyof SqlAnswer, unknown>>;
}

/** SQLite is compiled once for all isolates of this process. */
export class SqlRuntime {
  private readonly material: SqlMaterial;
  private wasm: IsolatedVm.ExternalCopy<unknown> | null = null;
  private readonly onCatastrophe: () => void;

  constructor(material: SqlMaterial, onCatastrophe: () => void) {
    this.material = material;
    this.onCatastrophe = onCatastrophe;
  }

  async create(): Promise<SqlIsolate> {
    const isolate = new ivm.Isolate({ memoryLimit: HEAP_MB, onCatastrophicError: this.onCatastrophe });
    const context = isolate.createContextSync();
    isolate.compileScriptSync(`globalThis.__realm = ${this.material.realm}; __realm.furnish();`, { filename: "rung:sql" }).runSync(context);
    this.wasm ??= compile(this.material.wasm, isolate, context);
    context.global.setSync("__wasm", this.wasm.copyInto());
    isolate.compileScriptSync(this.material.script, { filename: "rung:sqlite" }).runSync(context);
    // Everything so far is ours: no SQL of anybody has been there.
    const ask = (await context.eval(
      "(() => { const { __realm: realm, __wasm: wasm, initSqlJs: init } = globalThis; delete globalThis.__realm; delete globalThis.__wasm; return realm.boot(init, wasm); })()",
      { promise: true, reference: true })) as unknown as IsolatedVm.Reference<(request: string) => string>;
    const made: SqlIsolate = {
      isolate,
      memoryMb: 16,
      ask(request, timeoutMs) {
        const text: unknown = ask.applySync(undefined, [JSON.stringify(request)], { timeout: timeoutMs });
        const answer = JSON.parse(String(text)) as Partial<Record<keyof SqlAnswer | "memoryMb", unknown>>;
        if (typeof answer.memoryMb === "number") made.memoryMb = answer.memoryMb;
        return answer;
      },
    };
    return made;
  }
}

function compile(wasm: string, isolate: IsolatedVm.Isolate, context: IsolatedVm.Context): IsolatedVm.ExternalCopy<unknown> {
  const bytes = Buffer.from(wasm, "base64");
  const copy = new ivm.ExternalCopy(new Uint8Array(bytes).buffer);
  context.global.setSync("__bytes", copy.copyInto({ release: true }));
  const module = isolate.compileScriptSync("new WebAssembly.Module(__bytes)").runSync(context, { externalCopy: true }) as unknown as IsolatedVm.ExternalCopy<unknown>;
  context.global.deleteSync("__bytes");
  return module;
}
