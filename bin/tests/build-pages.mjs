/** Builds the pages when they are stale, in a process of its own: the build holds up the one that waits for it. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuild } from "../ensure-build.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
process.exitCode = ensureBuild(root, process.execPath) ? 0 : 1;
