/** What the figures were measured on, and whether it was quiet. */
import { existsSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { delimiter, join } from "node:path";

export interface Machine {
  cores: number;
  processor: string;
  memoryGb: number;
  node: string;
  platform: string;
}

export function describeMachine(): Machine {
  return {
    cores: availableParallelism(), processor: cpus()[0]?.model.trim() || "unknown", memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node, platform: `${process.platform} ${process.arch}`,
  };
}

/** Programs that wanted the processor, on average of the last minute. */
export function readLoad(): number {
  return loadavg()[0] ?? 0;
}

/** A sentence when others used the machine; `before` is the load before the bench began. */
export function explainNoise(before: number, cores: number): string | null {
  return before <= cores * 0.25 ? null
    : `Other programs were busy before this began (load ${before.toFixed(1)} on ${cores} cores): ratios of CPU time hold roughly, latencies and throughputs do not.`;
}

/** The path of a program; null when this machine has none. */
export function findProgram(name: string): string | null {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(folder, name);
    if (folder !== "" && existsSync(path)) return path;
  }
  return null;
}
