/**
 * What every interpreter starts from, made by `make-start.ts` in a process of its own: Pyodide's JavaScript, compiled, in a heap of V8's, once per
 * server and stored nowhere; and the memory of a CPython that has booted. Both go to the workers through their channel.
 */
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

export interface InterpreterCode {
  /** V8's snapshot. */
  snapshot: Buffer;
  /** What the interpreter exports, see `slim.ts`. */
  exports: string[];
  /** Pyodide's list of packages. */
  lock: string;
}
export interface MemoryImage {
  /** The memory as a module, see `image-module.ts`. */
  module: Buffer;
  /** Pyodide's own head of it. */
  head: Buffer;
  /** Address from which on an interpreter's memory is expected to be unused when it starts. */
  untouchedFrom: number;
}

/** Bytes that are unpacked at once: more than there are, so that they are not put together from pieces. */
const AT_ONCE = 32 * 1_048_576;

/** As one compressed lump. */
export function packCode({ snapshot, ...facts }: InterpreterCode): Buffer {
  return pack(facts, [snapshot]);
}
export function unpackCode(packed: Buffer): InterpreterCode {
  const { facts, parts: [snapshot] } = unpack(packed);
  return { ...(facts as Omit<InterpreterCode, "snapshot">), snapshot: snapshot as Buffer };
}
/** As one compressed lump. */
export function packImage({ module, head, untouchedFrom }: MemoryImage): Buffer {
  return pack({ untouchedFrom }, [module, head]);
}
export function unpackImage(packed: Buffer): MemoryImage {
  const { facts, parts: [module, head] } = unpack(packed);
  return { ...(facts as Pick<MemoryImage, "untouchedFrom">), module: module as Buffer, head: head as Buffer };
}

function pack(facts: object, parts: readonly Buffer[]): Buffer {
  const text = Buffer.from(JSON.stringify({ facts, sizes: parts.map((part) => part.length) }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  // Fast rather than small: it is unpacked again on the same machine.
  return zstdCompressSync(Buffer.concat([length, text, ...parts]), { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

function unpack(packed: Buffer): { facts: object; parts: Buffer[] } {
  const bytes = zstdDecompressSync(packed, { chunkSize: AT_ONCE });
  let at = 4 + bytes.readUInt32LE(0);
  const { facts, sizes } = JSON.parse(bytes.toString("utf8", 4, at)) as { facts: object; sizes: number[] };
  const parts = sizes.map((size) => {
    at += size;
    return bytes.subarray(at - size, at);
  });
  return { facts, parts };
}
