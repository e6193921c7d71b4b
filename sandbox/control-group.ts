/** A control group (cgroup v2) of the workers' own, beside the server's: limits for all of them together. */
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";

/** Of the machine's memory, for all workers together. */
const MEMORY_SHARE = 0.75;
/** Threads: a worker of Node has about a dozen. */
const TASKS = 2_048;

export interface ControlGroup {
  folder: string;
  memoryMb: number;
  tasks: number;
  /** Put before a command: a shell that enters the group and becomes the command. */
  prefix: string[];
}

export interface GroupPlace {
  /** Where the unified hierarchy is mounted. */
  root: string;
  /** Text of `/proc/self/cgroup`. */
  membership: string;
}

/** Makes the group where the server's own group was delegated to it; otherwise a sentence about what is missing. */
export function makeControlGroup(place: GroupPlace | null = readPlace()): ControlGroup | { problem: string } {
  const own = place === null ? undefined : /^0::(\/.*)$/m.exec(place.membership)?.[1];
  if (place === null || own === undefined) return { problem: "There is no cgroup v2 here." };
  const parent = dirname(join(place.root, own));
  const enabled = read(join(parent, "cgroup.subtree_control")).split(/\s+/);
  if (own === "/" || !enabled.includes("memory") || !enabled.includes("pids")) return { problem: "The service's control group hands on no memory and pids controllers." };
  const folder = join(parent, "rung-workers");
  const memoryMb = Math.round((totalmem() / 1_048_576) * MEMORY_SHARE);
  try {
    accessSync(parent, constants.W_OK);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "memory.max"), `${memoryMb * 1_048_576}`);
    writeFileSync(join(folder, "pids.max"), `${TASKS}`);
  } catch {
    return { problem: `${parent} can't be written by this user.` };
  }
  return { folder, memoryMb, tasks: TASKS, prefix: ["/bin/sh", "-c", 'echo $$ > "$0" && exec "$@"', join(folder, "cgroup.procs")] };
}

function readPlace(): GroupPlace | null {
  const mount = /^cgroup2? (\S+) cgroup2 /m.exec(read("/proc/mounts"))?.[1];
  return mount === undefined ? null : { root: mount, membership: read("/proc/self/cgroup") };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
