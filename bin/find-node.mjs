import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Grading needs this major version: older ones only take releases of isolated-vm with a known hole. */
const NEEDED_MAJOR = 24;

/**
 * The Node that everything runs on: the one pinned in the lockfile where there is one for this machine, else the
 * host's own when it is new enough.
 *
 * @param {string} root folder of the project
 * @param {{ platform: string, arch: string, execPath: string, versions: { node: string } }} host the process that asks
 * @returns {{ path?: string, problem?: string }} no path and no problem: it comes with the packages, which are not
 *   installed yet
 */
export function findNode(root, host = process) {
  const name = `node-${host.platform}-${host.arch}`;
  const pinned = join(root, "node_modules", name, "bin", "node");
  // On musl the file is there and cannot run.
  if (existsSync(pinned) && spawnSync(pinned, ["--version"]).status === 0) return { path: pinned };
  if (Number(host.versions.node.split(".")[0]) >= NEEDED_MAJOR) return { path: host.execPath };
  const lockfile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  if (lockfile.packages[`node_modules/${name}`] && !existsSync(pinned)) return {};
  return { problem: describeTooOld(host) };
}

function describeTooOld(host) {
  return (
    `Rung needs Node ${NEEDED_MAJOR} or newer, and this is Node ${host.versions.node} on ${host.platform} (${host.arch}), ` +
    `for which none comes with the packages: install Node ${NEEDED_MAJOR} (https://nodejs.org, or "nvm install ${NEEDED_MAJOR}") and run the same command again.`
  );
}
