/** What a worker for Python needs: Pyodide's files, the Python that runs inside (`guest/`), and the operator's wheels. */
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleSource } from "../../bundle.ts";
import type { EngineDescription } from "../../engine.ts";
import { FLAGS } from "./flags.ts";
import { findImage, keepImage, nameImage } from "./image-store.ts";
import { haveStartMade } from "./start-process.ts";
import { PYODIDE } from "./pyodide-files.ts";
import { findWheels } from "./wheels.ts";

const require = createRequire(import.meta.url);
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** The operator's folder of pure-Python wheels, without which programs have the standard library only. */
function wheelFolder(): string | null {
  const folder = process.env["RUNG_PYTHON_WHEELS"] ?? "";
  return folder === "" ? null : folder;
}

/** The files of `guest/`, by path from there. */
function readGuest(folder = here("guest"), prefix = ""): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) Object.assign(files, readGuest(path, `${prefix}${entry.name}/`));
    else if (entry.name.endsWith(".py")) files[`${prefix}${entry.name}`] = readFileSync(path, "utf8");
  }
  return files;
}

/** What interpreters' start is made from. */
export async function readStartMaterial(): Promise<{ realm: string; guest: string }> {
  return { realm: await bundleSource(here("realm.ts"), "start"), guest: JSON.stringify(readGuest()) };
}

export const description: EngineDescription = {
  kind: "python",
  languages: ["python"],
  version: () => `rung-python/1 pyodide/${(require("pyodide/package.json") as { version: string }).version} isolated-vm/${(require("isolated-vm/package.json") as { version: string }).version}`,
  async material() {
    const folder = wheelFolder();
    const wheels = folder === null ? [] : findWheels(folder);
    const material = await readStartMaterial();
    const name = nameImage([material.realm, material.guest]);
    const kept = findImage(name);
    const made = await haveStartMade(material, kept === null, this.readable());
    if (made.image !== null) keepImage(name, made.image);
    return { wheels: JSON.stringify(wheels), code: made.code.toString("base64"), image: (kept ?? made.image ?? Buffer.alloc(0)).toString("base64") };
  },
  readable() {
    const folder = wheelFolder();
    return [PYODIDE, ...(folder === null ? [] : [realpathSync(folder)])];
  },
  flags: FLAGS,
  startMs: 30_000,
  ownCpuMs: 600,
  idleGrowthMb: 160,
  spare: false,
};
