/** A page says so often at most that somebody is active. */
export const BEAT_EVERY_MS = 60_000;
/** One beat never counts for more, whatever it says. */
export const MOST_SECONDS_A_BEAT = 90;
/** After this long without a key, pointer or scroll somebody is away. Reading a paragraph takes less. */
export const AWAY_AFTER_MS = 60_000;

/** What a page knows of its reader's activity. Times are milliseconds on one clock. */
export interface Meter {
  activeMs: number;
  lastTickAt: number;
  lastInputAt: number;
}

/** Adds the time since the last tick when the page was seen and its reader not away. */
export function tick(meter: Meter, { at, isVisible }: { at: number; isVisible: boolean }): Meter {
  // A sleeping computer wakes with one long step: that was no reading.
  const stepMs = Math.min(at - meter.lastTickAt, AWAY_AFTER_MS);
  const isActive = isVisible && at - meter.lastInputAt <= AWAY_AFTER_MS;
  return { ...meter, lastTickAt: at, activeMs: meter.activeMs + (isActive ? Math.max(0, stepMs) : 0) };
}
