/** The browser's database of drafts: texts of pages that the server does not have yet, and what it was seen to have. */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { DraftState } from "./draft-rules.ts";
import type { KeptDraft } from "./draft-shelter.ts";

export interface DraftRecord extends KeptDraft {
  /** One page's text of one draft. */
  id: string;
  /** The draft: person and activity. */
  key: string;
  /** Where it would be saved; null where the page cannot be saved from elsewhere. */
  saveUrl: string | null;
  keptAtMs: number;
}

interface DraftSchema extends DBSchema {
  drafts: { key: string; value: DraftRecord; indexes: { key: string } };
  known: { key: string; value: DraftState & { key: string } };
}

export type DraftDatabase = IDBPDatabase<DraftSchema>;

const NAME = "rung-drafts";
const VERSION = 1;

let opening: Promise<DraftDatabase> | null = null;

/**
 * The open database, one for the page.
 * @throws what the browser throws that refuses one: private windows, full disks, storage that was forbidden
 */
export function openDraftDatabase(): Promise<DraftDatabase> {
  opening ??= open().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

function open(): Promise<DraftDatabase> {
  return openDB<DraftSchema>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore("drafts", { keyPath: "id" }).createIndex("key", "key");
      database.createObjectStore("known", { keyPath: "key" });
    },
    // A page with a newer program wants to change the tables: it comes first.
    blocking: (_current, _blocked, event) => {
      opening = null;
      (event.target as IDBDatabase | null)?.close();
    },
    terminated: () => void (opening = null),
  });
}

/** Removes the whole database; for a person who leaves this browser with everything saved. */
export async function deleteDraftDatabase(): Promise<void> {
  const open = await opening?.catch(() => null);
  opening = null;
  open?.close();
  await deleteDB(NAME);
}
