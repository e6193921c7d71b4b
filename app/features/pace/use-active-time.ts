import { useEffect } from "react";
import { BEAT_EVERY_MS, MOST_SECONDS_A_BEAT, tick, type Meter } from "./beat.ts";

const TICK_MS = 5_000;
const INPUT = ["keydown", "pointerdown", "pointermove", "wheel", "scroll", "touchstart"] as const;

/**
 * Measures how long a page was worked with: seen, and with a sign of its reader within the last minute. Tells the
 * server at most once a minute; what is left when the page is hidden waits in this tab for the next time.
 * @param address where it is told
 */
export function useActiveTime(address: string, isKept: boolean) {
  useEffect(() => {
    if (!isKept) return;
    const key = `rung-active:${address}`;
    let meter: Meter = { activeMs: readRest(key), lastTickAt: performance.now(), lastInputAt: performance.now() };
    writeRest(key, 0);
    let lastSentAt = performance.now();
    const isVisible = () => document.visibilityState === "visible";
    const advance = () => {
      meter = tick(meter, { at: performance.now(), isVisible: isVisible() });
      const seconds = Math.min(MOST_SECONDS_A_BEAT, Math.floor(meter.activeMs / 1_000));
      if (seconds < 1 || performance.now() - lastSentAt < BEAT_EVERY_MS) return;
      lastSentAt = performance.now();
      if (navigator.sendBeacon(address, new URLSearchParams({ seconds: String(seconds) }))) meter = { ...meter, activeMs: Math.max(0, meter.activeMs - seconds * 1_000) };
    };
    const onInput = () => {
      meter = { ...meter, lastInputAt: performance.now() };
    };
    const leave = () => {
      advance();
      writeRest(key, meter.activeMs);
    };
    const onVisibility = () => {
      if (isVisible()) {
        meter = { ...meter, lastTickAt: performance.now(), lastInputAt: performance.now() };
        return;
      }
      // The time until now was seen, although the page says "hidden" already.
      meter = tick(meter, { at: performance.now(), isVisible: true });
      writeRest(key, meter.activeMs);
    };
    const timer = setInterval(advance, TICK_MS);
    for (const name of INPUT) addEventListener(name, onInput, { passive: true, capture: true });
    document.addEventListener("visibilitychange", onVisibility);
    addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      for (const name of INPUT) removeEventListener(name, onInput, { capture: true });
      document.removeEventListener("visibilitychange", onVisibility);
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [address, isKept]);
}

function readRest(key: string): number {
  try {
    return Math.min(MOST_SECONDS_A_BEAT * 1_000, Number(sessionStorage.getItem(key)) || 0);
  } catch {
    // Storage can be switched off: then the rest of a visit is not counted.
    return 0;
  }
}

function writeRest(key: string, activeMs: number): void {
  try {
    sessionStorage.setItem(key, String(Math.floor(activeMs)));
  } catch {
    // As above.
  }
}
