/** Whether somebody wants live results, remembered in their browser. */
import type { Language } from "../../../sandbox/contract.ts";

const KEY = "rung:live-results";

/** A run of these starts a whole runtime: it is longer than a pause in typing, so it waits for somebody who wants it. */
const SLOW_LANGUAGES: ReadonlySet<Language> = new Set<Language>(["python"]);

/** As somebody chose here; else on, but for slow languages and where the device is asked to save data. */
export function readLivePreference(language: Language): boolean {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept !== null) return kept === "on";
  } catch {
    // Without storage there is nothing to remember.
  }
  return !SLOW_LANGUAGES.has(language) && !(navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData;
}

export function keepLivePreference(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? "on" : "off");
  } catch {
    // It holds for this page.
  }
}
