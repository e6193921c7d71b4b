import { fileURLToPath } from "node:url";
import { ensureBuild } from "../../bin/ensure-build.mjs";

/** The pages are built before the first browser test, and only when they are stale. */
export default function buildOnce() {
  if (!ensureBuild(fileURLToPath(new URL("../../", import.meta.url)), process.execPath)) throw new Error("The pages could not be built: see above.");
}
