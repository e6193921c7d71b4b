import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { makeImageModule } from "../../sandbox/languages/python/image-module.ts";
import { findImage, keepImage, nameImage } from "../../sandbox/languages/python/image-store.ts";
import { packImage, unpackImage } from "../../sandbox/languages/python/start.ts";
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

describe("the image between two starts", () => {
  const folders: string[] = [];
  const makeFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "images-"));
    folders.push(folder);
    return folder;
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });
  const packed = packImage({ module: Buffer.from("module"), head: Buffer.from("head"), untouchedFrom: 12 });

  it("is found as it was kept, and takes the place of older ones", () => {
    const folder = makeFolder();
    expect(keepImage("python-old.image", Buffer.from("old"), folder)).toBe(true);
    expect(keepImage("python-new.image", packed, folder)).toBe(true);
    expect(unpackImage(findImage("python-new.image", folder) as Buffer)).toEqual({ module: Buffer.from("module"), head: Buffer.from("head"), untouchedFrom: 12 });
    expect(readdirSync(folder)).toEqual(["python-new.image"]);
    expect(findImage("python-old.image", folder)).toBeNull();
  });

  it("is refused when a byte of it changed, or when it is cut", () => {
    const folder = makeFolder();
    const path = join(folder, "python-a.image");
    for (const spoil of [(bytes: Buffer) => bytes.fill((bytes[40] as number) ^ 1, 40, 41), (bytes: Buffer) => bytes.subarray(0, 45), () => Buffer.alloc(0)]) {
      keepImage("python-a.image", packed, folder);
      writeFileSync(path, spoil(readFileSync(path)));
      expect(findImage("python-a.image", folder)).toBeNull();
    }
  });

  it("is refused when others could have written it", () => {
    const folder = makeFolder();
    keepImage("python-a.image", packed, folder);
    chmodSync(join(folder, "python-a.image"), 0o666);
    expect(findImage("python-a.image", folder)).toBeNull();
    chmodSync(join(folder, "python-a.image"), 0o644);
    expect(findImage("python-a.image", folder)).toEqual(packed);
    chmodSync(folder, 0o777);
    expect(findImage("python-a.image", folder)).toBeNull();
  });

  it("is not kept where nothing can be written, and nobody minds", () => {
    const file = join(makeFolder(), "file");
    writeFileSync(file, "");
    expect(keepImage("python-a.image", packed, join(file, "below"))).toBe(false);
  });

  it("has another name when anything that it is made from is another", () => {
    expect(nameImage(["realm", "guest"])).toBe(nameImage(["realm", "guest"]));
    expect(nameImage(["realm", "guest"])).not.toBe(nameImage(["realm", "guest 2"]));
    expect(nameImage(["realm", "guest"])).not.toBe(nameImage(["realmguest", ""]));
  });
});
