/** What a worker for JavaScript and TypeScript needs. The two realms' code is bundled in memory when the sandbox starts. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { EngineDescription } from "../../engine.ts";
import { bundleSource } from "../../bundle.ts";

const require = createRequire(import.meta.url);
const source = (file: string): string => fileURLToPath(new URL(`../../judge/${file}`, import.meta.url));

/** Less text in every isolate. Names stay: classes and functions show them. */
const LEAN = { minifyWhitespace: true, minifySyntax: true };

export const description: EngineDescription = {
  kind: "javascript",
  languages: ["javascript", "typescript"],
  version: () => `rung-js/2 isolated-vm/${(require("isolated-vm/package.json") as { version: string }).version}`,
  async material() {
    const [realms, warmUp] = await Promise.all([bundleSource(source("realms.ts"), "realms", LEAN), bundleSource(source("warm-up.ts"), "warmUp", LEAN)]);
    return { realms, warmUp };
  },
  readable: () => [],
  // Runs are short. Compiling for loops that never come, on threads that have to be woken, took a fifth of their CPU time; what
  // runs long still reaches the optimizing compilers. Not rehashing fixes the seed of hashes: who knows it can make tables of their
  // own run slow, which their own limits end.
  // WebAssembly is only what strips types here; optimizing it took more than it ever gave back.
  flags: ["--single-threaded", "--no-sparkplug", "--no-rehash-snapshot", "--liftoff-only"],
  startMs: 20_000,
  ownCpuMs: 0,
  idleGrowthMb: 96,
};
