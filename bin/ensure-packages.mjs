import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs what the lockfile names when it is not there, or not in those versions.
 *
 * @param {string} root folder of the project
 * @param {{ withTools: boolean }} options whether what only builds and tests need must be there too
 * @returns {boolean} false when npm failed; it has said why
 */
export function ensurePackages(root, { withTools }) {
  if (arePackagesInstalled(root, { withTools })) return true;
  console.log("Installing packages (about two minutes the first time) …");
  const scope = withTools ? "--include=dev" : "--omit=dev";
  const { command, firstArguments, options } = npmCommand();
  const run = spawnSync(command, [...firstArguments, "ci", scope, "--loglevel=error", "--no-audit", "--no-fund"], { cwd: root, stdio: "inherit", ...options });
  return run.status === 0;
}

/** Whether npm's own record of node_modules has every package of the lockfile that this machine needs, in its version. */
export function arePackagesInstalled(root, { withTools }) {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, "package-lock.json"));
  const present = readPackages(record);
  return Object.keys(wanted).every((path) => {
    if (path === "") return true;
    const entry = wanted[path];
    if (present[path]) return present[path].version === entry.version;
    // Left out on purpose: other platforms' binaries, and tools where only serving is wanted.
    return entry.optional || entry.devOptional || (entry.dev && !withTools);
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function npmCommand() {
  // Under `npm start` this is the very npm that runs.
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return { command: process.execPath, firstArguments: [cli], options: {} };
  return process.platform === "win32"
    ? { command: "npm.cmd", firstArguments: [], options: { shell: true } }
    : { command: "npm", firstArguments: [], options: {} };
}
