/** Memory and CPU time of a process as the kernel counts them. Linux only: elsewhere null. */
import { closeSync, openSync, readSync } from "node:fs";

const PAGE_BYTES = 4_096;
const TICKS_PER_SECOND = 100;
/** Far longer than such a line. */
const LINE = Buffer.alloc(1_024);
/** Places among the fields that follow the process's name, see proc_pid_stat(5). */
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;
const RESIDENT_PAGES = 21;

export interface Usage {
  rssMb: number;
  cpuMs: number;
}

/** Keeps the kernel's line about one process open, which is read several times in each run. */
export class UsageReader {
  private file: number | null;

  constructor(pid: number | undefined) {
    this.file = pid === undefined ? null : open(pid);
  }

  /** Null when the process is gone, or there is no such line here. */
  read(): Usage | null {
    if (this.file === null) return null;
    try {
      const stat = LINE.toString("latin1", 0, readSync(this.file, LINE, 0, LINE.length, 0));
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ", RESIDENT_PAGES + 1).map(Number);
      const ticks = (fields[USER_TICKS] ?? 0) + (fields[SYSTEM_TICKS] ?? 0);
      return { rssMb: ((fields[RESIDENT_PAGES] ?? 0) * PAGE_BYTES) / 1_048_576, cpuMs: (ticks * 1_000) / TICKS_PER_SECOND };
    } catch {
      return null;
    }
  }

  /** May be repeated. */
  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }
}

function open(pid: number): number | null {
  try {
    return openSync(`/proc/${pid}/stat`, "r");
  } catch {
    return null;
  }
}
