/** Code of a realm as text, made in memory from this folder's sources when the sandbox starts. Nothing is kept on disk. */
import { createRequire } from "node:module";
import type * as Esbuild from "esbuild";

const require = createRequire(import.meta.url);

/** Bundles that are being made, by whichever sandbox of this process. */
let building = 0;
let isStopWanted = false;
let stopping: Promise<void> = Promise.resolve();

/** One expression whose value is the export `name` of `file` (an absolute path); everything in it is strict. */
export async function bundleSource(file: string, name: string, options: Esbuild.BuildOptions = {}): Promise<string> {
  building += 1;
  try {
    await stopping;
    const result = await esbuild().build({
      bundle: true, format: "iife", platform: "neutral", target: "es2024", legalComments: "none",
      ...options,
      entryPoints: [file], write: false, globalName: "realm",
      banner: { js: '(() => { "use strict";' },
      footer: { js: `return realm.${name}; })()` },
    });
    return result.outputFiles?.[0]?.text ?? "";
  } finally {
    building -= 1;
    if (isStopWanted) await stopBundler();
  }
}

/**
 * esbuild keeps a process of its own; this ends it, or has the last of the bundles that are being made end it: without
 * its process a bundle would never be finished. It is started again by the next bundle.
 */
export async function stopBundler(): Promise<void> {
  isStopWanted = building > 0;
  if (isStopWanted) return;
  stopping = stopping.then(() => esbuild().stop());
  await stopping;
}

function esbuild(): typeof Esbuild {
  return require("esbuild") as typeof Esbuild;
}
