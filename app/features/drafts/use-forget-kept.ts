import { useEffect } from "react";
import { openDraftDatabase } from "./draft-database.ts";

/**
 * Forgets texts that this browser kept of something that is done: they have gone their way.
 * @param prefix how the ids of the kept texts begin; null: nothing is forgotten
 */
export function useForgetKept(prefix: string | null): void {
  useEffect(() => {
    if (prefix !== null) void forgetKept(prefix);
  }, [prefix]);
}

async function forgetKept(prefix: string): Promise<void> {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // No plain storage: nothing is kept there.
  }
  const database = await openDraftDatabase().catch(() => null);
  // Everything that begins so, in the order of ids.
  await database?.delete("drafts", IDBKeyRange.bound(prefix, `${prefix}\uffff`)).catch(() => {});
}
