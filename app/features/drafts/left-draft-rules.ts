/** What becomes of a text that another page left in this browser. Pure. */
import type { KeptDraft } from "./draft-shelter.ts";
import type { DraftState } from "./draft-rules.ts";
import { mergeFiles } from "./merge-files.ts";
import { sameFiles } from "./same-files.ts";

type Files = Record<string, string>;

export type LeftDecision =
  /** The server or this page has it. */
  | { kind: "drop" }
  /** Nothing happened since: it is the text to go on with. */
  | { kind: "apply"; files: Files }
  /** Both sides' changes fit together. */
  | { kind: "merge"; files: Files }
  /** The person chooses between it and what the server has. */
  | { kind: "conflict"; files: Files }
  /** This page already has unsaved text of its own that it does not fit: it goes among the earlier versions. */
  | { kind: "set-aside"; files: Files };

export interface OpenPage {
  /** What the server is known to have. */
  stored: DraftState;
  /** What the page shows. */
  text: Files;
  /** The page already asks the person to choose. */
  isAsking: boolean;
}

export function decideLeftDraft({ stored, text, isAsking }: OpenPage, left: KeptDraft): LeftDecision {
  const files = fitFiles(left.files, stored.files);
  if (sameFiles(files, text) || sameFiles(files, stored.files)) return { kind: "drop" };
  if (isAsking) return { kind: "set-aside", files };
  const isClean = sameFiles(text, stored.files);
  const wasStored = left.unanswered !== null && sameFiles(fitFiles(left.unanswered, stored.files), stored.files);
  if (isClean && (left.base.version === stored.version || wasStored)) return { kind: "apply", files };
  const base = wasStored ? left.unanswered : left.base.files;
  const merged = base && mergeFiles({ base, mine: files, theirs: text });
  if (merged) return sameFiles(merged, text) ? { kind: "drop" } : { kind: "merge", files: merged };
  return isClean ? { kind: "conflict", files } : { kind: "set-aside", files };
}

/** Kept files as the activity has them now: one that it lost is not brought back, one that it gained keeps its starter. */
export function fitFiles(kept: Files, present: Readonly<Files>): Files {
  return Object.fromEntries(Object.entries(present).map(([path, text]) => [path, Object.hasOwn(kept, path) ? (kept[path] ?? "") : text]));
}
