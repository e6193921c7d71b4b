/** Addresses of the pages for authors, and sizes of their files. Pure. */
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import { messages } from "./file-messages.ts";

/** The editor at a file, and at a line of it. */
export function buildEditorAddress(courseId: string, path: string, line: number | null = null): string {
  return `/teach/${courseId}/edit?path=${encodeURIComponent(path)}${line === null ? "" : `&line=${line}`}`;
}

/** A picture or data of the draft; `path` from the course folder. */
export function buildDraftAssetAddress(courseId: string, path: string): string {
  return `/teach/${courseId}/assets/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** `812 bytes`, `14 KiB`, `2.3 MiB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1024) return createT(messages, locale)("bytes", { count: bytes });
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KiB`;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1024 / 1024)} MiB`;
}
