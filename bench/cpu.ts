/** CPU time and memory as Linux counts them. */
import { readdirSync, readFileSync } from "node:fs";

/** The kernel counts in nanoseconds and shows hundredths of a second: measure many runs between two readings. */
const TICK_MS = 10;

interface Stat {
  parent: number;
  /** Of the process and its threads, the ended ones too. */
  ownMs: number;
  /** Of children that have ended and been waited for, and theirs. */
  reapedMs: number;
}

function readStat(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ").map(Number) as [number, number, ...number[]];
    const [user = 0, system = 0, reapedUser = 0, reapedSystem = 0] = fields.slice(11, 15);
    return { parent: fields[1], ownMs: (user + system) * TICK_MS, reapedMs: (reapedUser + reapedSystem) * TICK_MS };
  } catch {
    return null;
  }
}

/** A process, its children, theirs, and so on. */
export function listTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? readStat(pid) : null;
    if (stat !== null) children.set(stat.parent, [...(children.get(stat.parent) ?? []), pid]);
  }
  const tree = [root];
  for (let i = 0; i < tree.length; i += 1) tree.push(...(children.get(tree[i] as number) ?? []));
  return tree;
}

/** Processes that this one has started and that have not ended. */
export function listChildren(): number[] {
  return readdirSync("/proc/self/task").flatMap((thread) => readFileSync(`/proc/self/task/${thread}/children`, "latin1").split(" ").filter((pid) => pid !== "").map(Number));
}

/** CPU time that a process and all its descendants have used since they were started, milliseconds. Those that ended count. */
export function readTreeCpuMs(root: number): number {
  return listTree(root).reduce((sum, pid) => {
    const stat = readStat(pid);
    return stat === null ? sum : sum + stat.ownMs + stat.reapedMs;
  }, 0);
}

/** CPU time of this process's children that have ended, milliseconds. */
export function readReapedCpuMs(): number {
  return readStat(process.pid)?.reapedMs ?? 0;
}

/** Memory that no other process shares, mebibytes; null where it can't be read. */
export function readPrivateMb(pid: number | "self"): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, "latin1");
    const kb = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
    return kb / 1_024;
  } catch {
    return null;
  }
}
