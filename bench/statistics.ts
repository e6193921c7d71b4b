/** Numbers of samples. Pure. */

export interface Spread {
  median: number;
  /** The quarters of the samples end here. */
  low: number;
  high: number;
  count: number;
}

/** Between the two nearest samples; `share` from 0 to 1. Throws on no samples. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error("There are no samples");
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}

export function spreadOf(samples: readonly number[]): Spread {
  return { median: quantile(samples, 0.5), low: quantile(samples, 0.25), high: quantile(samples, 0.75), count: samples.length };
}

/** Ratios of what was measured in the same round, so that a slow moment of the machine is on both sides. */
export function pairedRatios(above: readonly number[], below: readonly number[]): number[] {
  if (above.length !== below.length) throw new Error(`${above.length} rounds against ${below.length}`);
  return above.map((value, round) => value / (below[round] as number));
}

/** How far apart the quarters are, as a share of the median. */
export function relativeSpread({ median, low, high }: Spread): number {
  return median === 0 ? 0 : (high - low) / Math.abs(median);
}

export interface Goal {
  must: number | null;
  aim: number | null;
  /** `more`: at least that much. `less`: at most. */
  better: "more" | "less";
}
export type Met = "aim" | "must" | "missed" | "-";

/** What a median reaches of its goal; `-` when there is none. */
export function judgeGoal(value: number, { must, aim, better }: Goal): Met {
  const reaches = (bound: number | null): boolean => bound !== null && (better === "more" ? value >= bound : value <= bound);
  if (must === null && aim === null) return "-";
  return reaches(aim) ? "aim" : reaches(must) ? "must" : "missed";
}

/** Two to three digits that count: `0.042`, `1.37`, `12.4`, `123`. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 || value === 0 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3);
}
