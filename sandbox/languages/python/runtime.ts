/** Pyodide's files, read and compiled once per process; every interpreter of this process is made from them. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type IsolatedVm from "isolated-vm";

const require = createRequire(import.meta.url);
const ivm = require("isolated-vm") as typeof IsolatedVm;

const PARTS = ["pyodide-lock.json", "python_stdlib.zip"] as const;
/** Modules of the library that exercises use most: in the memory image, so that importing them costs nothing. */
const WARM = "unittest, unittest.mock, json, inspect, ast, collections, collections.abc, datetime, decimal, fractions, math, random, re, string, itertools, functools, typing, dataclasses, enum, io, contextlib, abc, copy, heapq, bisect, statistics, operator, textwrap, uuid, pathlib, numbers, secrets, calendar, csv, array, time, traceback, linecache";
const ISOLATE_MB = 256;

export interface Interpreter {
  isolate: IsolatedVm.Isolate;
  context: IsolatedVm.Context;
  /** Limits how far the interpreter's memory may grow from now on, mebibytes. */
  limitMemory(megabytes: number): void;
}

const buffer = (bytes: Buffer): IsolatedVm.Copy<ArrayBuffer> =>
  new ivm.ExternalCopy(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer).copyInto({ release: true });

export class PythonRuntime {
  private readonly folder = dirname(require.resolve("pyodide/package.json"));
  private readonly realm: string;
  private readonly guest: Record<string, string>;
  private readonly files: Map<string, Buffer>;
  private wasm: IsolatedVm.ExternalCopy<unknown> | null = null;
  private image: IsolatedVm.ExternalCopy<ArrayBuffer> | null = null;

  /** `realm`: the bundle of realm.ts; `guest`: the Python files of this folder by name. */
  constructor(realm: string, guest: Record<string, string>, wheels: readonly string[]) {
    void wheels;
    this.realm = realm;
    this.guest = guest;
    this.files = new Map(PARTS.map((name) => [name, readFileSync(join(this.folder, name))]));
    this.files.set("pyodide.asm.wasm", Buffer.alloc(0));
  }

  /** Boots CPython once, about 3 s of CPU, and keeps its memory as the image that all others start from. */
  async prepare(): Promise<void> {
    const { isolate, context } = await this.boot("_makeSnapshot: true");
    for (const [name, text] of Object.entries(this.guest)) context.evalClosureSync("__python.FS.writeFile(`/lib/rung/${$0}`, $1)", [name, text]);
    context.evalSync(`__python.runPython("import sys; sys.path.insert(0, '/lib/rung')\\nimport ${WARM}\\nimport rung_membrane, rung_learner, rung_judge, pytest\\nimport gc; gc.collect(); gc.freeze()")`);
    this.image = context.evalSync("__python.makeMemorySnapshot()", { externalCopy: true }) as IsolatedVm.ExternalCopy<ArrayBuffer>;
    isolate.dispose();
  }

  /** A fresh interpreter in an isolate of its own. */
  async create(): Promise<Interpreter> {
    const { isolate, context } = await this.boot("_loadSnapshot: __image");
    const limit = context.evalSync("__limitMemory", { reference: true }) as unknown as IsolatedVm.Reference<(megabytes: number) => void>;
    return { isolate, context, limitMemory: (megabytes) => limit.applySync(undefined, [megabytes]) };
  }

  private async boot(options: string): Promise<{ isolate: IsolatedVm.Isolate; context: IsolatedVm.Context }> {
    const isolate = new ivm.Isolate({ memoryLimit: ISOLATE_MB, onCatastrophicError: () => process.abort() });
    const context = isolate.createContextSync();
    if (this.wasm === null) {
      context.global.setSync("__bytes", buffer(readFileSync(join(this.folder, "pyodide.asm.wasm"))));
      this.wasm = isolate.compileScriptSync("new WebAssembly.Module(__bytes)").runSync(context, { externalCopy: true }) as unknown as IsolatedVm.ExternalCopy<unknown>;
      context.global.deleteSync("__bytes");
    }
    context.global.setSync("__wasm", this.wasm.copyInto());
    if (this.image !== null) context.global.setSync("__image", this.image.copyInto());
    const furnish = isolate.compileScriptSync(this.realm, { filename: "rung:realm" }).runSync(context, { reference: true }) as unknown as IsolatedVm.Reference;
    context.evalClosureSync("globalThis.__limitMemory = $0({ readFile: (name) => $1(name), random: $2, now: $3, wasm: __wasm }); delete globalThis.__wasm;", [
      furnish.derefInto(),
      new ivm.Callback((name: unknown) => buffer(this.files.get(String(name).split("/").at(-1) as string) as Buffer) as never),
      new ivm.Callback((bytes: unknown) => buffer(randomBytes(Math.min(65_536, Number(bytes)))) as never),
      new ivm.Callback(() => performance.now()),
    ]);
    const load = (name: string): IsolatedVm.Module => {
      const module = isolate.compileModuleSync(readFileSync(join(this.folder, name), "utf8"), { filename: name });
      module.instantiateSync(context, () => {
        throw new Error("unreachable");
      });
      module.evaluateSync();
      return module;
    };
    const parts: Record<string, IsolatedVm.Module> = { asm: load("pyodide.asm.mjs"), pyodide: load("pyodide.mjs") };
    const main = isolate.compileModuleSync(`
      import create from "asm"; import { loadPyodide } from "pyodide";
      globalThis.__state = "";
      loadPyodide({ indexURL: "./", createPyodideModule: create, stdout: () => {}, stderr: () => {}, stdin: () => null, env: { HOME: "/home/rung", PYTHONDONTWRITEBYTECODE: "1" }, ${options},
        fsInit: async (FS) => { FS.mkdirTree("/lib/rung"); } })
        .then((python) => { globalThis.__python = python; globalThis.__state = "ready"; }, (error) => { globalThis.__state = String(error?.stack ?? error); });`, { filename: "rung:boot" });
    main.instantiateSync(context, (specifier) => parts[specifier] as IsolatedVm.Module);
    await main.evaluate();
    for (let i = 0; i < 2_000 && context.evalSync("__state") === ""; i += 1) await new Promise((resolve) => setTimeout(resolve, 2));
    const state = context.evalSync("__state") as string;
    if (state !== "ready") throw new Error(`Python could not be started: ${state}`);
    context.evalSync("delete globalThis.__image");
    return { isolate, context };
  }
}
