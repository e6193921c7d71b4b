/**
 * A program of its own, which the server starts once: what it does takes too long for the server to stand still, or for each new worker. In on
 * standard input: the material as JSON; out on standard output: four bytes with the length of the packed code, the code, and the packed image
 * where one is wanted.
 */
import { readFileSync, writeSync } from "node:fs";
import type { Material } from "../../frames.ts";
import { makeCode, makeImage } from "./make-start.ts";
import { packCode, packImage } from "./start.ts";

const { realm = "", guest = "{}", wanted = "" } = JSON.parse(readFileSync(0, "utf8")) as Material;
const code = makeCode(realm);
const packed = packCode(code);
const length = Buffer.alloc(4);
length.writeUInt32LE(packed.length);
const image = wanted === "image" ? packImage(makeImage(code, JSON.parse(guest) as Record<string, string>)) : Buffer.alloc(0);
const all = Buffer.concat([length, packed, image]);
for (let at = 0; at < all.length;) at += writeSync(1, all, at);
process.exit(0);
