/**
 * What every interpreter starts from: Pyodide's JavaScript, compiled, in a heap of V8's, and the memory of a CPython that has booted. It is made once per
 * server by `make-start.ts`, in a process of its own, goes to the workers through their channel, and is stored nowhere.
 */
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

export interface PythonStart {
  /** V8's snapshot. */
  snapshot: Buffer;
  /** The image as a module, see `image-module.ts`. */
  image: Buffer;
  /** Pyodide's own head of the image. */
  head: Buffer;
  /** Address from which on an interpreter's memory is expected to be unused when it starts. */
  untouchedFrom: number;
  /** What the interpreter exports, see `slim.ts`. */
  exports: string[];
  /** Pyodide's list of packages. */
  lock: string;
}

type Facts = Pick<PythonStart, "untouchedFrom" | "exports" | "lock"> & { sizes: [snapshot: number, image: number, head: number] };

/** Bytes that are unpacked at once: more than there are, so that they are not put together from pieces. */
const AT_ONCE = 32 * 1_048_576;

/** As one compressed lump. */
export function packStart({ snapshot, image, head, ...facts }: PythonStart): Buffer {
  const text = Buffer.from(JSON.stringify({ ...facts, sizes: [snapshot.length, image.length, head.length] } satisfies Facts));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  // Fast rather than small: it is unpacked again on the same machine.
  return zstdCompressSync(Buffer.concat([length, text, snapshot, image, head]), { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

export function unpackStart(packed: Buffer): PythonStart {
  const bytes = zstdDecompressSync(packed, { chunkSize: AT_ONCE });
  let at = 4 + bytes.readUInt32LE(0);
  const { sizes, ...facts } = JSON.parse(bytes.toString("utf8", 4, at)) as Facts;
  const [snapshot, image, head] = sizes.map((size) => bytes.subarray(at, (at += size)));
  return { ...facts, snapshot, image, head } as PythonStart;
}
