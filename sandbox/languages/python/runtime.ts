/** Pyodide's files, read and compiled once per process; every interpreter of this process is made from them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type IsolatedVm from "isolated-vm";
import { Surroundings } from "./surroundings.ts";

const require = createRequire(import.meta.url);
const ivm = require("isolated-vm") as typeof IsolatedVm;

const PARTS = ["pyodide-lock.json", "python_stdlib.zip"] as const;
const MODULES = { asm: "pyodide.asm.mjs", pyodide: "pyodide.mjs" } as const;
/** Modules of the library that exercises use most: in the memory image, so that importing them costs nothing. */
const WARM = "abc, argparse, array, ast, asyncio, base64, bisect, calendar, cmath, collections, collections.abc, concurrent.futures, configparser, contextlib, copy, csv, dataclasses, datetime, decimal, difflib, enum, fractions, functools, graphlib, hashlib, heapq, importlib.util, inspect, io, ipaddress, itertools, json, keyword, linecache, logging, math, numbers, operator, os, pathlib, pickle, pprint, queue, random, re, secrets, shelve, shlex, statistics, string, struct, subprocess, sys, tempfile, textwrap, threading, time, timeit, traceback, types, typing, unicodedata, unittest, unittest.mock, urllib.parse, uuid, warnings, weakref, zoneinfo";
const ISOLATE_MB = 256;
const GUEST = "/lib/rung";
const BOOT_TRIES = 5_000;

/** Packages of the operator's wheels: where each file goes, and all their bytes one after the other. */
interface Packages {
  /** `[path, length]` in the order of the bytes, as JSON. */
  list: string;
  bytes: IsolatedVm.ExternalCopy<ArrayBuffer>;
}
const UNPACK = `import io, pathlib, sysconfig, zipfile
def unpack(data):
    with zipfile.ZipFile(io.BytesIO(data.to_bytes())) as archive:
        archive.extractall(sysconfig.get_path("purelib"))
unpack`;
const LIST_PACKAGES = `import json, pathlib, sysconfig
json.dumps([[str(path), path.stat().st_size] for path in sorted(pathlib.Path(sysconfig.get_path("purelib")).rglob("*")) if path.is_file()])`;

export interface Interpreter {
  isolate: IsolatedVm.Isolate;
  context: IsolatedVm.Context;
  /** Limits by how much the interpreter's memory may grow from now on, mebibytes. */
  limitMemory(megabytes: number): void;
}

const copyIn = (bytes: Buffer): IsolatedVm.Copy<ArrayBuffer> =>
  new ivm.ExternalCopy(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer).copyInto({ release: true });

export class PythonRuntime {
  /** V8 has lost an isolate; see `RunHost.lost`. */
  onCatastrophe = (): void => process.abort();
  private readonly folder = dirname(require.resolve("pyodide/package.json"));
  private readonly realm: string;
  private readonly guest: Readonly<Record<string, string>>;
  private readonly wheels: readonly string[];
  private readonly files: Map<string, Buffer>;
  private readonly sources: ReadonlyMap<string, string>;
  private wasm: IsolatedVm.ExternalCopy<unknown> | null = null;
  private image: IsolatedVm.ExternalCopy<Uint8Array> | null = null;
  private packages: Packages | null = null;

  /** `realm`: the bundle of realm.ts; `guest`: the Python files of `guest/` by path; `wheels`: paths of the operator's wheels. */
  constructor(realm: string, guest: Readonly<Record<string, string>>, wheels: readonly string[]) {
    this.realm = realm;
    this.guest = guest;
    this.wheels = wheels;
    this.files = new Map(PARTS.map((name) => [name, readFileSync(join(this.folder, name))]));
    this.files.set("pyodide.asm.wasm", Buffer.alloc(0));
    this.sources = new Map(Object.values(MODULES).map((name) => [name, readFileSync(join(this.folder, name), "utf8")]));
  }

  /** Boots CPython and gives its memory, the image that interpreters start from: several seconds. */
  async makeImage(): Promise<Uint8Array> {
    const { isolate, context } = await this.boot("_makeSnapshot: true", new Surroundings({ aheadMs: 0 }));
    for (const [path, text] of Object.entries(this.guest)) {
      context.evalClosureSync("__python.FS.mkdirTree($0.replace(/\\/[^/]*$/, '')); __python.FS.writeFile($0, $1)", [`${GUEST}/${path}`, text]);
    }
    context.evalSync(`__python.runPython("import sys; sys.path[:] = ['${GUEST}', *[path for path in sys.path if path]]\\nimport ${WARM}\\nimport rung.learner, rung.judge, pytest\\nimport gc; gc.collect(); gc.freeze()")`);
    const image = context.evalSync("__python.makeMemorySnapshot()", { copy: true }) as Uint8Array;
    isolate.dispose();
    return image;
  }

  /** Takes an image of `makeImage`, of this process or another of the same versions, for all interpreters from now on. */
  useImage(image: Uint8Array): void {
    this.image = new ivm.ExternalCopy(image);
  }

  /** Makes the image and takes it. */
  async prepare(): Promise<void> {
    this.useImage(await this.makeImage());
  }

  private unpackWheels(context: IsolatedVm.Context): Packages {
    // Done in the first interpreter; all later ones are given the files.
    context.evalClosureSync("globalThis.__unpack = __python.runPython($0)", [UNPACK]);
    for (const path of this.wheels) {
      try {
        context.evalClosureSync("__unpack(new Uint8Array($0))", [copyIn(readFileSync(path))]);
      } catch (error) {
        throw new Error(`RUNG_PYTHON_WHEELS: ${path} can't be unpacked.`, { cause: error });
      }
    }
    const list = context.evalClosureSync("__unpack.destroy(); delete globalThis.__unpack; return __python.runPython($0)", [LIST_PACKAGES]) as unknown as string;
    const bytes = context.evalClosureSync(`
      const files = JSON.parse($0), all = new Uint8Array(files.reduce((sum, [, size]) => sum + size, 0));
      let at = 0;
      for (const [path, size] of files) { all.set(__python.FS.readFile(path), at); at += size; }
      return all.buffer;`, [list], { result: { externalCopy: true } }) as unknown as IsolatedVm.ExternalCopy<ArrayBuffer>;
    return { list, bytes };
  }

  /** The image is of memory; files are not in it. */
  private layPackages(context: IsolatedVm.Context): void {
    if (this.packages === null) return;
    context.evalClosureSync(`
      let at = 0;
      for (const [path, size] of JSON.parse($0)) {
        __python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
        __python.FS.writeFile(path, new Uint8Array($1, at, size), { canOwn: true });
        at += size;
      }`, [this.packages.list, this.packages.bytes.copyInto()]);
  }

  /** A fresh interpreter in an isolate of its own. */
  async create(surroundings: Surroundings): Promise<Interpreter> {
    const { isolate, context } = await this.boot("_loadSnapshot: __image", surroundings);
    if (this.wheels.length > 0 && this.packages === null) this.packages = this.unpackWheels(context);
    else this.layPackages(context);
    const limit = context.evalSync("__limitMemory", { reference: true }) as unknown as IsolatedVm.Reference<(megabytes: number) => void>;
    return { isolate, context, limitMemory: (megabytes) => limit.applySync(undefined, [megabytes]) };
  }

  private async boot(options: string, surroundings: Surroundings): Promise<{ isolate: IsolatedVm.Isolate; context: IsolatedVm.Context }> {
    const isolate = new ivm.Isolate({ memoryLimit: ISOLATE_MB, onCatastrophicError: () => this.onCatastrophe() });
    const context = isolate.createContextSync();
    this.furnish(isolate, context, surroundings);
    const parts: Record<string, IsolatedVm.Module> = {};
    for (const [specifier, name] of Object.entries(MODULES)) parts[specifier] = this.load(isolate, context, name);
    const main = isolate.compileModuleSync(`
      import create from "asm"; import { loadPyodide } from "pyodide";
      globalThis.__state = "";
      loadPyodide({ indexURL: "./", createPyodideModule: create, stdout: () => {}, stderr: () => {}, stdin: () => null, env: { HOME: "/home/rung", PYTHONDONTWRITEBYTECODE: "1" }, ${options},
        fsInit: async (FS) => { FS.mkdirTree("${GUEST}"); FS.mkdirTree("/lab"); } })
        .then((python) => { globalThis.__python = python; globalThis.__state = "ready"; }, (error) => { globalThis.__state = String(error?.stack ?? error); });`, { filename: "rung:boot" });
    main.instantiateSync(context, (specifier) => parts[specifier] as IsolatedVm.Module);
    await main.evaluate();
    for (let i = 0; i < BOOT_TRIES && context.evalSync("__state") === ""; i += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    const state = context.evalSync("__state") as string;
    if (state !== "ready") throw new Error(`Python could not be started: ${state}`);
    context.evalSync("delete globalThis.__image");
    return { isolate, context };
  }

  private furnish(isolate: IsolatedVm.Isolate, context: IsolatedVm.Context, surroundings: Surroundings): void {
    context.global.setSync("__wasm", this.compile(isolate, context).copyInto());
    if (this.image !== null) context.global.setSync("__image", this.image.copyInto());
    const furnish = isolate.compileScriptSync(this.realm, { filename: "rung:realm" }).runSync(context, { reference: true }) as unknown as IsolatedVm.Reference;
    context.evalClosureSync("globalThis.__limitMemory = $0({ readFile: (name) => $1(name), random: (bytes) => $2(bytes), now: () => $3(), date: () => $4(), memoryMet: () => { $5(); }, wasm: __wasm }); delete globalThis.__wasm;", [
      furnish.derefInto(),
      new ivm.Callback((name: unknown) => copyIn(this.files.get(String(name).split("/").at(-1) as string) as Buffer) as never),
      new ivm.Callback((bytes: unknown) => copyIn(surroundings.random(Number(bytes))) as never),
      new ivm.Callback(() => surroundings.now()),
      new ivm.Callback(() => surroundings.date()),
      new ivm.Callback(() => { surroundings.memoryMet = true; }),
    ]);
  }

  private compile(isolate: IsolatedVm.Isolate, context: IsolatedVm.Context): IsolatedVm.ExternalCopy<unknown> {
    if (this.wasm === null) {
      context.global.setSync("__bytes", copyIn(readFileSync(join(this.folder, "pyodide.asm.wasm"))));
      this.wasm = isolate.compileScriptSync("new WebAssembly.Module(__bytes)").runSync(context, { externalCopy: true }) as unknown as IsolatedVm.ExternalCopy<unknown>;
      context.global.deleteSync("__bytes");
    }
    return this.wasm;
  }

  private load(isolate: IsolatedVm.Isolate, context: IsolatedVm.Context, name: string): IsolatedVm.Module {
    const module = isolate.compileModuleSync(this.sources.get(name) as string, { filename: name });
    module.instantiateSync(context, () => {
      throw new Error("unreachable");
    });
    module.evaluateSync();
    return module;
  }
}
