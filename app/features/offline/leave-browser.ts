/** Signing out: what this browser keeps of a person is saved, and then goes. */
import { DEFAULT_LOCALE } from "../../i18n/locales.ts";
import { callDraft } from "../drafts/draft-api.ts";
import { deleteDraftDatabase, openDraftDatabase, type DraftRecord } from "../drafts/draft-database.ts";
import { isPageCache, PERSON_CACHE } from "./offline-rules.ts";
import { sendHandIns } from "./waiting-hand-ins.ts";

/** Keys of a person's texts in this browser begin so. */
const ownPrefixes = (userId: string) => [`rung:draft:${userId}:`, `rung:content:${userId}:`];

/**
 * Saves what this person has unsaved in this browser, whichever page it was typed in, and sends what waits to be handed in.
 * @returns how many texts could not be saved or sent
 */
export async function saveAllDrafts(userId: string): Promise<number> {
  const database = await openDraftDatabase().catch(() => null);
  if (!database) return countPlain(userId);
  let unsaved = 0;
  for (const record of await database.getAll("drafts")) {
    if (!ownPrefixes(userId).some((prefix) => record.key.startsWith(prefix))) continue;
    if (await saveRecord(record)) await database.delete("drafts", record.id);
    else unsaved += 1;
  }
  return unsaved + countPlain(userId) + (await sendHandIns(userId));
}

async function saveRecord({ saveUrl, base, files }: DraftRecord): Promise<boolean> {
  if (!saveUrl) return false;
  const call = await callDraft(saveUrl, { intent: "save", baseVersion: base.version, files }, DEFAULT_LOCALE);
  // What was handed in meanwhile has gone its way.
  return call.kind === "answer" ? call.answer.kind === "saved" : call.kind === "refused" && call.reason === "closed";
}

function countPlain(userId: string): number {
  try {
    return Object.keys(localStorage).filter((key) => ownPrefixes(userId).some((prefix) => key.startsWith(prefix)) && key.includes("#")).length;
  } catch {
    return 0;
  }
}

/** Throws away what this browser keeps. Texts go only with `withDrafts`. */
export async function clearBrowser({ withDrafts }: { withDrafts: boolean }): Promise<void> {
  if ("caches" in globalThis) {
    const names = await caches.keys().catch(() => []);
    await Promise.all(names.filter((name) => isPageCache(name) || name === PERSON_CACHE).map((name) => caches.delete(name)));
  }
  const database = await openDraftDatabase().catch(() => null);
  // Saved states go in any case; unsaved texts of whoever else used this browser stay theirs.
  await database?.clear("known").catch(() => {});
  const countLeft = async () => ((await database?.count("drafts")) ?? 0) + ((await database?.count("handIns")) ?? 0);
  if (withDrafts && database && (await countLeft().catch(() => 1)) === 0) await deleteDraftDatabase().catch(() => {});
}
