import { beforeEach, describe, expect, it } from "vitest";
import { createPageShelf, type PageShelf } from "../../../app/features/offline/page-shelf.ts";

/** A browser's caches, as much of them as is used. */
function memoryCaches(): CacheStorage {
  const caches = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const entries = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, entries);
    return { match: async (url: string) => entries.get(url)?.clone(), put: async (url: string, answer: Response) => void entries.set(url, answer) };
  };
  return { open: async (name: string) => open(name), keys: async () => [...caches.keys()], delete: async (name: string) => caches.delete(name) } as unknown as CacheStorage;
}

const of = (tag: string) => new Headers({ "X-Rung-Person": tag });
const PAGE = "/courses/a/b/c";
let nowMs: number;
let store: CacheStorage;
let shelf: PageShelf;
beforeEach(() => {
  nowMs = 1_000;
  store = memoryCaches();
  shelf = createPageShelf(store, () => nowMs);
});

async function keepFor(tag: string) {
  if (await shelf.meet(of(tag), nowMs)) await shelf.keep(PAGE, new Response(`of ${tag}`), tag);
}
const find = async () => (await (await shelf.find(PAGE))?.text()) ?? null;

describe("the pages of one browser", () => {
  it("are there for the person who opened them", async () => {
    await keepFor("ada");
    expect(await find()).toBe("of ada");
  });

  it("are gone when somebody else is answered", async () => {
    await keepFor("ada");
    nowMs += 1;
    await shelf.meet(of("bea"), nowMs);
    expect(await find()).toBeNull();
    nowMs += 1;
    await shelf.meet(of("ada"), nowMs);
    expect(await find()).toBeNull();
  });

  it("are gone when nobody is signed in, and after signing out", async () => {
    await keepFor("ada");
    nowMs += 1;
    expect(await shelf.meet(of("none"), nowMs)).toBe(false);
    expect(await find()).toBeNull();
    nowMs += 1;
    await keepFor("ada");
    await shelf.wipe();
    expect([await find(), (await store.keys()).filter((name) => name.startsWith("rung-pages-"))]).toEqual([null, []]);
  });

  it("do not come back by an answer that was under way when the person changed", async () => {
    await keepFor("ada");
    const askedAtMs = nowMs;
    nowMs += 10;
    await shelf.meet(of("bea"), nowMs);
    expect(await shelf.meet(of("ada"), askedAtMs)).toBe(false);
    await shelf.keep(PAGE, new Response("late"), "ada");
    expect([await find(), await shelf.presentTag()]).toEqual([null, "bea"]);
  });

  it("stay when an answer says nothing of a person, as a proxy's error page", async () => {
    await keepFor("ada");
    expect(await shelf.meet(new Headers(), nowMs)).toBe(false);
    expect(await find()).toBe("of ada");
  });
});
