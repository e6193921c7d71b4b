/** Code of a realm as text, made in memory from this folder's sources when the sandbox starts. Nothing is kept on disk. */
import { createRequire } from "node:module";
import type * as Esbuild from "esbuild";

const require = createRequire(import.meta.url);

/** One expression whose value is the export `name` of `file` (an absolute path); everything in it is strict. */
export async function bundleSource(file: string, name: string, options: Esbuild.BuildOptions = {}): Promise<string> {
  const esbuild = require("esbuild") as typeof Esbuild;
  const result = await esbuild.build({
    bundle: true, format: "iife", platform: "neutral", target: "es2024", legalComments: "none",
    ...options,
    entryPoints: [file], write: false, globalName: "realm",
    banner: { js: '(() => { "use strict";' },
    footer: { js: `return realm.${name}; })()` },
  });
  return result.outputFiles?.[0]?.text ?? "";
}

/** esbuild keeps a process of its own; this ends it. It is started again by the next bundle. */
export async function stopBundler(): Promise<void> {
  await (require("esbuild") as typeof Esbuild).stop();
}
