/** What saving a draft means, apart from where it is stored. Pure. */
import type { Files } from "../../catalog/catalog.ts";
import { sameFiles } from "./same-files.ts";

/** The state of a draft with its number; 0 is the starter that nobody has changed yet. */
export interface DraftState {
  version: number;
  files: Files;
}

export type SaveDecision = "save" | "unchanged" | "conflict";

/**
 * What becomes of a save that began from `baseVersion`. The same text again is no change, whatever it began from: a
 * page whose answer was lost sends it twice.
 */
export function decideSave(current: DraftState, sent: { baseVersion: number; files: Files }): SaveDecision {
  if (sameFiles(current.files, sent.files)) return "unchanged";
  return sent.baseVersion === current.version ? "save" : "conflict";
}

export type LocalDecision = "drop" | "apply" | "conflict";

/** What becomes of text that a browser kept and could not save, when the page opens again. */
export function decideLocalDraft(stored: DraftState, local: { baseVersion: number; files: Files }): LocalDecision {
  if (sameFiles(stored.files, local.files)) return "drop";
  return local.baseVersion === stored.version ? "apply" : "conflict";
}

/** Earlier states that are kept of one draft. */
export const KEPT_VERSIONS = 30;
/** The newest are kept one by one; before them one for each of these spans, so that 30 reach back for days of work. */
const KEPT_WHOLE = 10;
const SPAN_MS = 5 * 60_000;

/**
 * Which earlier states are forgotten: the newest ten stay, of older ones one in five minutes and all that a reset, a
 * restore or a conflict left, together thirty.
 * @param versions newest first
 */
export function listVersionsToForget(versions: readonly { version: number; reason: string; createdAt: Date }[]): number[] {
  let keptCount = 0;
  let lastKeptMs = Number.POSITIVE_INFINITY;
  return versions
    .filter(({ reason, createdAt }, index) => {
      const isFarEnough = lastKeptMs - createdAt.getTime() >= SPAN_MS;
      const isKept = keptCount < KEPT_VERSIONS && (index < KEPT_WHOLE || reason !== "save" || isFarEnough);
      if (isKept) {
        keptCount += 1;
        lastKeptMs = createdAt.getTime();
      }
      return !isKept;
    })
    .map(({ version }) => version);
}
