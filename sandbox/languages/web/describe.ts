/** What a worker for web pages needs: the realms' code and the DOM, bundled in memory when the sandbox starts. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { bundleSource } from "../../bundle.ts";
import type { EngineDescription } from "../../engine.ts";
import { bundlePages } from "./bundle.ts";

const require = createRequire(import.meta.url);
const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const version = (name: string): string => (require(`${name}/package.json`) as { version: string }).version;

export const description: EngineDescription = {
  kind: "web",
  languages: ["web"],
  version: () => `rung-web/1 happy-dom/${version("happy-dom")} isolated-vm/${version("isolated-vm")}`,
  async material() {
    const [judge, learner, pages, page] = await Promise.all([
      bundleSource(source("../../judge/judge-realm.ts"), "bootJudge"), bundleSource(source("../../judge/learner-realm.ts"), "bootLearner"),
      bundlePages(), bundleSource(source("learner-realm.ts"), "bootPage"),
    ]);
    return { judge, learner, pages, page };
  },
  readable: () => [],
  // As for JavaScript, and for the same reasons.
  flags: ["--single-threaded", "--no-sparkplug", "--no-rehash-snapshot", "--liftoff-only"],
  startMs: 30_000,
  ownCpuMs: 200,
  idleGrowthMb: 128,
};
