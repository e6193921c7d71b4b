/** What protects this machine: versions that are the floor, and layers of the operating system that are used where they work. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Layer, VersionCheck } from "./contract.ts";
import { makeControlGroup } from "./control-group.ts";

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

/** Is a version like `7.0.1` below another one? A prerelease is. */
export function isBelow(version: string, floor: string): boolean {
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

export function checkVersions({ node, isolatedVm }: Versions): VersionCheck[] {
  return [{ name: "Node", version: node, floor: FLOOR.node }, { name: "isolated-vm", version: isolatedVm, floor: FLOOR.isolatedVm }];
}

export interface Layers {
  /** Put before the command of a worker. */
  prefix: string[];
  list: Layer[];
}

/** One layer as it was found. */
interface Probe {
  layer: Layer;
  prefix: string[];
}

/** A number that no account of a system has: a worker that broke out shares nothing with anybody. */
const WORKER_UID = "64242";
const LIMITS = ["--core=0", "--fsize=0", "--nofile=128", "--cpu=900"];
const INSTALL = "install the package util-linux";

let probed: Promise<Layers> | null = null;
/** Tries each layer once in the life of this process. None of them is required. */
export function probeLayers(): Promise<Layers> {
  probed ??= probe();
  return probed;
}

/** In the order in which they go around a worker: what needs rights comes before what gives them away. */
async function probe(): Promise<Layers> {
  const probes = await Promise.all([probeControlGroup(), probeLimits(), probeNetwork(), probeUser(), probePrivileges(), probeOrphans()]);
  const list = [permissionModel(), ...probes.map(({ layer }) => layer), memoryWatch()];
  return { prefix: probes.flatMap(({ prefix }) => prefix), list };
}

function permissionModel(): Layer {
  return { name: "permission model", active: true, stops: "Reading files but a worker's own code, writing any, starting programs.", detail: "Node's --permission, in every worker.", remedy: null };
}

function memoryWatch(): Layer {
  const active = existsSync("/proc/self/statm");
  return {
    name: "memory watch", active, stops: "Memory and processor time beyond a run's limits, however it is used up.",
    detail: active ? "Every worker is looked at 20 times a second in /proc." : "There is no /proc here: V8's own limits and the clock remain.",
    remedy: active ? null : "run on Linux, with /proc mounted.",
  };
}

async function probeLimits(): Promise<Probe> {
  const stops = "Core files, written files, many open files, and a worker that goes on for ever.";
  const prlimit = findProgram("prlimit");
  if (prlimit === null) return missing("resource limits", stops, "prlimit was not found.", `${INSTALL}.`);
  if (!(await works([prlimit, ...LIMITS, "--", "/bin/true"]))) return missing("resource limits", stops, "prlimit does not work here.", "allow setrlimit to the service.");
  return { layer: { name: "resource limits", active: true, stops, detail: `prlimit ${LIMITS.join(" ")}`, remedy: null }, prefix: [prlimit, ...LIMITS, "--"] };
}

async function probeNetwork(): Promise<Probe> {
  const stops = "Reaching the network, this machine's own services included.";
  const unshare = findProgram("unshare");
  if (unshare === null) return missing("no network", stops, "unshare was not found.", `${INSTALL}, or give the service a container without network.`);
  for (const flags of [["-n"], ["-r", "-n"]]) {
    if (await works([unshare, ...flags, "--", "/bin/true"])) {
      return { layer: { name: "no network", active: true, stops, detail: `unshare ${flags.join(" ")}: a network of their own with nothing in it.`, remedy: null }, prefix: [unshare, ...flags, "--"] };
    }
  }
  return missing("no network", stops, "unshare is not allowed here.", "allow user namespaces (sysctl kernel.unprivileged_userns_clone=1; on Ubuntu kernel.apparmor_restrict_unprivileged_userns=0), or keep the host's own firewall closed to this user.");
}

async function probeUser(): Promise<Probe> {
  const stops = "Signals to other processes, and files that this server's user can read.";
  if (process.getuid?.() !== 0) {
    return missing("another user", stops, "Only root can give workers another user; this server runs as an ordinary one, which is well.", "nothing: keep the server an ordinary user.");
  }
  const setpriv = findProgram("setpriv");
  if (setpriv === null) return missing("another user", stops, "setpriv was not found.", `${INSTALL}, or run the server as an ordinary user.`);
  const prefix = [setpriv, `--reuid=${WORKER_UID}`, `--regid=${WORKER_UID}`, "--clear-groups", "--"];
  if (!(await works([...prefix, "/bin/true"]))) return missing("another user", stops, "setpriv is not allowed here.", "run the server as an ordinary user.");
  const unreadable = await findUnreadable(prefix);
  if (unreadable !== null) return missing("another user", stops, `A user without rights can't read ${unreadable}.`, `make the project's folder readable for all (chmod -R o+rX), or run the server as an ordinary user.`);
  return { layer: { name: "another user", active: true, stops, detail: `setpriv --reuid=${WORKER_UID}, a user without an account.`, remedy: null }, prefix };
}

/** What a worker must read and this user can't; null when all is well. */
async function findUnreadable(prefix: readonly string[]): Promise<string | null> {
  const require = createRequire(import.meta.url);
  const files = [process.execPath, fileURLToPath(new URL("./worker.ts", import.meta.url)), require.resolve("isolated-vm/package.json"), require.resolve("pyodide/package.json")];
  for (const file of files) if (!(await works([...prefix, "/bin/sh", "-c", 'test -r "$0"', file]))) return file;
  return null;
}

async function probePrivileges(): Promise<Probe> {
  const stops = "Programs that run with more rights than who starts them (setuid).";
  const setpriv = findProgram("setpriv");
  const prefix = [setpriv ?? "", "--no-new-privs", "--"];
  if (setpriv === null || !(await works([...prefix, "/bin/true"]))) return missing("no privileges", stops, "setpriv was not found or does not work.", `${INSTALL}.`);
  return { layer: { name: "no privileges", active: true, stops, detail: "setpriv --no-new-privs", remedy: null }, prefix };
}

async function probeOrphans(): Promise<Probe> {
  const stops = "Workers that outlive the server, however it ends.";
  const setpriv = findProgram("setpriv");
  const prefix = [setpriv ?? "", "--pdeathsig", "KILL", "--"];
  if (setpriv === null || !(await works([...prefix, "/bin/true"]))) {
    return missing("no orphans", stops, "setpriv was not found or does not work; workers still end when they next look for work.", `${INSTALL}.`);
  }
  return { layer: { name: "no orphans", active: true, stops, detail: "setpriv --pdeathsig KILL", remedy: null }, prefix };
}

async function probeControlGroup(): Promise<Probe> {
  const stops = "All workers together taking the machine's memory, or filling its table of processes.";
  const group = makeControlGroup();
  if ("problem" in group) return missing("control group", stops, group.problem, "under systemd: Delegate=yes and DelegateSubgroup=server in the service's unit. MemoryMax= and TasksMax= there, or a container's limits, do the same.");
  if (!(await works([...group.prefix, "/bin/true"]))) return missing("control group", stops, `Workers can't be put into ${group.folder}.`, "let the server's user write there.");
  return { layer: { name: "control group", active: true, stops, detail: `${group.folder}: at most ${group.memoryMb} MB and ${group.tasks} threads.`, remedy: null }, prefix: group.prefix };
}

function missing(name: Layer["name"], stops: string, detail: string, remedy: string): Probe {
  return { layer: { name, active: false, stops, detail, remedy: remedy.charAt(0).toUpperCase() + remedy.slice(1) }, prefix: [] };
}

function findProgram(name: string): string | null {
  for (const folder of ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"]) if (existsSync(`${folder}/${name}`)) return `${folder}/${name}`;
  return null;
}

function works([program = "", ...args]: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "ignore", env: {} as NodeJS.ProcessEnv, timeout: 3_000 });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}
