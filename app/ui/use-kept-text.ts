import { useCallback, useEffect, useState } from "react";

/**
 * Text that survives a reload, a crash and a move to another line until it is sent: kept in this tab only, so that
 * two tabs never mix.
 * @param key what it belongs to
 * @param initial what is shown where nothing is kept
 */
export function useKeptText(key: string, initial = ""): { text: string; keep: (text: string) => void; forget: () => void } {
  const [text, setText] = useState(initial);
  useEffect(() => setText(readKept(key) || initial), [key, initial]);
  const keep = useCallback(
    (next: string) => {
      setText(next);
      writeKept(key, next);
    },
    [key],
  );
  const forget = useCallback(() => keep(""), [keep]);
  return { text, keep, forget };
}

/** What this tab keeps under a key; empty when there is nothing, or no place to keep it. */
export function readKept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a text; an empty one is forgotten. */
export function writeKept(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // No storage here: the text is still in the page.
  }
}
