/**
 * Between this site's pages and the network. Built files come from the browser, pages from the server; a lesson or
 * lab that was opened before comes from the browser when the server cannot be reached. Nothing else is kept: no
 * forms, no quizzes, no pages of teaching or reviewing.
 */
import { CacheableResponsePlugin } from "workbox-cacheable-response";
import { CacheExpiration, ExpirationPlugin } from "workbox-expiration";
import { registerRoute } from "workbox-routing";
import { CacheFirst, NetworkFirst } from "workbox-strategies";
import { ASSET_CACHE, buildOfflineUrl, encodeReload, hasPerson, isReadable, OFFLINE_PATH, PERSON_HEADER, readAsked, ROUTE_CACHE, SHARED_CACHE, type Asked } from "./offline-rules.ts";
import { createPageShelf } from "./page-shelf.ts";

/** What of the worker's own world is used; the types of pages do not know it. */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface AskEvent extends LastingEvent {
  request: Request;
  clientId: string;
}
interface WorkerScope {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void>; get(id: string): Promise<{ url: string } | undefined> };
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: AskEvent) => void): void;
  addEventListener(type: "message", listener: (event: LastingEvent & { data: unknown }) => void): void;
}
const worker = globalThis as unknown as WorkerScope;
const { origin } = location;

const DAY_S = 24 * 60 * 60;
/** Pages and pictures of one person. */
const KEPT_PAGES = 300;
const KEPT_PAGES_S = 90 * DAY_S;
const KEPT_ASSETS = 400;
/** A picture that is larger is read with a connection. */
const PICTURE_BYTES = 3_000_000;
/** How old the copy of a page may be before reading its data makes a new one. */
const FRESH_MS = 10 * 60_000;

const shelf = createPageShelf(caches, Date.now, async (cacheName, url) => {
  const expiration = new CacheExpiration(cacheName, { maxEntries: KEPT_PAGES, maxAgeSeconds: KEPT_PAGES_S });
  await expiration.updateTimestamp(url);
  await expiration.expireEntries();
});

const assets = new CacheFirst({
  cacheName: ASSET_CACHE,
  plugins: [new CacheableResponsePlugin({ statuses: [200] }), new ExpirationPlugin({ maxEntries: KEPT_ASSETS, maxAgeSeconds: KEPT_PAGES_S, purgeOnQuotaError: true })],
});
const routes = new NetworkFirst({ cacheName: ROUTE_CACHE, plugins: [new CacheableResponsePlugin({ statuses: [200] }), new ExpirationPlugin({ maxEntries: 60 })] });

worker.addEventListener("install", (event) => event.waitUntil(keepOfflinePage().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

registerRoute(ofKind("asset"), assets);
registerRoute(ofKind("routes"), routes);
registerRoute(ofKind("page", "page-data", "picture", "offline-page"), async ({ request, event }) => answer(request, event as AskEvent));

// A form is none of ours; but who signs out leaves nothing behind.
worker.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method === "POST" && /^\/sign-out(\.data)?$/.test(pathname)) event.waitUntil(shelf.wipe());
});

// A page that was there before this worker: it and its files are kept as if they had come through here.
worker.addEventListener("message", (event) => {
  const { data } = event;
  if (typeof data !== "object" || data === null || !("type" in data)) return;
  if (data.type === "wipe") event.waitUntil(shelf.wipe());
  if (data.type === "opened" && "files" in data && Array.isArray(data.files)) event.waitUntil(Promise.all([keepAssets(data.files.map(String)), "path" in data ? keepPage(String(data.path)) : undefined]));
});

function ofKind(...kinds: Asked["kind"][]) {
  return ({ request, url }: { request: Request; url: URL }) => kinds.includes(readAsked({ ...pick(request), url, origin }).kind);
}

function pick({ method, mode, destination }: Request) {
  return { method, mode, destination };
}

async function answer(request: Request, event: AskEvent): Promise<Response> {
  const url = new URL(request.url);
  const asked = readAsked({ ...pick(request), url, origin });
  const askedAtMs = Date.now();
  try {
    const response = await fetch(request);
    const copy = response.clone();
    event.waitUntil(remember(asked, url, copy, askedAtMs, isPrefetch(request)));
    return response;
  } catch (error) {
    return (await answerAlone(asked, url, event)) ?? Promise.reject(error);
  }
}

async function remember(asked: Asked, url: URL, response: Response, askedAtMs: number, isAhead: boolean): Promise<void> {
  const before = await shelf.presentTag();
  const mayKeep = await shelf.meet(response.headers, askedAtMs);
  const tag = response.headers.get(PERSON_HEADER);
  if (tag !== before && hasPerson(response.headers)) await keepOfflinePage(tag);
  // Looked at by the browser before somebody goes there: not opened.
  if (!mayKeep || !tag || isAhead) return;
  if (asked.kind === "picture" && response.ok && Number(response.headers.get("Content-Length") ?? 0) <= PICTURE_BYTES) return shelf.keep(url.pathname, response, tag);
  if (asked.kind === "page" && isReadable(asked.path, response)) return shelf.keep(asked.path, response, tag);
  if (asked.kind !== "page-data" || !isReadable(asked.path, response)) return;
  // Of some routes only: no page by itself.
  if (!url.searchParams.has("_routes")) await shelf.keep(url.pathname, response, tag);
  const kept = await shelf.find(asked.path);
  if (!kept || Date.now() - Date.parse(kept.headers.get("Date") ?? "") > FRESH_MS) await keepPage(asked.path);
}

/** What can be answered without the server; null: nothing. */
async function answerAlone(asked: Asked, url: URL, event: AskEvent): Promise<Response | null> {
  switch (asked.kind) {
    case "page":
      return (await shelf.find(asked.path)) ?? Response.redirect(buildOfflineUrl(url.pathname + url.search), 302);
    case "offline-page":
      return (await shelf.find(OFFLINE_PATH)) ?? (await caches.match(OFFLINE_PATH, { cacheName: SHARED_CACHE, ignoreSearch: true, ignoreVary: true })) ?? null;
    case "picture":
      return shelf.find(url.pathname);
    case "page-data": {
      const kept = await shelf.find(url.pathname);
      if (kept) return kept;
      const client = await worker.clients.get(event.clientId);
      // The page reads its own data anew: it goes on with what it has.
      if (!client || new URL(client.url).pathname === asked.path) return null;
      return new Response(encodeReload(asked.path), { status: 202, headers: { "Content-Type": "text/x-script", "X-Remix-Response": "yes" } });
    }
    default:
      return null;
  }
}

function isPrefetch({ headers }: Request): boolean {
  return /prefetch/.test(headers.get("Sec-Purpose") ?? headers.get("Purpose") ?? "");
}

/** Reads a page for the shelf, if it may be there. */
async function keepPage(path: string): Promise<void> {
  const askedAtMs = Date.now();
  const response = await fetch(path, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!response) return;
  const mayKeep = await shelf.meet(response.headers, askedAtMs);
  if (!mayKeep || !isReadable(path, response)) return;
  await keepFilesOf(response.clone());
  await shelf.keep(path, response, response.headers.get(PERSON_HEADER) ?? "");
}

/** The page that says what can be read: for everybody, and in the person's own frame and language. */
async function keepOfflinePage(tag: string | null = null): Promise<void> {
  const response = await fetch(OFFLINE_PATH, { credentials: tag ? "same-origin" : "omit" }).catch(() => null);
  if (!response?.ok) return;
  await keepFilesOf(response.clone());
  if (!tag) await (await caches.open(SHARED_CACHE)).put(OFFLINE_PATH, response);
  else if (response.headers.get(PERSON_HEADER) === tag) await shelf.keep(OFFLINE_PATH, response, tag);
}

async function keepFilesOf(page: Response): Promise<void> {
  const text = await page.text();
  await keepAssets([...text.matchAll(/["'](\/assets\/[\w./-]+)["']/g)].map(([, path = ""]) => path));
}

async function keepAssets(urls: readonly string[]): Promise<void> {
  const own = new Set(urls.map((url) => new URL(url, origin)).filter((url) => url.origin === origin && url.pathname.startsWith("/assets/")).map(({ href }) => href));
  const cache = await caches.open(ASSET_CACHE);
  await Promise.all([...own].map(async (url) => {
    if (await cache.match(url)) return;
    const response = await fetch(url).catch(() => null);
    if (response?.ok) await cache.put(url, response);
  }));
}
