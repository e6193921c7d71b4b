/** Dates are real ones on both sides, kept equal at every call, because code copies dates with `new Date(date)`. */
import { faces, theirs } from "./books.ts";
import { slots } from "./crossing.ts";
import { put } from "../slots.ts";

const { apply } = Reflect;
const { setTime } = Date.prototype;
const DateOf = Date;
const { isDate, timeOf } = slots;

let twins: { here: Date; there: Date; at: number }[] = [];
export let twinCount = 0;

export function matchDates(): void {
  for (let i = 0; i < twinCount; i += 1) {
    const twin = twins[i];
    if (twin === undefined) continue;
    const here = timeOf(twin.here), there = timeOf(twin.there);
    // Both sides' calls match, so at most one of the two can have changed since.
    if (here !== twin.at && here === here) {
      apply(setTime, twin.there, [here]);
      twin.at = here;
    } else if (there !== twin.at && there === there) {
      apply(setTime, twin.here, [there]);
      twin.at = there;
    }
  }
}

/** The date here that stands for one of the other side; null for an object that only looks like one. */
export function dateTwin(target: object): object | null {
  const known = faces.get(target);
  if (known !== undefined) return known;
  if (!isDate(target)) return null;
  const here = new DateOf(timeOf(target));
  put(twins, twinCount, { __proto__: null, here, there: target, at: timeOf(target) });
  twinCount += 1;
  faces.set(target, here);
  theirs.set(here, target);
  return here;
}
/** Forgets pairs once there are many, between tests. */
export function forgetDates(): void {
  if (twinCount < 64) return;
  twins = [];
  twinCount = 0;
}
