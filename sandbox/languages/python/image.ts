/**
 * Makes the memory image that every interpreter of every worker starts from: CPython booted, the library's favourites imported. A
 * program of its own, which `make-image.ts` starts once per server: booting takes seconds, for which neither the server nor each
 * new worker should stand still. Only trusted code runs here. In on standard input: the material as JSON; out on standard output: the image,
 * compressed.
 */
import { readFileSync, writeSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import type { Material } from "../../frames.ts";
import { PythonRuntime } from "./runtime.ts";

// Fast rather than small: it is unpacked again on the same machine.
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

const { realm = "", guest = "{}", wheels = "[]" } = JSON.parse(readFileSync(0, "utf8")) as Material;
const runtime = new PythonRuntime(realm, JSON.parse(guest) as Record<string, string>, JSON.parse(wheels) as string[]);
const image = brotliCompressSync(await runtime.makeImage(), FAST);
for (let at = 0; at < image.length;) at += writeSync(1, image, at);
process.exit(0);
