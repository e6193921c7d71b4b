import { realpath } from "node:fs/promises";
import { extname, resolve, sep } from "node:path";
import type { Activity, Catalog } from "../../catalog/catalog.ts";

/** What assets are sent as; anything else is a download. */
const TYPES: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".csv": "text/csv; charset=utf-8",
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".json": "application/json",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".vtt": "text/vtt; charset=utf-8",
  ".webm": "video/webm",
  ".webp": "image/webp",
};

/** What a file of this name is sent as, or null: to be saved, never shown as a page. */
export function findContentType(name: string): string | null {
  return TYPES[extname(name).toLowerCase()] ?? null;
}

export interface FoundAsset {
  /** Absolute path. */
  file: string;
  contentType: string;
  /** True: to be saved, never shown as a page. */
  isDownload: boolean;
}

/** A file that an activity lists under its `assets/`, or null. Links that lead out of that folder are nothing. */
export async function findAsset({ catalog }: { catalog: Catalog }, { activity, name }: { activity: Activity; name: string }): Promise<FoundAsset | null> {
  if (activity.folder === null || !activity.assets.includes(name)) return null;
  const folder = await realpath(resolve(catalog.root, activity.folder, "assets")).catch(() => null);
  if (folder === null) return null;
  const file = await realpath(resolve(folder, name)).catch(() => null);
  if (file === null || !file.startsWith(folder + sep)) return null;
  const contentType = findContentType(file);
  return { file, contentType: contentType ?? "application/octet-stream", isDownload: contentType === null };
}
