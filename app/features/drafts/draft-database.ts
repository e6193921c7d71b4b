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

/** Work that was handed in without a connection. */
export interface WaitingHandIn {
  /** The draft that it was made of: there is one at most of each. */
  id: string;
  /** Where it is sent, with the person's name. */
  url: string;
  /** What is sent, as JSON; its idempotency key makes one submission of all tries. */
  body: { files: Record<string, string>; idempotencyKey: string; link?: string; message?: string };
  keptAtMs: number;
}

interface DraftSchema extends DBSchema {
  handIns: { key: string; value: WaitingHandIn };
  drafts: { key: string; value: DraftRecord; indexes: { key: string } };
  known: { key: string; value: DraftState & { key: string } };
}

export type DraftDatabase = IDBPDatabase<DraftSchema>;

const NAME = "rung-drafts";
const VERSION = 2;

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
    upgrade(database, before) {
      if (before < 1) {
        database.createObjectStore("drafts", { keyPath: "id" }).createIndex("key", "key");
        database.createObjectStore("known", { keyPath: "key" });
      }
      if (before < 2) database.createObjectStore("handIns", { keyPath: "id" });
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
