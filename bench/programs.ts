/** What others would start for each submission. Every call has a folder and texts of its own, and its verdict is checked. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readReapedCpuMs } from "./cpu.ts";
import { makeRequest, sumSource, sumTest, sumTestForNode, unique } from "./labs.ts";
import { findProgram } from "./machine.ts";

const PACKAGES = fileURLToPath(new URL("../node_modules", import.meta.url));

export interface Cost {
  cpuMs: number;
  wallMs: number;
}
export interface Program {
  name: string;
  /** Why it can't be run on this machine; null when it can. */
  missing: string | null;
  run(): Promise<Cost>;
}

type Files = Readonly<Record<string, string>>;

/** Runs a command in a new folder with these files and checks that it says that five tests passed. */
async function judge(files: Files, command: (folder: string) => string[], says: RegExp, environment: Record<string, string> = {}): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "rung-bench-"));
  try {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    symlinkSync(PACKAGES, join(folder, "node_modules"));
    mkdirSync(join(folder, "home"));
    const [program, ...args] = command(folder) as [string, ...string[]];
    const before = readReapedCpuMs();
    const startedAt = performance.now();
    const { code, output } = await run(program, args, folder, environment);
    const wallMs = performance.now() - startedAt;
    if (code !== 0 || !says.test(output)) throw new Error(`${program} ${args.join(" ")} ended with ${code}:\n${output.slice(-2_000)}`);
    return { wallMs, cpuMs: readReapedCpuMs() - before };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: string[], cwd: string, environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd, stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env["PATH"] ?? "", HOME: join(cwd, "home"), NODE_ENV: "test", NO_COLOR: "1", CI: "1", ...environment },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (output += bytes.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}

function requireProgram(name: string, hint: string): string | null {
  return findProgram(name) === null ? `${name} is not installed (${hint})` : null;
}
const nodeFiles = (): Files => ({ "sum.ts": sumSource(), "sum.test.ts": sumTestForNode(), "package.json": '{ "type": "module" }' });
const QUIET = "--disable-warning=ExperimentalWarning";

/** Node in namespaces of its own, with the disk read-only: what a judge without containers would do. As process 1, so that its CPU time is counted. */
export const bubblewrap: Program = {
  name: "bubblewrap + node",
  missing: requireProgram("bwrap", "apt-get install bubblewrap"),
  run: () => judge(nodeFiles(), (folder) => [
    "bwrap", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/run", "--unshare-all", "--as-pid-1", "--die-with-parent", "--new-session",
    "--clearenv", "--chdir", folder, process.execPath, QUIET, "sum.test.ts",
  ], /pass 5\b/),
};
export const nodeTest: Program = {
  name: "node --test",
  missing: null,
  run: () => judge(nodeFiles(), () => [process.execPath, QUIET, "--test", "sum.test.ts"], /pass 5\b/),
};
/** Types are stripped by Node, which is faster than what jest's users have. */
export const jest: Program = {
  name: "jest",
  missing: null,
  run: () => judge({
    "sum.ts": sumSource(),
    "sum.test.ts": sumTest().replace('from "vitest"', 'from "@jest/globals"'),
    "strip.cjs": 'const { stripTypeScriptTypes } = require("node:module");\nmodule.exports = { process: (text) => ({ code: stripTypeScriptTypes(text) }) };\n',
    "package.json": '{ "type": "module" }',
    "jest.config.json": JSON.stringify({ extensionsToTreatAsEsm: [".ts"], transform: { "\\.ts$": "<rootDir>/strip.cjs" }, watchman: false, cacheDirectory: "<rootDir>/home" }),
  }, () => [process.execPath, "--experimental-vm-modules", "--no-warnings", join(PACKAGES, "jest", "bin", "jest.js"), "--runInBand", "--config", "jest.config.json"], /Tests:\s+5 passed/),
};
export const vitest: Program = {
  name: "vitest",
  missing: null,
  run: () => judge({ "sum.ts": sumSource(), "sum.test.ts": sumTest(), "package.json": '{ "type": "module" }' },
    () => [process.execPath, join(PACKAGES, "vitest", "vitest.mjs"), "run", "--no-cache"], /Tests\s+5 passed/),
};
export const unittest: Program = {
  name: "python3 -m unittest",
  missing: requireProgram("python3", "apt-get install python3"),
  run: () => {
    const { files, tests } = makeRequest("python");
    return judge({ ...files, [tests[0]?.path ?? ""]: tests[0]?.text ?? "" }, () => ["python3", "-m", "unittest", "-q", "total_test"], /Ran 5 tests[\s\S]*OK/);
  },
};
export const bats: Program = {
  name: "bats",
  missing: requireProgram("bats", "apt-get install bats"),
  run: () => {
    const { files, tests } = makeRequest("bash");
    return judge({ ...files, [tests[0]?.path ?? ""]: tests[0]?.text ?? "" }, () => ["bats", "--tap", tests[0]?.path ?? ""], /1\.\.5[\s\S]*ok 5 /);
  },
};

/** Nothing of a former run is known to it. */
export function freshKey(): string {
  return `bench-${unique()}`;
}
