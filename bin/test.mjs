/**
 * `npm test [names…]`: sets up what tests need, a browser included, then runs every kind of test and counts the real
 * results. Its last line is `N passed, N failed`. Names choose: a step of `STEPS`, or a folder or file below `tests/`,
 * e.g. `npm test typecheck unit integration/server e2e/labs`.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePackages } from "./ensure-packages.mjs";
import { ensureChromium } from "./find-chromium.mjs";
import { findNode } from "./find-node.mjs";
import { checkMigrations } from "./tests/check-migrations.mjs";
import { runCommand } from "./tests/run-command.mjs";
import { runLanes } from "./tests/run-lanes.mjs";
import { runPlaywright, runVitest } from "./tests/run-runners.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
/** Variables that would make tests depend on the shell that they were started from. */
const SETTINGS = ["NODE_ENV", "PORT", "HOST", "PUBLIC_URL", "TRUST_PROXY", "DATABASE_FILE", "CONTENT_DIR", "SANDBOX_WORKERS", "SANDBOX_LANGUAGES", "RUNG_PYTHON_WHEELS", "METRICS_TOKEN", "LOG_LEVEL", "FORCE_COLOR"];

function stopWith(sentence) {
  console.error(sentence);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

const host = findNode(root);
if (host.problem) stopWith(host.problem);
if (!ensurePackages(root, { withTools: true })) stopWith("The packages could not be installed: npm has said why above.");
const node = findNode(root);
if (!node.path) stopWith(node.problem || "The packages are installed, and the Node that comes with them is not among them: delete node_modules and run the same command again.");

const env = { ...process.env, PATH: `${dirname(node.path)}${delimiter}${join(root, "node_modules", ".bin")}${delimiter}${process.env.PATH}` };
for (const name of SETTINGS) delete env[name];
// Tests start this project's programs many times; what Node compiled once is read by the next.
env.NODE_COMPILE_CACHE = join(root, "node_modules", ".cache", "rung-compile");

const scratch = mkdtempSync(join(tmpdir(), "rung-test-"));
const context = { root, node: node.path, env, scratch };
const tool = (...parts) => [node.path, [join(root, "node_modules", ...parts)]];

/** Each answers `{ passed, failed }`. */
const STEPS = {
  typecheck: () => runCommand(context, "typecheck", ...withArguments(tool("typescript", "bin", "tsc"), "--noEmit")),
  lint: () => runCommand(context, "lint", ...withArguments(tool("oxlint", "bin", "oxlint"), "--deny-warnings")),
  arrows: () => runCommand(context, "arrows", ...withArguments(tool("dependency-cruiser", "bin", "dependency-cruiser.mjs"), "--config", ".dependency-cruiser.cjs", "app", "bin", "db", "sandbox", "server.ts", "tests")),
  migrations: () => checkMigrations(context),
  content: () => runCommand(context, "content", node.path, ["--no-node-snapshot", "bin/rung.ts", "check", "content"]),
  build: () => runCommand(context, "build", node.path, ["bin/tests/build-pages.mjs"]),
  vitest: (folders) => runVitest(context, folders),
  e2e: (folders) => runPlaywright(context, folders),
};
/** A browser test waits more than it works, so both lanes together take little longer than the longer one. */
const LANES = [["typecheck", "lint", "arrows", "migrations", "content", "vitest"], ["build", "e2e"]];

function withArguments([program, before], ...after) {
  return [program, [...before, ...after]];
}

/** Step name to the paths that it is narrowed to. */
function chooseSteps(names) {
  if (names.length === 0) return new Map(Object.keys(STEPS).map((step) => [step, []]));
  const chosen = new Map();
  for (const name of names) {
    const path = name.replace(/^tests\//, "").replace(/\/$/, "");
    const [step, narrowed] = path in STEPS ? [path, []] : path.startsWith("e2e/") ? ["e2e", [`tests/${path}`]] : ["vitest", [`tests/${path}`]];
    chosen.set(step, [...(chosen.get(step) || []), ...narrowed]);
  }
  return chosen;
}

const chosen = chooseSteps(process.argv.slice(2));
if (chosen.has("e2e")) {
  const browser = ensureChromium(root, node.path);
  if (browser.problem) stopWith(browser.problem);
  if (browser.path) env.CHROMIUM_PATH = browser.path;
}

const { passed, failed } = await runLanes(LANES.map((lane) => lane.filter((step) => chosen.has(step))), (step) => STEPS[step](chosen.get(step)));
rmSync(scratch, { recursive: true, force: true });

process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
