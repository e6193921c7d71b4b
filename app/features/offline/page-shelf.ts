/**
 * The pages that one browser keeps for the person who uses it. Somebody else's are thrown away as soon as the server
 * answers for somebody else, and are never looked at before.
 */
import { isPageCache, NO_PERSON, pageCacheName, PERSON_CACHE, PERSON_HEADER } from "./offline-rules.ts";

const PERSON_KEY = "/person";

interface Present {
  /** Null: nobody is signed in, as far as this browser has seen. */
  tag: string | null;
  sinceMs: number;
}

export interface PageShelf {
  /**
   * Learns from an answer for whom it was made. False: the answer is older than the last change of person, or for
   * nobody, and must not be kept.
   */
  meet(headers: Headers, askedAtMs: number): Promise<boolean>;
  /** Keeps a copy for the present person; does nothing when that is another by now. */
  keep(url: string, answer: Response, tag: string): Promise<void>;
  /** The present person's copy. */
  find(url: string): Promise<Response | null>;
  /** Throws all pages of all people away: somebody signs out. */
  wipe(): Promise<void>;
  presentTag(): Promise<string | null>;
}

export function createPageShelf(store: CacheStorage, nowMs: () => number, kept: (cacheName: string, url: string) => Promise<void> = async () => {}): PageShelf {
  // One step after the other: two answers that arrive together must not change the person at once.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const done = last.then(act);
    last = done.catch(() => {});
    return done;
  };

  async function readPresent(): Promise<Present> {
    const kept = await (await store.open(PERSON_CACHE)).match(PERSON_KEY);
    return kept ? ((await kept.json()) as Present) : { tag: null, sinceMs: 0 };
  }

  async function become(tag: string | null) {
    await (await store.open(PERSON_CACHE)).put(PERSON_KEY, new Response(JSON.stringify({ tag, sinceMs: nowMs() } satisfies Present)));
    const mine = tag && pageCacheName(tag);
    for (const name of await store.keys()) if (isPageCache(name) && name !== mine) await store.delete(name);
  }

  return {
    meet: (headers, askedAtMs) =>
      inTurn(async () => {
        const said = headers.get(PERSON_HEADER);
        if (said === null) return false;
        const tag = said === NO_PERSON ? null : said;
        const present = await readPresent();
        if (tag === present.tag) return tag !== null && askedAtMs >= present.sinceMs;
        if (askedAtMs < present.sinceMs) return false;
        await become(tag);
        return tag !== null;
      }),
    keep: (url, answer, tag) =>
      inTurn(async () => {
        if ((await readPresent()).tag !== tag) return;
        const name = pageCacheName(tag);
        await (await store.open(name)).put(url, answer);
        await kept(name, new URL(url, "http://here").href);
      }),
    find: (url) =>
      inTurn(async () => {
        const { tag } = await readPresent();
        return (tag && (await (await store.open(pageCacheName(tag))).match(url, { ignoreSearch: true, ignoreVary: true }))) || null;
      }),
    wipe: () => inTurn(() => become(null)),
    presentTag: async () => (await inTurn(readPresent)).tag,
  };
}
