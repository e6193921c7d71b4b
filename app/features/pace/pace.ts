/**
 * How fast somebody is, compared with the minutes that a course states. Pure.
 *
 * A person's pace is the ratio of measured to stated minutes. Its logarithm is taken as normal, around a mean of the
 * person's own, and people's means as normal around that of the others. Then what is known of the person after n
 * finished activities is the conjugate normal model with known variances (Gelman et al., Bayesian Data Analysis, 3rd
 * ed., 2.5): precisions add up, so few own measurements lean on the others, and many speak for themselves:
 *
 *     mean = (μ/τ² + Σx/σ²) / (1/τ² + n/σ²)        variance = 1 / (1/τ² + n/σ²)
 *
 * μ and τ come from the quartiles of the others' paces: τ = (ln q3 − ln q1) / 1.349, the distance of a normal
 * distribution's quartiles. What is left takes exp(mean ± 1.2816·√(variance + σ²/m)) times its stated minutes in four
 * of five cases; m is how many activities it is, counted by size: (Σw)²/Σw² (Kish's effective sample size).
 */

/** A finished activity with what it was said to take and what was measured. */
export interface MeasuredActivity {
  statedMinutes: number;
  measuredMinutes: number;
}

/** Quartiles of the paces of other people in the course. */
export interface OthersPace {
  low: number;
  middle: number;
  high: number;
  people: number;
}

/** As factors of stated minutes: in four of five cases between `low` and `high`. */
export interface Pace {
  low: number;
  middle: number;
  high: number;
  /** Own finished activities that count. */
  ownActivities: number;
  /** Other people that count; 0 while they are too few. */
  otherPeople: number;
}

/** What single activities scatter by (σ): about a third above or below half of the time. */
const SPREAD_OF_ACTIVITIES = 0.5;
/** What people scatter by (τ) while nothing is known of the others: half to double in five of six cases. */
const SPREAD_OF_PEOPLE_UNKNOWN = 0.5;
/** A few others never make a narrow forecast. */
const SMALLEST_SPREAD_OF_PEOPLE = 0.15;
/** Fewer than this say nothing of the rest. */
export const FEWEST_OTHERS = 5;
/** One forgotten tab, or a page opened for a second, must not decide. */
const LEAST_RATIO = 0.2;
const MOST_RATIO = 5;
/** Less than this was not measured in earnest: without scripts, on paper, in another tab. */
const LEAST_SHARE_MEASURED = 0.05;
/** Half of an interval that holds four cases of five. */
const FOUR_OF_FIVE = 1.2816;

/** A person's pace for what is left of a course. @param remaining stated minutes of each activity that is left */
export function estimatePace(own: readonly MeasuredActivity[], others: OthersPace | null, remaining: readonly number[]): Pace {
  const known = others && others.people >= FEWEST_OTHERS ? others : null;
  const mu = known ? Math.log(known.middle) : 0;
  const tau = known ? Math.max(SMALLEST_SPREAD_OF_PEOPLE, (Math.log(known.high) - Math.log(known.low)) / 1.349) : SPREAD_OF_PEOPLE_UNKNOWN;
  const ratios = listRatios(own).map(Math.log);
  const precision = 1 / tau ** 2 + ratios.length / SPREAD_OF_ACTIVITIES ** 2;
  const mean = (mu / tau ** 2 + sum(ratios) / SPREAD_OF_ACTIVITIES ** 2) / precision;
  const width = FOUR_OF_FIVE * Math.sqrt(1 / precision + SPREAD_OF_ACTIVITIES ** 2 / countBySize(remaining));
  return { low: Math.exp(mean - width), middle: Math.exp(mean), high: Math.exp(mean + width), ownActivities: ratios.length, otherPeople: known?.people ?? 0 };
}

/** Ratios of what was measured in earnest, kept within bounds. */
function listRatios(own: readonly MeasuredActivity[]): number[] {
  return own
    .filter(({ statedMinutes, measuredMinutes }) => statedMinutes > 0 && measuredMinutes >= statedMinutes * LEAST_SHARE_MEASURED)
    .map(({ statedMinutes, measuredMinutes }) => Math.min(MOST_RATIO, Math.max(LEAST_RATIO, measuredMinutes / statedMinutes)));
}

function countBySize(minutes: readonly number[]): number {
  const squares = sum(minutes.map((one) => one ** 2));
  return squares === 0 ? 1 : sum(minutes) ** 2 / squares;
}

/** Fewest finished activities of one person that say something of their pace. */
const FEWEST_OF_A_PERSON = 3;

/** Quartiles of people's paces in a course; null while there are too few. Each person counts once. */
export function measureOthers(people: ReadonlyMap<string, readonly MeasuredActivity[]>): OthersPace | null {
  const paces = [...people.values()]
    .map(listRatios)
    .filter((ratios) => ratios.length >= FEWEST_OF_A_PERSON)
    .map((ratios) => Math.exp(sum(ratios.map(Math.log)) / ratios.length))
    .sort((a, b) => a - b);
  if (paces.length < FEWEST_OTHERS) return null;
  return { low: quantile(paces, 0.25), middle: quantile(paces, 0.5), high: quantile(paces, 0.75), people: paces.length };
}

/** By linear interpolation (Hyndman and Fan's type 7). @param sorted not empty, ascending */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
