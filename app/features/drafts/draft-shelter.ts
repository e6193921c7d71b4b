/** What a browser keeps of drafts until the server has them: shapes, apart from where they are kept. */
import type { DraftState } from "./draft-rules.ts";

type Files = Record<string, string>;

/** The text of one open page that the server does not have yet. */
export interface KeptDraft {
  /** What the text began from. `files` is null where only the number is known. */
  base: { version: number; files: Files | null };
  files: Files;
  /** Sent without an answer: the server may have it all the same. */
  unanswered: Files | null;
}

/** A kept text whose page is gone: closed, crashed, or left for another page. */
export interface LeftDraft extends KeptDraft {
  id: string;
}

/** `kept-plainly`: without the database, in little room. `full`: there is no room. `refused`: this browser keeps nothing, e.g. in a private window. */
export type KeepOutcome = "kept" | "kept-plainly" | "full" | "refused";

/** The place of one page's text of one draft in this browser. No method throws. */
export interface DraftShelter {
  /** What pages that are gone have left of this draft, oldest first. */
  listLeft(): Promise<LeftDraft[]>;
  forgetLeft(id: string): Promise<void>;
  /** Puts this page's text in place of what it kept before. */
  keep(draft: KeptDraft): Promise<KeepOutcome>;
  /** The same without waiting, for a page that is about to end. May do nothing. */
  keepAtOnce(draft: KeptDraft): void;
  /** This page has nothing unsaved any more. */
  release(): Promise<void>;
  /** The newest state that the server was seen to have; null when none was. A page that was opened offline may be older. */
  findKnown(): Promise<DraftState | null>;
  rememberKnown(state: DraftState): Promise<void>;
}

/** Reads a kept text that an earlier version of the program or a stranger's hand may have written; null when it is none. */
export function parseKeptDraft(value: unknown): KeptDraft | null {
  if (typeof value !== "object" || value === null || !("files" in value)) return null;
  const files = parseFiles(value.files);
  if (!files) return null;
  // Before there was a database, a version stood beside the files.
  if ("version" in value && typeof value.version === "number") return { base: { version: value.version, files: null }, files, unanswered: null };
  if (!("base" in value) || typeof value.base !== "object" || value.base === null || !("version" in value.base) || typeof value.base.version !== "number") return null;
  const baseFiles = "files" in value.base ? parseFiles(value.base.files) : null;
  return { base: { version: value.base.version, files: baseFiles }, files, unanswered: "unanswered" in value ? parseFiles(value.unanswered) : null };
}

function parseFiles(value: unknown): Files | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
