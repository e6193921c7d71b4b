/** Drafts in the browser's plain storage: for browsers that refuse a database, and for the last moment of a page. */
import { parseKeptDraft, type KeepOutcome, type KeptDraft } from "./draft-shelter.ts";

/** A kept text with the page that kept it and when, milliseconds since 1970. */
export interface PlainDraft extends KeptDraft {
  id: string;
  keptAtMs: number;
}

export interface PlainDraftStore {
  list(key: string): PlainDraft[];
  put(draft: PlainDraft): KeepOutcome;
  remove(id: string): void;
}

/** Stands between the key of a draft and the name of a page. */
export const PAGE_MARK = "#";

/**
 * @param openStorage gives the storage; it throws where storage is forbidden
 */
export function createPlainDraftStore(openStorage: () => Storage): PlainDraftStore {
  return {
    list(key) {
      return attempt([], () => {
        const storage = openStorage();
        // The bare key is where an earlier version of the program kept its one text.
        const ids = Object.keys(storage).filter((id) => id === key || id.startsWith(key + PAGE_MARK));
        return ids.flatMap((id) => attempt([], () => read(id, JSON.parse(storage.getItem(id) ?? "null"))));
      });
    },
    put({ id, ...draft }) {
      try {
        openStorage().setItem(id, JSON.stringify(draft));
        return "kept";
      } catch (error) {
        return isFull(error) ? "full" : "refused";
      }
    },
    remove: (id) => attempt(undefined, () => openStorage().removeItem(id)),
  };
}

function read(id: string, value: unknown): PlainDraft[] {
  const draft = parseKeptDraft(value);
  const keptAtMs = typeof value === "object" && value !== null && "keptAtMs" in value && typeof value.keptAtMs === "number" ? value.keptAtMs : 0;
  return draft ? [{ ...draft, id, keptAtMs }] : [];
}

/** Whether an error of a browser's storage says that there is no room. */
export function isFull(error: unknown): boolean {
  return error instanceof DOMException && (error.name === "QuotaExceededError" || error.name === "NS_ERROR_DOM_QUOTA_REACHED");
}

function attempt<T>(otherwise: T, act: () => T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
