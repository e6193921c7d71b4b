import { watch, type FSWatcher } from "node:fs";
import { readdir } from "node:fs/promises";
import type { Catalog, CatalogSource } from "./catalog.ts";
import { readContent } from "./read-content.server.ts";
import type { ReadCache } from "./read-source-folder.server.ts";

/** For the log: one line each. */
export interface CatalogEvent {
  event: "catalog-read" | "catalog-kept" | "catalog-not-watched";
  /** The folder. */
  root: string;
  courses?: number;
  problems?: number;
  durationMs?: number;
  /** Why the old catalog was kept, or why changes are not seen. */
  cause?: string;
}

export interface OpenCatalogOptions {
  /** Read again when something in the folder changes. */
  watch?: boolean;
  log?: (event: CatalogEvent) => void;
  /** Changes that follow each other within this time are read once. Milliseconds. */
  settleMs?: number;
}

/**
 * Reads a content folder and keeps its catalog. What is wrong with the material is in the catalog's problems; a
 * folder that can't be read later, while it is moved for example, leaves the catalog as it was.
 */
export async function openCatalog(root: string, options: OpenCatalogOptions = {}): Promise<CatalogSource> {
  const log = options.log ?? (() => {});
  const cache: ReadCache = new Map();
  let current = await readContent(root, cache);
  log({ event: "catalog-read", root, courses: current.courses.length, problems: current.problems.length });

  async function readAgain(): Promise<Catalog> {
    const startedAt = performance.now();
    try {
      await readdir(root);
      current = await readContent(root, cache);
      log({ event: "catalog-read", root, courses: current.courses.length, problems: current.problems.length, durationMs: Math.round(performance.now() - startedAt) });
    } catch (error) {
      log({ event: "catalog-kept", root, cause: error instanceof Error ? error.message : String(error) });
    }
    return current;
  }

  // One at a time, in order: a reading that began before a change must not replace one that began after it.
  let last: Promise<unknown> = Promise.resolve();
  const reload = () => {
    const next = last.then(readAgain);
    last = next;
    return next;
  };

  const watcher = options.watch ? await watchFolder(root, options.settleMs ?? 150, () => void reload(), log) : null;
  return { current: () => current, reload, close: () => watcher?.close() };
}

async function watchFolder(root: string, settleMs: number, changed: () => void, log: (event: CatalogEvent) => void): Promise<{ close(): void }> {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | null = null;
  const stop = (error: unknown) => log({ event: "catalog-not-watched", root, cause: error instanceof Error ? error.message : String(error) });
  try {
    // Watching a folder that is not there fails without a word.
    await readdir(root);
    watcher = watch(root, { recursive: true, persistent: false });
    watcher.on("change", () => {
      clearTimeout(timer);
      timer = setTimeout(changed, settleMs).unref();
    });
    watcher.on("error", stop);
  } catch (error) {
    stop(error);
  }
  return {
    close() {
      clearTimeout(timer);
      watcher?.close();
    },
  };
}
