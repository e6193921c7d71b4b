/** What a row of the table is made of, and rounds in which everything that is compared takes turns. */
import type { Goal, Spread } from "./statistics.ts";
import { judgeGoal, spreadOf } from "./statistics.ts";
import type { Met } from "./statistics.ts";

export interface Options {
  quick: boolean;
  /** What was compared and with how many runs, for people who watch. */
  say(text: string): void;
}

export interface Figure {
  name: string;
  /** What the number is: `x less`, `x`, `ms`, `MB` … */
  unit: string;
  spread: Spread;
  goal: Goal;
  met: Met;
  /** What was compared, with how many runs. */
  note: string;
}
/** A figure that could not be had here. */
export interface Skipped {
  name: string;
  skipped: string;
}
export type RowResult = Figure | Skipped;

export interface Row {
  /** For `--only`. */
  name: string;
  about: string;
  run(options: Options): Promise<RowResult[]>;
}

const NO_GOAL: Goal = { must: null, aim: null, better: "less" };

export function makeFigure(name: string, unit: string, samples: readonly number[], note: string, goal: Goal = NO_GOAL): Figure {
  const spread = spreadOf(samples);
  return { name, unit, spread, goal, met: judgeGoal(spread.median, goal), note };
}

/** One thing of a comparison: does some runs and answers with their cost (CPU milliseconds per run, say). */
export type Contender = () => Promise<number>;

/**
 * Runs every contender once a round, in turns, so that what the machine does meanwhile falls on all of them. The first round
 * warms up and is not counted.
 */
export async function takeTurns<Name extends string>(contenders: Readonly<Record<Name, Contender>>, rounds: number): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round += 1) {
    // Every other round the other way round.
    for (const name of round % 2 === 0 ? names : [...names].reverse()) {
      const cost = await contenders[name]();
      if (round > 0) samples[name].push(cost);
    }
  }
  return samples;
}
