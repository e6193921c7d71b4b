/** What a worker for bash needs: the code of the two shells, bundled in memory when the sandbox starts. */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { EngineDescription } from "../../engine.ts";
import { bundleShell } from "./bundle.ts";

const require = createRequire(import.meta.url);

/** just-bash does not export its package.json. */
function utilitiesVersion(): string {
  const text = readFileSync(join(dirname(require.resolve("just-bash")), "..", "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

export const description: EngineDescription = {
  kind: "bash",
  languages: ["bash"],
  version: () => `rung-bash/1 just-bash/${utilitiesVersion()} isolated-vm/${(require("isolated-vm/package.json") as { version: string }).version}`,
  async material() {
    const [judge, learner] = await Promise.all([bundleShell("judge-realm.ts", "bootJudge"), bundleShell("learner-realm.ts", "bootLearner")]);
    return { judge, learner };
  },
  readable: () => [],
  startMs: 30_000,
  ownCpuMs: 200,
  idleGrowthMb: 128,
};
