/** Whether somebody wants live results, remembered in their browser. */

const KEY = "rung:live-results";

/** On until somebody turned it off here, and off where the device is asked to save data. */
export function readLivePreference(): boolean {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept !== null) return kept === "on";
  } catch {
    // Without storage there is nothing to remember.
  }
  return !(navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData;
}

export function keepLivePreference(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? "on" : "off");
  } catch {
    // It holds for this page.
  }
}
