/**
 * Pyodide without what only packages of machine code need. Its interpreter exports every function of CPython's, and its JavaScript takes each
 * of them over, so that such packages could be linked with it: thousands of objects per interpreter. None are linked here (wheels are pure
 * Python), so what nothing else uses is left out. That halves what an interpreter's start costs, and leaves programs less to reach.
 *
 * It knows how one version of Pyodide is written, and throws when it meets another.
 */

export interface SlimPyodide {
  /** `pyodide.asm.mjs` as the body of a function that returns `_createPyodideModule`. */
  create: string;
  /** `pyodide.mjs` as the body of a function that returns `loadPyodide`. */
  load: string;
  /** What the interpreter must export. */
  exports: string[];
}

const ASSIGN = "function assignWasmExports(wasmExports){";
const ASSIGN_END = "}var wasmImports={";
const ASSIGNMENT = /^([\w$=.[\]"]+?)=wasmExports\["([\w$]+)"\]/;
const WORD = /[\w$]+/g;
/** Used by name here or in the interpreter's own start. */
const ALWAYS_USED = new Set(["_emscripten_stack_get_end", "_emscripten_stack_get_base", "_emscripten_get_sbrk_ptr", "___heap_base"]);
const ALWAYS_EXPORTED = ["__wasm_call_ctors", "main", "__main_argc_argv"];

function replaceOnce(text: string, part: string, by: string): string {
  const at = text.indexOf(part);
  if (at < 0 || text.includes(part, at + 1)) throw new Error(`this version of Pyodide is not known here: "${part}" is not in it once`);
  return text.slice(0, at) + by + text.slice(at + part.length);
}

/** `asm` and `loader`: the texts of `pyodide.asm.mjs` and `pyodide.mjs`. */
export function slimPyodide(asm: string, loader: string): SlimPyodide {
  const start = asm.indexOf(ASSIGN) + ASSIGN.length;
  const end = asm.indexOf(ASSIGN_END, start);
  if (start < ASSIGN.length || end < 0) throw new Error("this version of Pyodide is not known here: it takes its exports over in another way");
  const [head, tail] = [asm.slice(0, start), asm.slice(end)];

  const uses = new Map<string, number>();
  for (const text of [head, tail, loader]) for (const [word] of text.matchAll(WORD)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const exports = new Set(ALWAYS_EXPORTED);
  const kept = asm.slice(start, end).split(";").filter((assignment) => {
    const [, targets = "", name = ""] = ASSIGNMENT.exec(assignment) ?? [];
    if (name === "") throw new Error(`this version of Pyodide is not known here: ${assignment.slice(0, 100)}`);
    // Each is declared once; more than that is a use.
    const isUsed = [...targets.matchAll(WORD)].some(([word]) => ALWAYS_USED.has(word) || (word !== "Module" && (uses.get(word) ?? 0) > 1));
    if (isUsed) exports.add(name);
    return isUsed;
  });
  for (const [, name = ""] of (head + tail).matchAll(/wasmExports\.([\w$]+)/g)) exports.add(name);

  let create = head + kept.join(";") + tail.replaceAll(/wasmExports\["([\w$]+)"\]=makeWrapper_\w+\(wasmExports\["[\w$]+"\]\);/g, (line, name: string) => (exports.has(name) ? line : ""));
  // Addresses for packages that would be linked.
  create = replaceOnce(create, "updateGOT(origExports);", "");
  create = replaceOnce(create, "functionsInTableMap=new WeakMap;updateTableMap(0,wasmTable.length)", "functionsInTableMap=new WeakMap");
  // Nothing draws here.
  create = replaceOnce(create, "if(!value&&!entry.required){", 'if(symName.startsWith("emscripten_gl")||!value&&!entry.required){');
  // The image is written by `restoreMemory` of the options instead of being copied; see `image-module.ts`.
  create = replaceOnce(create, "return Module.HEAP8.set(t),l}", "return API.config.restoreMemory(Module),delete API.config.restoreMemory,l}");
  create = replaceOnce(create.replaceAll("import.meta.url", '"rung:pyodide"'), "export default _createPyodideModule;", "return _createPyodideModule;");
  return { create, load: replaceOnce(loader, "export{dt as loadPyodide,U as version};", "return dt;"), exports: [...exports] };
}

const EXPORT_SECTION = 7;

/** The module with fewer exports. */
export function keepExports(wasm: Uint8Array, names: readonly string[]): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(wasm.buffer, wasm.byteOffset, wasm.byteLength);
  const wanted = new Set(names);
  let at = 8;
  const readNumber = (): number => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = bytes[at] as number;
      at += 1;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const parts = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const from = at;
    const id = readNumber();
    const size = readNumber();
    const to = at + size;
    if (id !== EXPORT_SECTION) parts.push(bytes.subarray(from, to));
    else {
      const kept: Buffer[] = [];
      for (let left = readNumber(); left > 0; left -= 1) {
        const entry = at;
        const length = readNumber();
        const name = bytes.toString("utf8", at, at + length);
        // Behind the name its kind, one byte, and its index.
        at += length + 1;
        readNumber();
        if (wanted.has(name)) kept.push(bytes.subarray(entry, at));
      }
      parts.push(section(EXPORT_SECTION, [number(kept.length), ...kept]));
    }
    at = to;
  }
  return Buffer.concat(parts);
}

/** A section of a WebAssembly module. */
export function section(id: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([id]), number(body.length), body]);
}

/** An unsigned number as WebAssembly writes it. */
export function number(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return Buffer.from([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}
