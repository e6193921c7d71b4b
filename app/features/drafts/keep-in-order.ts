import type { DraftShelter, KeepOutcome, KeptDraft } from "./draft-shelter.ts";

export interface OrderedKeeping {
  /** Keeps what there is now, or releases it; resolves when the browser has the newest of it. */
  keep(): Promise<KeepOutcome>;
  isBusy(): boolean;
}

/**
 * Writes to a shelter one after the other, the newest text each time: what is typed during a write waits for one
 * write and not for as many as there were keys.
 * @param read what to keep; null: nothing is unsaved
 */
export function keepInOrder(shelter: Pick<DraftShelter, "keep" | "release">, read: () => KeptDraft | null, onOutcome: (outcome: KeepOutcome) => void): OrderedKeeping {
  let running: Promise<KeepOutcome> | null = null;
  let isStale = false;
  let holdsText = false;

  async function run(): Promise<KeepOutcome> {
    let outcome: KeepOutcome = "kept";
    // Not in the caller's turn: keys that come together are one write.
    await Promise.resolve();
    do {
      isStale = false;
      const draft = read();
      if (draft) {
        holdsText = true;
        outcome = await shelter.keep(draft);
        onOutcome(outcome);
      } else {
        outcome = "kept";
        if (holdsText) await shelter.release();
        holdsText = false;
      }
    } while (isStale);
    // In the same turn as the last look at `isStale`: nothing asked for in between is lost.
    running = null;
    return outcome;
  }

  return {
    isBusy: () => running !== null,
    keep() {
      isStale = true;
      running ??= run();
      return running;
    },
  };
}
