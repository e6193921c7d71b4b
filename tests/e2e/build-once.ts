import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuild } from "../../bin/ensure-build.mjs";

/**
 * The pages are built before the first browser test, and only when they are stale. Test servers take a copy, so that a
 * new build does not pull the files away from under them; inside the project, so that it finds its packages.
 */
export default function buildOnce() {
  const project = fileURLToPath(new URL("../../", import.meta.url));
  if (!ensureBuild(project, process.execPath)) throw new Error("The pages could not be built: see above.");
  const copy = join(project, "node_modules", ".rung-e2e", String(process.pid));
  cpSync(join(project, "build"), copy, { recursive: true });
  process.env.E2E_BUILD_FOLDER = copy;
  return () => rmSync(copy, { recursive: true, force: true });
}
