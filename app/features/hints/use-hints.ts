import { useCallback, useState } from "react";
import { useActAs } from "../accounts/use-act-as.ts";
import { findNextHint, type HintsView } from "./hints-view.ts";

export interface Hints extends HintsView {
  /** Number of the hint that can be opened now; null when all are open. */
  next: number | null;
  isOpening: boolean;
  /** Number of the hint that was opened last, here and now. */
  justOpened: number | null;
  hasFailed: boolean;
  /** Opens the next one; resolves to its number, or to null when that failed. */
  open: () => Promise<number | null>;
}

/** A ladder of hints that are fetched one by one. `path` is the activity's. */
export function useHints(path: string, initial: HintsView): Hints {
  const [fetched, setFetched] = useState<HintsView | null>(null);
  const [state, setState] = useState<{ isOpening: boolean; justOpened: number | null; hasFailed: boolean }>({ isOpening: false, justOpened: null, hasFailed: false });
  const hints = fetched && fetched.opened.length >= initial.opened.length ? fetched : initial;
  const next = findNextHint(hints);
  const actAs = useActAs();
  const open = useCallback(async () => {
    if (next === null) return null;
    setState({ isOpening: true, justOpened: null, hasFailed: false });
    const answer = await fetchHint(actAs(`${path}/hints`), next);
    if (answer) setFetched(answer);
    setState({ isOpening: false, justOpened: answer ? next : null, hasFailed: answer === null });
    return answer && next;
  }, [actAs, path, next]);
  return { ...hints, ...state, next, open };
}

async function fetchHint(address: string, number: number): Promise<HintsView | null> {
  try {
    const response = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify({ number }), redirect: "error" });
    if (!response.ok) return null;
    const body = (await response.json()) as { hints?: HintsView };
    return body.hints ?? null;
  } catch {
    return null;
  }
}
