/** Interpreters of one process: what they share is read and compiled once. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type IsolatedVm from "isolated-vm";
import { ivm } from "../javascript/isolated-vm.ts";
import { PYODIDE } from "./pyodide-files.ts";
import type { Started } from "./realm.ts";
import { keepExports } from "./slim.ts";
import type { InterpreterCode, MemoryImage } from "./start.ts";
import type { Surroundings } from "./surroundings.ts";

const ISOLATE_MB = 256;
/** Where the Python that runs inside is. */
export const GUEST = "/lib/rung";
const FOLDERS = `${GUEST}\n/lab`;

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

const copyOf = (bytes: Buffer): IsolatedVm.ExternalCopy<ArrayBuffer> =>
  new ivm.ExternalCopy(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
const copyIn = (bytes: Buffer): IsolatedVm.Copy<ArrayBuffer> => copyOf(bytes).copyInto({ release: true });

export class PythonRuntime {
  /** V8 has lost an isolate; see `RunHost.lost`. */
  onCatastrophe = (): void => process.abort();
  private readonly snapshot: IsolatedVm.ExternalCopy<ArrayBuffer>;
  private readonly library = copyOf(readFileSync(join(PYODIDE, "python_stdlib.zip")));
  private readonly wheels: readonly string[];
  private readonly lock: string;
  private readonly interpreter: IsolatedVm.ExternalCopy<unknown>;
  private readonly image: { module: IsolatedVm.ExternalCopy<unknown>; head: Buffer; untouchedFrom: number } | null;
  private packages: Packages | null = null;

  /** `wheels`: paths of the operator's wheels. Without an image CPython boots in each interpreter, which takes seconds. */
  constructor(code: InterpreterCode, image: MemoryImage | null, wheels: readonly string[]) {
    this.wheels = wheels;
    this.lock = code.lock;
    this.snapshot = copyOf(code.snapshot);
    this.interpreter = compile(keepExports(readFileSync(join(PYODIDE, "pyodide.asm.wasm")), code.exports));
    // The head as a copy: what it was cut from is large.
    this.image = image && { module: compile(image.module), head: Buffer.from(image.head), untouchedFrom: image.untouchedFrom };
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

  /** A fresh interpreter in an isolate of its own. It is the global `__python` there. */
  create(surroundings: Surroundings): Interpreter {
    const isolate = new ivm.Isolate({ snapshot: this.snapshot, memoryLimit: ISOLATE_MB, onCatastrophicError: () => this.onCatastrophe() });
    const context = isolate.createContextSync();
    const started = this.begin(context, surroundings);
    // Nothing in it waits for anything but itself, so it has come to its end.
    const state = started.getSync("state") as string;
    if (state !== "ready") throw new Error(`Python could not be started: ${state === "" ? "it never finished" : state}`);
    if (this.wheels.length > 0 && this.packages === null) this.packages = this.unpackWheels(context);
    else this.layPackages(context);
    const limit = started.getSync("limitMemory", { reference: true }) as unknown as IsolatedVm.Reference<(megabytes: number) => void>;
    return { isolate, context, limitMemory: (megabytes) => limit.applySync(undefined, [megabytes]) };
  }

  private begin(context: IsolatedVm.Context, surroundings: Surroundings): IsolatedVm.Reference<Started> {
    const { image, interpreter, lock } = this;
    return context.evalClosureSync(`
      const begin = globalThis.__rung;
      delete globalThis.__rung;
      return begin({
        readLibrary: () => $0(), random: (bytes) => $1(bytes), now: () => $2(), date: () => $3(), memoryMet: () => { $4(); },
        wasm: $5, image: $6 === undefined ? null : { memory: $6, head: $7, untouchedFrom: $8 }, lock: $9, folders: $10,
      });`, [
      new ivm.Callback(() => this.library.copyInto() as never),
      new ivm.Callback((bytes: unknown) => copyIn(surroundings.random(Number(bytes))) as never),
      new ivm.Callback(() => surroundings.now()),
      new ivm.Callback(() => surroundings.date()),
      new ivm.Callback(() => { surroundings.memoryMet = true; }),
      interpreter.copyInto(), image?.module.copyInto(), image && copyIn(image.head), image?.untouchedFrom, lock, FOLDERS,
    ], { result: { reference: true } }) as unknown as IsolatedVm.Reference<Started>;
  }
}

/** Once for all isolates of this process. */
function compile(wasm: Buffer): IsolatedVm.ExternalCopy<unknown> {
  const isolate = new ivm.Isolate({ memoryLimit: ISOLATE_MB });
  try {
    return isolate.createContextSync().evalClosureSync("return new WebAssembly.Module($0)", [copyIn(wasm)], { result: { externalCopy: true } }) as unknown as IsolatedVm.ExternalCopy<unknown>;
  } finally {
    isolate.dispose();
  }
}
