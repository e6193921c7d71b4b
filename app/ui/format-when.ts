/** Moments in words. Pure: the present is an argument. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago, the same in every time zone: `just now`, `5 minutes ago`, `3 days ago`. */
export function formatElapsed(at: Date, now: Date): string {
  const elapsedMs = Math.max(0, now.getTime() - at.getTime());
  if (elapsedMs < MINUTE_MS) return "just now";
  if (elapsedMs < HOUR_MS) return say(Math.floor(elapsedMs / MINUTE_MS), "minute");
  if (elapsedMs < DAY_MS) return say(Math.floor(elapsedMs / HOUR_MS), "hour");
  if (elapsedMs < 60 * DAY_MS) return say(Math.floor(elapsedMs / DAY_MS), "day");
  return say(Math.floor(elapsedMs / (30 * DAY_MS)), "month");
}

/**
 * The same by the clock and calendar of the place where it runs, so for browsers: `this morning`, `yesterday
 * evening`, `on Tuesday`, `on 3 February`. Short times are as in `formatElapsed`.
 */
export function formatLocalMoment(at: Date, now: Date): string {
  if (now.getTime() - at.getTime() < HOUR_MS) return formatElapsed(at, now);
  const part = at.getHours() < 5 ? "early" : at.getHours() < 12 ? "morning" : at.getHours() < 18 ? "afternoon" : "evening";
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days <= 0) return part === "early" ? "early today" : `this ${part}`;
  if (days === 1) return part === "early" ? "early yesterday" : `yesterday ${part}`;
  if (days < 7) return `on ${at.toLocaleDateString("en-GB", { weekday: "long" })}`;
  const isThisYear = at.getFullYear() === now.getFullYear();
  return `on ${at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: isThisYear ? undefined : "numeric" })}`;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function say(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}
