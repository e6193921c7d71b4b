/** What one interpreter is told of the world: the time, which sleeps move on, and randomness that a seed repeats. */
import { createHash, randomBytes } from "node:crypto";

const MOST_BYTES = 65_536;

export class Surroundings {
  /** Growth of the interpreter's memory was refused. */
  memoryMet = false;
  private readonly clock: { aheadMs: number };
  private seed: string | null = null;
  private drawn = 0;

  /** `clock` is shared by both interpreters of a run. */
  constructor(clock: { aheadMs: number }) {
    this.clock = clock;
  }

  now(): number {
    return performance.now() + this.clock.aheadMs;
  }

  date(): number {
    return Date.now() + this.clock.aheadMs;
  }

  /** From now on the same bytes are drawn for the same seed. */
  reseed(seed: string): void {
    this.seed = seed;
    this.drawn = 0;
  }

  random(bytes: number): Buffer {
    const wanted = Math.min(MOST_BYTES, Math.max(0, Math.trunc(bytes) || 0));
    if (this.seed === null) return randomBytes(wanted);
    const parts: Buffer[] = [];
    for (let length = 0; length < wanted; length += 32) {
      parts.push(createHash("sha256").update(`${this.seed}:${this.drawn}`).digest());
      this.drawn += 1;
    }
    return Buffer.concat(parts).subarray(0, wanted);
  }
}

/** The seed of one of a run's two sides: neither can be had from the other. */
export function sideSeed(seed: string, side: "judge" | "learner"): string {
  return createHash("sha256").update(`${side}:${seed}`).digest("hex");
}
