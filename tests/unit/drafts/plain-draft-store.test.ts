import { describe, expect, it } from "vitest";
import { createPlainDraftStore } from "../../../app/features/drafts/plain-draft-store.ts";

/** A browser's plain storage, as much of it as is used. */
function memoryStorage(entries: Record<string, string> = {}): Storage {
  const storage = Object.create({
    getItem(key: string) { return Object.hasOwn(storage, key) ? storage[key] : null; },
    setItem(key: string, value: string) { storage[key] = value; },
    removeItem(key: string) { delete storage[key]; },
  });
  return Object.assign(storage, entries);
}

const draft = { id: "key#page", keptAtMs: 5, base: { version: 2, files: { "a.js": "base" } }, files: { "a.js": "mine" }, unanswered: null };

describe("drafts in the plain storage", () => {
  it("come back as they were, and only those of the asked draft", () => {
    const store = createPlainDraftStore(() => storage);
    const storage = memoryStorage({ "other#page": JSON.stringify(draft), "keyless": "1" });
    store.put(draft);
    expect(store.list("key")).toEqual([draft]);
    store.remove(draft.id);
    expect(store.list("key")).toEqual([]);
  });

  it("of the program before are taken over: their base is known by its number only", () => {
    const storage = memoryStorage({ key: JSON.stringify({ version: 3, files: { "a.js": "old", "b.js": 7 } }) });
    expect(createPlainDraftStore(() => storage).list("key")).toEqual([{ id: "key", keptAtMs: 0, base: { version: 3, files: null }, files: { "a.js": "old" }, unanswered: null }]);
  });

  it("of a stranger's hand count as none", () => {
    const storage = memoryStorage({ "key#1": "{", "key#2": "null", "key#3": "[]", "key#4": '{"files":{}}', "key#5": '{"version":"1","files":null}' });
    expect(createPlainDraftStore(() => storage).list("key")).toEqual([]);
  });

  it("say when there is no room and when the browser refuses", () => {
    const failing = (error: Error) => createPlainDraftStore(() => { throw error; });
    expect(failing(new DOMException("full", "QuotaExceededError")).put(draft)).toBe("full");
    const refusing = failing(new DOMException("no", "SecurityError"));
    expect([refusing.put(draft), refusing.list("key"), refusing.remove("key")]).toEqual(["refused", [], undefined]);
  });
});
