/** A page's place for its unsaved text: the browser's database, else its plain storage. */
import { openDraftDatabase, type DraftDatabase } from "./draft-database.ts";
import type { DraftShelter, KeepOutcome, KeptDraft, LeftDraft } from "./draft-shelter.ts";
import { enterPage } from "./page-presence.ts";
import { createPlainDraftStore, isFull, PAGE_MARK } from "./plain-draft-store.ts";

export interface OpenDraftShelter extends DraftShelter {
  /** The page is done with this draft: what it left may be taken in by another. */
  close(): void;
}

/**
 * @param key the draft: person and activity
 * @param saveUrl where drafts of this kind are saved; null: only from their own page
 */
export function openDraftShelter(key: string, saveUrl: string | null): OpenDraftShelter {
  const page = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const id = key + PAGE_MARK + page;
  const presence = enterPage(page);
  const plain = createPlainDraftStore(() => localStorage);

  return {
    close: presence.leave,

    async keep(draft: KeptDraft): Promise<KeepOutcome> {
      await presence.entered;
      const record = { ...draft, id, key, saveUrl, keptAtMs: Date.now() };
      try {
        const database = await openDraftDatabase();
        await database.put("drafts", record);
        plain.remove(id);
        return "kept";
      } catch (error) {
        const outcome = plain.put(record);
        if (outcome === "kept") return "kept-plainly";
        return isFull(error) ? "full" : outcome;
      }
    },

    keepAtOnce: (draft) => void plain.put({ ...draft, id, keptAtMs: Date.now() }),

    async release() {
      plain.remove(id);
      await attempt(undefined, (database) => database.delete("drafts", id));
    },

    async listLeft(): Promise<LeftDraft[]> {
      const [kept, open] = await Promise.all([attempt([], (database) => database.getAllFromIndex("drafts", "key", key)), presence.listOpen().catch(() => new Set([page]))]);
      // A page may have left its last moment beside what it kept before: the later one counts.
      const newest = new Map<string, LeftDraft & { keptAtMs: number }>();
      for (const draft of [...kept, ...plain.list(key)].sort((one, other) => one.keptAtMs - other.keptAtMs)) newest.set(draft.id, draft);
      return [...newest.values()].filter((draft) => !open.has(draft.id.slice(key.length + 1)));
    },

    async forgetLeft(leftId) {
      plain.remove(leftId);
      await attempt(undefined, (database) => database.delete("drafts", leftId));
    },

    findKnown: () => attempt(null, async (database) => (await database.get("known", key)) ?? null),

    async rememberKnown(state) {
      await attempt(undefined, async (database) => void (await database.put("known", { ...state, key })));
    },
  };
}

/** Something of the database, or `otherwise` where the browser refuses it: what matters is in the plain storage then. */
async function attempt<T>(otherwise: T, act: (database: DraftDatabase) => Promise<T>): Promise<T> {
  try {
    return await act(await openDraftDatabase());
  } catch {
    return otherwise;
  }
}
