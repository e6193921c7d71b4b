import { useEffect, useMemo, useState } from "react";
import type { HandInFate } from "./hand-in-rules.ts";
import { cancelHandIn, findHandIn, followHandIns, sendHandIn } from "./waiting-hand-ins.ts";

/** Before a waiting hand-in is tried again though nobody said that the connection is back. */
const AGAIN_AFTER_MS = 20_000;

export interface WaitingView {
  keptAtMs: number;
  cancel: () => void;
}

/**
 * The hand-in of this work that waits in this browser, sent as soon as it can be; null when none does.
 * @param onDone hears when it has arrived or was refused, from whichever page. The same function as long as it does the same
 */
export function useWaitingHandIn(id: string, onDone: (fate: Extract<HandInFate, { kind: "sent" | "refused" }>) => void): WaitingView | null {
  const [keptAtMs, setKeptAtMs] = useState<number | null>(null);
  useEffect(() => {
    let isGone = false;
    const look = () => void findHandIn(id).then((found) => !isGone && setKeptAtMs(found?.keptAtMs ?? null));
    look();
    const stop = followHandIns((news) => {
      if (isGone || news.id !== id) return;
      look();
      if (news.fate.kind === "sent" || news.fate.kind === "refused") onDone(news.fate);
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [id, onDone]);

  const isWaiting = keptAtMs !== null;
  useEffect(() => {
    if (!isWaiting) return;
    const trySending = () => void sendHandIn(id);
    if (navigator.onLine) trySending();
    const timer = setInterval(trySending, AGAIN_AFTER_MS);
    addEventListener("online", trySending);
    return () => {
      clearInterval(timer);
      removeEventListener("online", trySending);
    };
  }, [id, isWaiting]);

  return useMemo(() => (keptAtMs === null ? null : { keptAtMs, cancel: () => void cancelHandIn(id) }), [id, keptAtMs]);
}
