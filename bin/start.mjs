/**
 * `npm start`: sets up what is missing, then serves. Plain JavaScript without packages, for any Node: it runs before
 * anything is installed. Serving itself runs on the Node that `findNode` finds.
 */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuild, isBuildFresh } from "./ensure-build.mjs";
import { ensurePackages } from "./ensure-packages.mjs";
import { findNode } from "./find-node.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const isDevelopment = process.argv.includes("--dev");

function stopWith(sentence) {
  if (sentence) console.error(sentence);
  process.exit(1);
}

const host = findNode(root);
if (host.problem) stopWith(host.problem);
if (!ensurePackages(root, { withTools: isDevelopment || !isBuildFresh(root) })) stopWith("The packages could not be installed: npm has said why above.");

const node = findNode(root);
if (!node.path) stopWith(node.problem || "The packages are installed, and the Node that comes with them is not among them: delete node_modules and run the same command again.");
if (!isDevelopment && !ensureBuild(root, node.path)) stopWith("The pages could not be built: the builder has said why above.");

const server = spawn(node.path, ["--no-node-snapshot", join(root, "bin", "rung.ts"), "serve"], {
  cwd: root,
  // The channel lets the server see when this process is gone, however it ended.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: { ...process.env, NODE_ENV: isDevelopment ? "development" : process.env.NODE_ENV || "demo" },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
// npm runs this through a shell. That one ends on npm's signal without a word to its children: then this process has
// another parent, and nobody waits for it any more.
const shell = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === shell || server.kill("SIGTERM"), 500).unref();
server.on("error", (error) => stopWith(`The server could not be started: ${error.message}`));
server.on("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
