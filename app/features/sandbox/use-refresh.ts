import { useEffect, useState } from "react";

const REFRESH_MS = 5_000;

/** Calls `refresh` every few seconds while the page is looked at and not paused. `hasScripts` is false until the browser runs them. */
export function useRefresh(refresh: () => void): { isPaused: boolean; setPaused: (isPaused: boolean) => void; hasScripts: boolean } {
  const [isPaused, setPaused] = useState(false);
  const [hasScripts, setHasScripts] = useState(false);
  useEffect(() => setHasScripts(true), []);
  useEffect(() => {
    if (isPaused) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") refresh();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [isPaused, refresh]);
  return { isPaused, setPaused, hasScripts };
}
