/** What a worker that looks for type errors needs: TypeScript's compiler and library as text, and the code around it. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { EngineDescription } from "../../engine.ts";
import { bundleSource } from "../../bundle.ts";
import { LIBRARIES } from "./declarations.ts";

const require = createRequire(import.meta.url);
const version = (name: string): string => (require(`${name}/package.json`) as { version: string }).version;

export const description: EngineDescription = {
  kind: "types",
  // Asked beside the tests of TypeScript labs, never instead of them.
  languages: [],
  version: () => `rung-types/1 typescript/${version("typescript")}`,
  async material() {
    const compiler = require.resolve("typescript");
    const [checker, script, libraries] = await Promise.all([
      bundleSource(fileURLToPath(new URL("./checker.ts", import.meta.url)), "bootChecker"),
      readFile(compiler, "utf8"),
      readLibraries(dirname(compiler)),
    ]);
    return { checker, compiler: script, libraries: JSON.stringify(libraries) };
  },
  readable: () => [],
  startMs: 30_000,
  ownCpuMs: 0,
  idleGrowthMb: 160,
};

/** The library files and everything they refer to, by name. */
async function readLibraries(folder: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  const names: string[] = [...LIBRARIES];
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    if (Object.hasOwn(texts, name)) continue;
    const text = await readFile(join(folder, name), "utf8");
    texts[name] = text;
    for (const [, lib] of text.matchAll(/^\/\/\/ <reference lib="([\w.]+)" \/>/gm)) names.push(`lib.${lib}.d.ts`);
  }
  return texts;
}
