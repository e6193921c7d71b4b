/** What a worker for JavaScript and TypeScript needs. The two realms' code is bundled in memory when the sandbox starts. */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { EngineDescription } from "../../engine.ts";
import { bundleSource } from "../../bundle.ts";

const require = createRequire(import.meta.url);
const source = (file: string): string => fileURLToPath(new URL(`../../judge/${file}`, import.meta.url));

export const description: EngineDescription = {
  kind: "javascript",
  languages: ["javascript", "typescript"],
  version: () => `rung-js/2 isolated-vm/${(require("isolated-vm/package.json") as { version: string }).version}`,
  async material() {
    const [judge, learner] = await Promise.all([bundleSource(source("judge-realm.ts"), "bootJudge"), bundleSource(source("learner-realm.ts"), "bootLearner")]);
    return { judge, learner };
  },
  readable: () => [],
  startMs: 20_000,
  idleGrowthMb: 96,
};
