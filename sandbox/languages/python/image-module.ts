/**
 * The memory image as a WebAssembly module that has nothing but data: to instantiate it over an interpreter's memory writes the image
 * there. A module is compiled once per process and shared by its isolates, and no one can change it, so that no interpreter
 * needs a copy of its own from which to copy.
 */
import { number, section } from "./slim.ts";

const PAGE_BYTES = 4_096;

/** Addresses in an interpreter's memory, bytes. */
export interface Layout {
  /** The stack goes from `stackBase` down to `stackEnd`. Below it is what the interpreter's module wrote when it began. */
  stackEnd: number;
  stackBase: number;
  /** No interpreter has used the heap from here on when the image is written. */
  untouchedFrom: number;
}

/** Takes one import, `e.m`, the memory. Empty pages that are empty anyway are left out. */
export function makeImageModule(memory: Uint8Array, { stackEnd, stackBase, untouchedFrom }: Layout): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(memory.buffer, memory.byteOffset, memory.byteLength);
  const empty = Buffer.alloc(PAGE_BYTES);
  const isLeftOut = (at: number): boolean => {
    const end = at + PAGE_BYTES;
    const isFresh = at >= untouchedFrom || (at >= stackEnd && end <= stackBase);
    return isFresh && bytes.subarray(at, end).equals(empty);
  };
  const segments: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const from = at;
    if (isLeftOut(at)) at += PAGE_BYTES;
    else {
      while (at < bytes.length && !isLeftOut(at)) at += PAGE_BYTES;
      const part = bytes.subarray(from, at);
      segments.push(Buffer.concat([Buffer.from([0, I32_CONST]), signed(from), Buffer.from([END]), number(part.length), part]));
    }
  }
  return Buffer.concat([
    Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    section(IMPORTS, [number(1), number(1), Buffer.from("e"), number(1), Buffer.from("m"), Buffer.from([MEMORY, 0]), number(1)]),
    section(DATA, [number(segments.length), ...segments]),
  ]);
}

const [IMPORTS, DATA] = [2, 11];
const MEMORY = 2;
const [I32_CONST, END] = [0x41, 0x0b];

/** A number as a constant of WebAssembly's. */
function signed(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>= 7) {
    const low = rest & 127;
    if (rest >> 7 === 0 && low < 64) return Buffer.from([...bytes, low]);
    bytes.push(low + 128);
  }
}
