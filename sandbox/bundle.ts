/** The code of the two realms as text, made in memory from this folder's sources when the sandbox starts. Nothing is kept. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type * as Esbuild from "esbuild";

const require = createRequire(import.meta.url);
let bundles: Promise<{ judge: string; learner: string }> | null = null;

export function bundleRealms(): Promise<{ judge: string; learner: string }> {
  bundles ??= build();
  return bundles;
}

async function build(): Promise<{ judge: string; learner: string }> {
  const esbuild = require("esbuild") as typeof Esbuild;
  const one = async (file: string, boot: string): Promise<string> => {
    const result = await esbuild.build({
      entryPoints: [fileURLToPath(new URL(`./judge/${file}`, import.meta.url))],
      bundle: true, write: false, format: "iife", globalName: "realm", platform: "neutral", target: "es2024", legalComments: "none",
      // One expression whose value is the function that starts the realm; everything in it is strict.
      banner: { js: '(() => { "use strict";' },
      footer: { js: `return realm.${boot}; })()` },
    });
    return result.outputFiles[0]?.text ?? "";
  };
  const [judge, learner] = await Promise.all([one("judge-realm.ts", "bootJudge"), one("learner-realm.ts", "bootLearner")]);
  await esbuild.stop();
  return { judge, learner };
}
