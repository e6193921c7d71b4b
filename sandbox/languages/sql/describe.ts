/** What a worker for SQL needs: the code around SQLite, bundled in memory when the sandbox starts, and SQLite itself. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { EngineDescription } from "../../engine.ts";
import { bundleSource } from "../../bundle.ts";

const require = createRequire(import.meta.url);
/** sql.js lets nobody import its package.json. */
const SQL_JS_VERSION = "1.16.0";
const version = (name: string): string => (require(`${name}/package.json`) as { version: string }).version;

export const description: EngineDescription = {
  kind: "sql",
  languages: ["sql"],
  version: () => `rung-sql/1 sql.js/${SQL_JS_VERSION} isolated-vm/${version("isolated-vm")}`,
  async material() {
    const dist = (file: string): string => require.resolve(`sql.js/dist/${file}`);
    const [realm, script, wasm] = await Promise.all([
      bundleSource(fileURLToPath(new URL("./realm.ts", import.meta.url)), "realm"),
      readFile(dist("sql-wasm-browser.js"), "utf8"),
      readFile(dist("sql-wasm-browser.wasm"), "base64"),
    ]);
    return { realm, script, wasm };
  },
  readable: () => [],
  startMs: 20_000,
  ownCpuMs: 100,
  idleGrowthMb: 96,
};
