import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import { buildCatalog } from "./build-catalog.ts";
import type { Catalog } from "./catalog.ts";
import { readSourceFolder, type ReadCache } from "./read-source-folder.server.ts";

/**
 * Reads a content folder. Never throws for what is in it: a missing or unreadable folder is a catalog without
 * courses and with the problem that says so.
 *
 * @param cache keep one for a folder that is read again and again: unchanged files are not read twice
 */
export async function readContent(root: string, cache?: ReadCache): Promise<Catalog> {
  const absolute = await realpath(root).catch(() => resolve(root));
  return buildCatalog(absolute, await readSourceFolder(absolute, "", cache));
}
