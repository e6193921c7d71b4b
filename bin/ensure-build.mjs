import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Everything that the built pages are made of. */
const SOURCES = ["app", "db", "sandbox", "public", "package-lock.json", "remix.config.js", "tsconfig.json", "vite.config.ts", "vite.monaco.ts", "vite.service-worker.ts", "vite.precompress.ts"];

/** Whether `build/` was made from the files as they are now. */
export function isBuildFresh(root) {
  const stamp = join(root, "build", ".stamp");
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashSources(root);
}

/**
 * Builds the pages when they are stale. Two at a time wait for each other.
 *
 * @param {string} root folder of the project
 * @param {string} node path of the Node to build with
 * @returns {boolean} false when the build failed; it has said why
 */
export function ensureBuild(root, node) {
  if (isBuildFresh(root)) return true;
  return withLock(join(root, "node_modules", ".rung-build.pid"), () => {
    if (isBuildFresh(root)) return true;
    console.log("Building the pages …");
    // Taken before: a file that changes meanwhile makes the build stale again.
    const hash = hashSources(root);
    const remix = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
    const run = spawnSync(node, [remix, "vite:build"], { cwd: root, encoding: "utf8", env: { ...process.env, NODE_ENV: "production" } });
    if (run.status !== 0) {
      console.error(`${run.stdout}${run.stderr}`);
      return false;
    }
    writeFileSync(join(root, "build", ".stamp"), hash);
    return true;
  });
}

function hashSources(root) {
  const hash = createHash("sha256");
  for (const source of SOURCES) addToHash(hash, root, source);
  return hash.digest("hex");
}

function addToHash(hash, root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addToHash(hash, root, `${path}/${name}`);
    return;
  }
  const bytes = readFileSync(full);
  hash.update(`${path}\n${bytes.length}\n`).update(bytes);
}

function withLock(file, act) {
  if (!takeLock(file)) {
    console.log("Another process builds the pages: waiting for it …");
    while (!takeLock(file)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    return act();
  } finally {
    rmSync(file, { force: true });
  }
}

/** The lock names its process: one that was killed left it behind. */
function takeLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  if (!isAlive(readLock(file))) rmSync(file, { force: true });
  return false;
}

function readLock(file) {
  try {
    return Number(readFileSync(file, "utf8")) || process.pid;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return process.pid;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
