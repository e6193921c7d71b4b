import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Grading needs this major version: older ones only take releases of isolated-vm with a known hole. */
const NEEDED_MAJOR = 24;

/**
 * The Node that everything runs on: the one pinned in the lockfile where there is one for this machine, else the
 * host's own when it is new enough.
 *
 * @returns {{ path: string } | { problem: string }}
 */
export function findNode(root) {
  const pinned = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  // On musl the file is there and cannot run.
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return { path: pinned };
  if (Number(process.versions.node.split(".")[0]) >= NEEDED_MAJOR) return { path: process.execPath };
  return { problem: describeTooOld() };
}

function describeTooOld() {
  return (
    `Rung needs Node ${NEEDED_MAJOR} or newer, and this is Node ${process.versions.node} on ${process.platform} (${process.arch}), ` +
    `for which none comes with the packages: install Node ${NEEDED_MAJOR} (https://nodejs.org, or "nvm install ${NEEDED_MAJOR}") and run the same command again.`
  );
}
