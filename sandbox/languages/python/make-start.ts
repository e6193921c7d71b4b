/** Makes what interpreters start from. Only trusted code runs here. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { ivm } from "../javascript/isolated-vm.ts";
import { PYODIDE } from "./pyodide-files.ts";
import { GUEST, PythonRuntime } from "./runtime.ts";
import type { Interpreter } from "./runtime.ts";
import { makeImageModule } from "./image-module.ts";
import type { Layout } from "./image-module.ts";
import { slimPyodide } from "./slim.ts";
import type { SlimPyodide } from "./slim.ts";
import type { InterpreterCode, MemoryImage } from "./start.ts";
import { Surroundings } from "./surroundings.ts";

/** Modules of the library that exercises use most: in the memory image, so that importing them costs nothing. */
const WARM = "abc, argparse, array, ast, asyncio, base64, bisect, calendar, cmath, collections, collections.abc, concurrent.futures, configparser, contextlib, copy, csv, dataclasses, datetime, decimal, difflib, enum, fractions, functools, graphlib, hashlib, heapq, importlib.util, inspect, io, ipaddress, itertools, json, keyword, linecache, logging, math, numbers, operator, os, pathlib, pickle, pprint, queue, random, re, secrets, shelve, shlex, statistics, string, struct, subprocess, sys, tempfile, textwrap, threading, time, timeit, traceback, types, typing, unicodedata, unittest, unittest.mock, urllib.parse, uuid, warnings, weakref, zoneinfo";
/** What an interpreter may use of its heap before it takes the image over, bytes; it uses far less. */
const USED_BEFORE = 1_048_576;

/** Well below a second. `realm`: the bundle of realm.ts. */
export function makeCode(realm: string): InterpreterCode {
  const read = (name: string): string => readFileSync(join(PYODIDE, name), "utf8");
  const slim = slimPyodide(read("pyodide.asm.mjs"), read("pyodide.mjs"));
  const { info } = JSON.parse(read("pyodide-lock.json")) as { info: object };
  // None of the packages can be had here.
  return { snapshot: makeSnapshot(realm, slim), exports: slim.exports, lock: JSON.stringify({ info, packages: {} }) };
}

/** Boots CPython, which takes seconds: the library is compiled from its sources. `guest`: the Python files of `guest/` by path. */
export function makeImage(code: InterpreterCode, guest: Readonly<Record<string, string>>): MemoryImage {
  const interpreter = new PythonRuntime(code, null, []).create(new Surroundings({ aheadMs: 0 }));
  const { image, layout } = takeImage(interpreter, guest);
  interpreter.isolate.dispose();
  const headBytes = image.readUInt32LE(4);
  return { module: makeImageModule(image.subarray(headBytes), layout), head: Buffer.from(image.subarray(0, headBytes)), untouchedFrom: layout.untouchedFrom };
}

/** All of it compiled: most of the code runs in every start, and whatever is missing would be compiled in each. */
function makeSnapshot(realm: string, { create, load }: SlimPyodide): Buffer {
  const code = `globalThis.__rung = (host) => (${realm})(host, () => { "use strict"; ${create}\n }, () => { "use strict"; ${load}\n });`;
  setFlagsFromString("--no-lazy");
  try {
    return Buffer.from(ivm.Isolate.createSnapshot([{ code, filename: "rung:pyodide" }]).copy());
  } finally {
    setFlagsFromString("--lazy");
  }
}

function takeImage({ context }: Interpreter, guest: Readonly<Record<string, string>>): { image: Buffer; layout: Layout } {
  for (const [path, text] of Object.entries(guest)) {
    context.evalClosureSync("__python.FS.mkdirTree($0.replace(/\\/[^/]*$/, '')); __python.FS.writeFile($0, $1)", [`${GUEST}/${path}`, text]);
  }
  context.evalSync(`__python.runPython("import sys; sys.path[:] = ['${GUEST}', *[path for path in sys.path if path]]\\nimport ${WARM}\\nimport rung.learner, rung.judge, pytest\\nimport gc; gc.collect(); gc.freeze()")`);
  const [stackEnd, stackBase, heapBase] = JSON.parse(context.evalSync(
    "{ const { _module: m } = __python; JSON.stringify([m._emscripten_stack_get_end(), m._emscripten_stack_get_base(), m.___heap_base]) }",
  ) as string) as [number, number, number];
  const image = context.evalSync("__python.makeMemorySnapshot()", { copy: true }) as Uint8Array;
  return { image: Buffer.from(image.buffer, image.byteOffset, image.byteLength), layout: { stackEnd, stackBase, untouchedFrom: heapBase + USED_BEFORE } };
}
