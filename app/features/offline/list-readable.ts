/** What this browser holds for reading without a connection. */
import { OFFLINE_PATH, pageCacheName, PERSON_CACHE } from "./offline-rules.ts";

export interface ReadablePage {
  path: string;
  /** As the page's own title has it: activity, course. */
  title: string;
  course: string | null;
}

/** The present person's pages by course and title; null where the browser keeps none (plain http, private windows). */
export async function listReadable(): Promise<ReadablePage[] | null> {
  if (!("caches" in globalThis)) return null;
  try {
    const person = await (await caches.open(PERSON_CACHE)).match("/person");
    const { tag } = person ? ((await person.json()) as { tag: string | null }) : { tag: null };
    if (!tag) return [];
    const cache = await caches.open(pageCacheName(tag));
    const pages = await Promise.all((await cache.keys()).map(async ({ url }) => readPage(new URL(url).pathname, (await cache.match(url)) ?? null)));
    return pages.filter((page) => page !== null).sort((one, other) => (one.course ?? "").localeCompare(other.course ?? "") || one.title.localeCompare(other.title));
  } catch {
    return null;
  }
}

async function readPage(path: string, answer: Response | null): Promise<ReadablePage | null> {
  if (!answer?.headers.get("Content-Type")?.startsWith("text/html") || path === OFFLINE_PATH) return null;
  const { title } = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [activity = path, course = null] = title.split(" · ");
  return { path, title: activity, course };
}
