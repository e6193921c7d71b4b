/** What a browser may keep for reading without a connection, and for whom. Shared by server, pages and the service worker. Pure. */

/** Every answer says for whom it was made: the person's tag, or `none` for a visitor. */
export const PERSON_HEADER = "X-Rung-Person";
export const NO_PERSON = "none";
/** A page that may be read again without a connection says so; nothing else is kept. */
export const READABLE_HEADER = "X-Rung-Readable-Offline";
export const READABLE = "yes";

/** Where the page is that lists what can be read. */
export const OFFLINE_PATH = "/offline";
export const SERVICE_WORKER_PATH = "/service-worker.js";

/** Names of caches in the browser. */
export const ASSET_CACHE = "rung-assets";
export const ROUTE_CACHE = "rung-routes";
export const SHARED_CACHE = "rung-shared";
export const PERSON_CACHE = "rung-person";
const PAGE_CACHE = "rung-pages-";

export function pageCacheName(tag: string): string {
  return PAGE_CACHE + tag;
}

export function isPageCache(name: string): boolean {
  return name.startsWith(PAGE_CACHE);
}

/** A lesson, a lab and the like: `/courses/<course>/<module>/<activity>`. */
const ACTIVITY = /^\/courses\/[^/]+\/[^/]+\/[^/]+$/;
const ACTIVITY_FILE = /^\/courses\/[^/]+\/[^/]+\/[^/]+\/assets\/./;
const DATA = ".data";

export type Asked =
  /** A built file, named by its content. */
  | { kind: "asset" }
  /** Which routes there are: the same for everybody. */
  | { kind: "routes" }
  /** The page that lists what can be read. */
  | { kind: "offline-page" }
  | { kind: "page"; path: string }
  /** What a page in the browser asks when it goes on to `path`, or reads its own data anew. */
  | { kind: "page-data"; path: string }
  /** A picture in a lesson. */
  | { kind: "picture" }
  /** Goes to the server and leaves no trace. */
  | { kind: "other" };

export interface AskedRequest {
  method: string;
  mode: string;
  destination: string;
  url: URL;
  origin: string;
}

/** What the service worker does with a request. */
export function readAsked({ method, mode, destination, url, origin }: AskedRequest): Asked {
  const { pathname } = url;
  if (method !== "GET" || url.origin !== origin) return { kind: "other" };
  if (pathname.startsWith("/assets/")) return { kind: "asset" };
  if (pathname === "/__manifest") return { kind: "routes" };
  if (mode === "navigate") return pathname === OFFLINE_PATH ? { kind: "offline-page" } : { kind: "page", path: pathname };
  if (pathname.endsWith(DATA)) return { kind: "page-data", path: pathname === "/_root.data" ? "/" : pathname.slice(0, -DATA.length) };
  if (destination === "image" && ACTIVITY_FILE.test(pathname)) return { kind: "picture" };
  return { kind: "other" };
}

/** Whether an answer may be kept: the server marked it, at an address where such pages are. */
export function isReadable(path: string, answer: { status: number; redirected: boolean; headers: Headers }): boolean {
  return ACTIVITY.test(path) && answer.status === 200 && !answer.redirected && answer.headers.get(READABLE_HEADER) === READABLE && hasPerson(answer.headers);
}

export function hasPerson(headers: Headers): boolean {
  return ![null, NO_PERSON].includes(headers.get(PERSON_HEADER));
}

/** Where a page that cannot be had leads to. */
export function buildOfflineUrl(from: string): string {
  return `${OFFLINE_PATH}?from=${encodeURIComponent(from)}`;
}

/** An address of this site to try again, from the query of the offline page; null when it is none. */
export function parseFrom(value: string | null): string | null {
  return value && /^\/(?![/\\])/.test(value) ? value : null;
}

/** The answer to a page's script that makes it load `url` as a document; encoded as Remix does (turbo-stream). */
export function encodeReload(url: string): string {
  const fields = { redirect: 3, status: 5, revalidate: 7, reload: 9, replace: 7 };
  const slots = Object.fromEntries(Object.values(fields).map((slot, index) => [`_${[2, 4, 6, 8, 10][index]}`, slot]));
  return `${JSON.stringify([["SingleFetchRedirect", 1], slots, "redirect", url, "status", 302, "revalidate", false, "reload", true, "replace"])}\n`;
}
