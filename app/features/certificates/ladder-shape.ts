/** The upright ladder of a certificate: a rung for each activity, a wider space between modules. Pure. */
export interface LadderShape {
  /** Lower edge of the space, from 0 at the top. */
  height: number;
  /** Heights of the rungs' middles, from below to above. */
  rungs: readonly number[];
  /** How thick a rung is. */
  thickness: number;
}

const MOST_RUNGS = 60;
/** A space between modules counts as so many spaces between rungs. */
const MODULE_SPACE = 0.8;

/** @param groups activities of each module; so many that they would touch are thinned out evenly */
export function buildLadderShape(groups: readonly number[], height: number): LadderShape {
  const count = groups.reduce((sum, one) => sum + one, 0);
  const every = Math.max(1, Math.ceil(count / MOST_RUNGS));
  const shown = groups.map((one) => Math.max(1, Math.round(one / every)));
  const steps = shown.reduce((sum, one) => sum + one, 0) + Math.max(0, shown.length - 1) * MODULE_SPACE + 1;
  const step = height / steps;
  const rungs: number[] = [];
  let at = height;
  for (const [index, one] of shown.entries()) {
    if (index > 0) at -= step * MODULE_SPACE;
    for (let rung = 0; rung < one; rung += 1) rungs.push((at -= step));
  }
  return { height, rungs, thickness: Math.min(7, Math.max(1.5, step * 0.42)) };
}
