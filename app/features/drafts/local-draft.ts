import type { DraftKeeperParts } from "./draft-keeper.ts";
import type { DraftState } from "./draft-rules.ts";

/**
 * What this browser keeps of one person's draft until the server has it. Storage that is full, forbidden or of
 * another hand counts as empty: the draft is then only as safe as the connection.
 */
export function createLocalDraft(storage: Storage, key: string): DraftKeeperParts["local"] {
  const attempt = <T>(act: () => T): T | null => {
    try {
      return act();
    } catch {
      return null;
    }
  };
  return {
    read: () => attempt(() => parseState(JSON.parse(storage.getItem(key) ?? "null"))),
    write: ({ baseVersion, files }) => void attempt(() => storage.setItem(key, JSON.stringify({ version: baseVersion, files }))),
    clear: () => void attempt(() => storage.removeItem(key)),
  };
}

function parseState(value: unknown): DraftState | null {
  if (typeof value !== "object" || value === null || !("version" in value) || !("files" in value)) return null;
  const { version, files } = value;
  if (typeof version !== "number" || typeof files !== "object" || files === null) return null;
  return { version, files: Object.fromEntries(Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === "string")) };
}
