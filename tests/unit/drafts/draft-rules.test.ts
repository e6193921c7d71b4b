import { describe, expect, it } from "vitest";
import { decideLocalDraft, decideSave, KEPT_VERSIONS, listVersionsToForget } from "../../../app/features/drafts/draft-rules.ts";

const stored = { version: 4, files: { "a.js": "one" } };

describe("a save", () => {
  it("from the newest version is a save", () => expect(decideSave(stored, { baseVersion: 4, files: { "a.js": "two" } })).toBe("save"));
  it("from an older version is a conflict", () => expect(decideSave(stored, { baseVersion: 3, files: { "a.js": "two" } })).toBe("conflict"));
  it("from a version that does not exist is a conflict", () => expect(decideSave(stored, { baseVersion: 9, files: { "a.js": "two" } })).toBe("conflict"));
  it("of the same text changes nothing, wherever it began", () => expect(decideSave(stored, { baseVersion: 3, files: { "a.js": "one" } })).toBe("unchanged"));
  it("with a file more is no repetition", () => expect(decideSave(stored, { baseVersion: 4, files: { "a.js": "one", "b.js": "" } })).toBe("save"));
});

describe("text that the browser kept", () => {
  it("is dropped when the server has it", () => expect(decideLocalDraft(stored, { baseVersion: 2, files: { "a.js": "one" } })).toBe("drop"));
  it("comes back when nothing was saved since", () => expect(decideLocalDraft(stored, { baseVersion: 4, files: { "a.js": "two" } })).toBe("apply"));
  it("is a conflict when something was saved since", () => expect(decideLocalDraft(stored, { baseVersion: 3, files: { "a.js": "two" } })).toBe("conflict"));
});

describe("earlier states", () => {
  /** Newest first, one each `everyMs`. */
  function listStates(count: number, everyMs: number, reason = "save") {
    return Array.from({ length: count }, (_, index) => ({ version: count - index, reason, createdAt: new Date(10_000_000_000 - index * everyMs) }));
  }

  it("stay while they are ten", () => {
    expect(listVersionsToForget(listStates(10, 800))).toEqual([]);
  });

  it("are thinned beyond ten to one in five minutes", () => {
    const kept = 2_000 - listVersionsToForget(listStates(2_000, 1_000)).length;
    expect(kept).toBeGreaterThanOrEqual(10 + 5);
    expect(kept).toBeLessThan(10 + 8);
  });

  it("are never more than the limit", () => {
    expect(100 - listVersionsToForget(listStates(100, 3_600_000)).length).toBe(KEPT_VERSIONS);
  });

  it("stay when a reset or a conflict left them, however close", () => {
    const states = listStates(20, 500);
    states[15] = { version: 5, reason: "set-aside", createdAt: new Date(10_000_000_000 - 15 * 500) };
    expect(listVersionsToForget(states)).not.toContain(5);
    expect(listVersionsToForget(states)).toContain(4);
  });

  it("never lose the newest", () => {
    expect(listVersionsToForget(listStates(500, 10))).not.toContain(500);
  });
});
