import { describe, expect, it } from "vitest";
import { makeImageModule } from "../../sandbox/languages/python/image-module.ts";
import { keepExports, number, section, slimPyodide } from "../../sandbox/languages/python/slim.ts";

const PAGE = 4_096;
const HEAD = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const name = (text: string): Buffer => Buffer.concat([number(text.length), Buffer.from(text)]);

describe("the image as a module", () => {
  /** Two blocks of WebAssembly's memory in which every byte is 7. */
  const usedMemory = (): { memory: WebAssembly.Memory; bytes: Uint8Array } => {
    const memory = new WebAssembly.Memory({ initial: 2 });
    const bytes = new Uint8Array(memory.buffer);
    bytes.fill(7);
    return { memory, bytes };
  };

  it("writes every page that may have been used, empty ones too", () => {
    const image = new Uint8Array(2 * 65_536);
    image[5] = 1;
    image[30 * PAGE + 9] = 2;
    const { memory, bytes } = usedMemory();
    new WebAssembly.Instance(new WebAssembly.Module(makeImageModule(image, { stackEnd: 0, stackBase: 0, untouchedFrom: image.length })), { e: { m: memory } });
    expect(Buffer.from(bytes).equals(Buffer.from(image))).toBe(true);
  });

  it("leaves out empty pages of the stack and of the heap that is new", () => {
    const image = new Uint8Array(2 * 65_536);
    image[3 * PAGE] = 1;
    image[20 * PAGE + 1] = 2;
    const { memory, bytes } = usedMemory();
    const compiled = makeImageModule(image, { stackEnd: 2 * PAGE, stackBase: 5 * PAGE, untouchedFrom: 16 * PAGE });
    new WebAssembly.Instance(new WebAssembly.Module(compiled), { e: { m: memory } });
    const written = Array.from({ length: 32 }, (_, page) => page).filter((page) => bytes[page * PAGE + 2_000] === 0);
    expect(written).toEqual([0, 1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 20]);
    expect([bytes[3 * PAGE], bytes[20 * PAGE + 1]]).toEqual([1, 2]);
  });
});

describe("Pyodide without what nothing uses", () => {
  it("keeps the exports that are named, with what they are", () => {
    const exported = (text: string, index: number): Buffer => Buffer.concat([name(text), Buffer.from([3]), number(index)]);
    const global = (value: number): Buffer => Buffer.from([0x7f, 0, 0x41, value, 0x0b]);
    const wasm = Buffer.concat([
      HEAD,
      section(6, [number(3), global(1), global(2), global(3)]),
      section(7, [number(3), exported("one", 0), exported("two", 1), exported("three", 2)]),
      section(0, [name("after"), Buffer.from("rest")]),
    ]);
    const compiled = new WebAssembly.Module(keepExports(wasm, ["two", "three", "four"]));
    const { two, three } = new WebAssembly.Instance(compiled).exports as Record<string, WebAssembly.Global>;
    expect(WebAssembly.Module.exports(compiled).map((one) => one.name)).toEqual(["two", "three"]);
    expect([two?.value, three?.value]).toEqual([2, 3]);
    expect(WebAssembly.Module.customSections(compiled, "after")).toHaveLength(1);
  });

  it("refuses a Pyodide that is written in another way, and says so", () => {
    expect(() => slimPyodide("function assignWasmExports(wasmExports){other()}var wasmImports={};", "")).toThrow(/this version of Pyodide is not known here: other\(\)/);
    expect(() => slimPyodide("", "")).toThrow(/this version of Pyodide is not known here/);
  });
});
