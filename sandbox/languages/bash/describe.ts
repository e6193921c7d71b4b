/** What a worker for bash needs: the code of the two shells, bundled in memory when the sandbox starts. */
import { createRequire } from "node:module";
import type { EngineDescription } from "../../engine.ts";
import { bundleShell } from "./bundle.ts";

const require = createRequire(import.meta.url);
const version = (name: string): string => (require(`${name}/package.json`) as { version: string }).version;

export const description: EngineDescription = {
  kind: "bash",
  languages: ["bash"],
  version: () => `rung-bash/1 just-bash/3.4.2 isolated-vm/${version("isolated-vm")}`,
  async material() {
    const [judge, learner] = await Promise.all([bundleShell("judge-shell.ts"), bundleShell("learner-shell.ts")]);
    return { judge, learner };
  },
  readable: () => [],
  startMs: 30_000,
  idleGrowthMb: 128,
};
