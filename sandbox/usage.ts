/** Memory and CPU time of a process as the kernel counts them. Linux only: elsewhere null. */
import { readFileSync } from "node:fs";

const PAGE_BYTES = 4_096;
const TICKS_PER_SECOND = 100;

export interface Usage {
  rssMb: number;
  cpuMs: number;
}

export function readUsage(pid: number): Usage | null {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]);
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { rssMb: (pages * PAGE_BYTES) / 1_048_576, cpuMs: (ticks * 1_000) / TICKS_PER_SECOND };
  } catch {
    return null;
  }
}
