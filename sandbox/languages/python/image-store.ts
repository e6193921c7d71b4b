/**
 * The memory image between two starts of servers: it is the same as long as Pyodide, `guest/` and what makes it are, and compiling the library anew
 * takes seconds. It lies beside the packages it is made from, and is trusted as they are: who can write there can change Pyodide itself. It
 * holds no machine code. No worker can write, or reads it. Where it can't be kept, every start makes it.
 */
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PYODIDE } from "./pyodide-files.ts";

const PACKAGES = fileURLToPath(new URL("../../../node_modules/", import.meta.url));
export const FOLDER = join(PACKAGES, ".cache", "rung");
const OTHERS_MAY_WRITE = 0o022;
const DIGEST_BYTES = 32;

const digest = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();

/** Names an image by everything that it is made from. `texts`: what the program that makes it is given. */
export function nameImage(texts: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify([process.version, ...texts]));
  const here = dirname(fileURLToPath(import.meta.url));
  for (const file of readdirSync(here).filter((name) => name.endsWith(".ts")).sort()) hash.update(readFileSync(join(here, file)));
  for (const file of ["pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs", "pyodide-lock.json", "python_stdlib.zip"]) hash.update(readFileSync(join(PYODIDE, file)));
  return `python-${hash.digest("hex").slice(0, 32)}.image`;
}

/** The packed image; null when there is none, when it is not whole, or when somebody else could have written it. */
export function findImage(name: string, folder = FOLDER): Buffer | null {
  try {
    if (![folder, join(folder, name)].every(isOurs)) return null;
    const bytes = readFileSync(join(folder, name));
    const packed = bytes.subarray(DIGEST_BYTES);
    return digest(packed).equals(bytes.subarray(0, DIGEST_BYTES)) ? packed : null;
  } catch {
    return null;
  }
}

function isOurs(path: string): boolean {
  const { uid, mode } = statSync(path);
  return (mode & OTHERS_MAY_WRITE) === 0 && [process.getuid?.() ?? uid, 0].includes(uid);
}

/** Keeps it in place of older ones. Says `false` where it can't be kept. */
export function keepImage(name: string, packed: Buffer, folder = FOLDER): boolean {
  try {
    if (folder === FOLDER && !existsSync(PACKAGES)) return false;
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const draft = join(folder, `${randomBytes(8).toString("hex")}.draft`);
    writeFileSync(draft, Buffer.concat([digest(packed), packed]), { mode: 0o644, flag: "wx" });
    // Whoever reads meanwhile sees the old one or the new one.
    renameSync(draft, join(folder, name));
    for (const other of readdirSync(folder)) if (other.startsWith("python-") && other !== name) rmSync(join(folder, other), { force: true });
    return true;
  } catch {
    return false;
  }
}
