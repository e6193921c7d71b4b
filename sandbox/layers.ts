/** What protects this machine: versions that are the floor, and layers of the operating system that are used where they work. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** isolated-vm below 7.0.1 has a known way from guest to host (GHSA-864f-rcv7-6rh4); its 7.x needs Node 24. */
export const FLOOR = { isolatedVm: "7.0.1", node: "24.0.0" } as const;

export interface Versions {
  isolatedVm: string;
  node: string;
}

export function readVersions(): Versions {
  const require = createRequire(import.meta.url);
  const { version } = JSON.parse(readFileSync(require.resolve("isolated-vm/package.json"), "utf8")) as { version: string };
  return { isolatedVm: version, node: process.versions.node };
}

function isBelow(version: string, floor: string): boolean {
  const parts = (text: string): number[] => text.split("-")[0]?.split(".").map(Number) ?? [];
  const [a, b] = [parts(version), parts(floor)];
  for (let i = 0; i < 3; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return !(difference > 0);
  }
  return version.includes("-");
}

/** A sentence when nothing may be graded with these versions; null when they will do. */
export function explainFloor(versions: Versions): string | null {
  if (isBelow(versions.node, FLOOR.node)) {
    return `Grading is off: it needs Node ${FLOOR.node} or newer, and this is ${versions.node}. Start with the Node that npm ci installs (npm start does).`;
  }
  if (isBelow(versions.isolatedVm, FLOOR.isolatedVm)) {
    return `Grading is off: isolated-vm ${versions.isolatedVm} has a known hole; ${FLOOR.isolatedVm} or newer is needed. Run npm ci.`;
  }
  return null;
}

export interface Layer {
  name: "permission model" | "no network" | "resource limits" | "no orphans" | "memory watch";
  active: boolean;
  /** For the administrator. */
  detail: string;
}
export interface Layers {
  /** Put before the command of a worker. */
  prefix: string[];
  list: Layer[];
}

let probed: Promise<Layers> | null = null;
/** Tries each layer once in the life of this process. None of them is required. */
export function probeLayers(): Promise<Layers> {
  probed ??= probe();
  return probed;
}

async function probe(): Promise<Layers> {
  const list: Layer[] = [{ name: "permission model", active: true, detail: "workers can read their own code and nothing else, write nothing and start nothing" }];
  const prefix: string[] = [];
  const prlimit = findProgram("prlimit");
  const limits = ["--core=0", "--fsize=0", "--nofile=128", "--cpu=900"];
  if (prlimit !== null && (await works(prlimit, [...limits, "/bin/true"]))) {
    prefix.push(prlimit, ...limits, "--");
    list.push({ name: "resource limits", active: true, detail: "no core files, no files written, few descriptors, an end of CPU time (prlimit)" });
  } else list.push({ name: "resource limits", active: false, detail: "prlimit was not found or does not work" });

  const setpriv = findProgram("setpriv");
  if (setpriv !== null && (await works(setpriv, ["--pdeathsig", "KILL", "/bin/true"]))) {
    prefix.push(setpriv, "--pdeathsig", "KILL", "--");
    list.push({ name: "no orphans", active: true, detail: "workers end with the server, however it ends (setpriv)" });
  } else list.push({ name: "no orphans", active: false, detail: "setpriv was not found or does not work; workers still end when they next look for work" });

  const unshare = findProgram("unshare");
  const flags = unshare === null ? null : (await works(unshare, ["-n", "/bin/true"])) ? ["-n"] : (await works(unshare, ["-r", "-n", "/bin/true"])) ? ["-r", "-n"] : null;
  if (unshare !== null && flags !== null) {
    prefix.push(unshare, ...flags, "--");
    list.push({ name: "no network", active: true, detail: `workers have a network of their own with nothing in it (unshare ${flags.join(" ")})` });
  } else list.push({ name: "no network", active: false, detail: "unshare was not found or is not allowed here; give the service PrivateNetwork or a container without network" });

  const proc = existsSync("/proc/self/statm");
  list.push({ name: "memory watch", active: proc, detail: proc ? "every worker's memory and CPU time is read from /proc 20 times a second" : "there is no /proc: V8's own limits and the clock remain" });
  return { prefix, list };
}

function findProgram(name: string): string | null {
  for (const folder of ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"]) if (existsSync(`${folder}/${name}`)) return `${folder}/${name}`;
  return null;
}

function works(program: string, args: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "ignore", env: {} as NodeJS.ProcessEnv, timeout: 3_000 });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
