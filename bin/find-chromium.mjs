import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The browser that tests use: `CHROMIUM_PATH`, else an installed Chromium or Chrome.
 * @returns {string | null} path of its program; null: none found
 */
export function findChromium(environment = process.env) {
  if (environment.CHROMIUM_PATH) return existsSync(environment.CHROMIUM_PATH) ? environment.CHROMIUM_PATH : null;
  const inPath = (environment.PATH || "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...inPath, ...PLACES].find((path) => existsSync(path)) || null;
}

/**
 * Finds a browser, or installs one: Debian's package as root on Debian, elsewhere Playwright's own.
 *
 * @param {string} root folder of the project
 * @param {string} node path of the Node to run Playwright's installer with
 * @returns {{ path: string | null } | { problem: string }} `path: null` means Playwright's own browser
 */
export function ensureChromium(root, node) {
  if (process.env.CHROMIUM_PATH && !existsSync(process.env.CHROMIUM_PATH)) {
    return { problem: `CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, and there is no such file: point it at a Chromium or Chrome, or unset it.` };
  }
  const found = findChromium();
  if (found) return { path: found };

  if (existsSync("/etc/debian_version") && process.getuid && process.getuid() === 0) {
    console.log("Installing the Debian package chromium for the browser tests …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const step of [["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]]) {
      const run = spawnSync("apt-get", step, { encoding: "utf8", env });
      if (run.status !== 0) console.error(`${run.stdout}${run.stderr}`);
    }
    const installed = findChromium();
    if (installed) return { path: installed };
  }

  console.log("Installing Playwright's browser for the browser tests …");
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  const run = spawnSync(node, [playwright, "install", "chromium"], { cwd: root, encoding: "utf8" });
  if (run.status === 0) return { path: null };
  console.error(`${run.stdout}${run.stderr}`);
  return { problem: "The browser tests need Chromium or Chrome and none could be installed: install one, or set CHROMIUM_PATH to its program, and run the same command again." };
}
