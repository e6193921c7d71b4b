/** The workers' program as one text, and the few lines that start it. A worker reads none of this folder's files. */
import { fileURLToPath } from "node:url";
import { bundleSource } from "./bundle.ts";

let made: Promise<string> | null = null;

/**
 * `worker.ts` with all engines, made in memory by the server, once: an expression whose value is a function of `require` and of the
 * address that modules are looked for from, which serves the worker's channel. Starting from the sources, every worker loses their types again.
 */
export function bundleProgram(): Promise<string> {
  made ??= bundleSource(fileURLToPath(new URL("./worker.ts", import.meta.url)), "serve", {
    platform: "node", target: "node24", packages: "external", define: { "import.meta.url": "__url" },
  }).then((text) => `(require, __url) => (${text.trim().replace(/;$/, "")})()`);
  made.catch(() => {
    made = null;
  });
  return made;
}

/** What a worker's Node evaluates: takes the program from the channel, as bytes behind four of their count, and begins it. */
export const STARTER = `
const { readSync } = require("node:fs");
const read = (size) => {
  const bytes = Buffer.allocUnsafe(size);
  for (let at = 0; at < size;) {
    const got = readSync(3, bytes, at, size - at);
    if (got === 0) process.exit(0);
    at += got;
  }
  return bytes;
};
const text = read(read(4).readUInt32LE(0)).toString("utf8");
const { pathToFileURL } = require("node:url");
const url = pathToFileURL(process.argv[1]).href;
require("node:vm").runInThisContext(text, { filename: "rung:worker" })(require("node:module").createRequire(url), url);`;

/** The program as it goes over the channel. */
export function encodeProgram(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  const head = Buffer.allocUnsafe(4);
  head.writeUInt32LE(bytes.length, 0);
  return Buffer.concat([head, bytes]);
}
