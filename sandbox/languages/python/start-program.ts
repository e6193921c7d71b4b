/**
 * A program of its own, which `describe.ts` starts once per server: booting CPython takes seconds, for which neither the server nor each
 * new worker should stand still. In on standard input: the material as JSON; out on standard output: a packed start.
 */
import { readFileSync, writeSync } from "node:fs";
import type { Material } from "../../frames.ts";
import { makeStart } from "./make-start.ts";
import { packStart } from "./start.ts";

const { realm = "", guest = "{}" } = JSON.parse(readFileSync(0, "utf8")) as Material;
const packed = packStart(makeStart(realm, JSON.parse(guest) as Record<string, string>));
for (let at = 0; at < packed.length;) at += writeSync(1, packed, at);
process.exit(0);
