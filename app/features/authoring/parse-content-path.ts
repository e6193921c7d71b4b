/**
 * The one check of every path that a page names inside a course folder. Pure: whether something on the way is a
 * link is looked at where files are opened and written.
 */

import type { Refusal } from "./refusals.ts";

export type ParsedPath = { ok: true; path: string } | { ok: false; message: Refusal };

export const PATH_LIMITS = { characters: 240, names: 8, nameCharacters: 100 } as const;

/** Control, format and bidirectional characters, separators of any system, and what a shell or Windows trips over. */
const HOSTILE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{FFFD}\\:*?"<>|]/u;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;
/** What reading a content folder leaves out: a file of such a name would be published and never seen again. */
const IGNORED = /^(?:node_modules|thumbs\.db|desktop\.ini|.*~)$/i;

/**
 * A path from the course folder, with `/`, in Unicode's composed form (NFC); or the refusal that says what is wrong.
 * Refused: empty names, `.` and `..`, absolute paths, drive letters, backslashes, control and invisible characters,
 * hidden files, names of devices, names that readers ignore, and what is too long or too deep.
 */
export function parseContentPath(value: unknown): ParsedPath {
  if (typeof value !== "string" || value === "") return refuse({ key: "nameMissing" });
  const path = value.normalize("NFC");
  if (path.length > PATH_LIMITS.characters) return refuse({ key: "pathLong", values: { most: PATH_LIMITS.characters } });
  if (HOSTILE.test(path)) return refuse({ key: "nameCharacters" });
  const names = path.split("/");
  if (names.length > PATH_LIMITS.names) return refuse({ key: "pathDeep", values: { most: PATH_LIMITS.names } });
  for (const name of names) {
    const fault = findFault(name);
    if (fault) return refuse(fault);
  }
  return { ok: true, path };
}

function findFault(name: string): Refusal | null {
  if (name === "") return { key: "nameEmpty" };
  if (name.startsWith(".")) return { key: "nameHidden" };
  if (/^[\s-]|[\s.]$/u.test(name)) return { key: "nameEnds" };
  if (name.length > PATH_LIMITS.nameCharacters) return { key: "nameLong", values: { most: PATH_LIMITS.nameCharacters } };
  if (DEVICE.test(name)) return { key: "nameDevice" };
  if (IGNORED.test(name)) return { key: "nameIgnored" };
  return null;
}

function refuse(message: Refusal): ParsedPath {
  return { ok: false, message };
}

/**
 * What stands in the way of a new file: another one of this name, or of one that differs in upper and lower case
 * only, or a file where the path needs a folder. Null when nothing does.
 */
export function findPathClash(existing: Iterable<string>, path: string): Refusal | null {
  const wanted = path.toLowerCase();
  for (const other of existing) {
    const known = other.toLowerCase();
    if (known === wanted) return other === path ? { key: "clashSame" } : { key: "clashCase", values: { other } };
    if (wanted.startsWith(`${known}/`)) return { key: "clashFile", values: { other } };
    if (known.startsWith(`${wanted}/`)) return { key: "clashFolder" };
  }
  return null;
}

/** Whether a file is a picture or data: anything below a folder `assets`. All other files are text. */
export function isAssetPath(path: string): boolean {
  return path.split("/").slice(0, -1).includes("assets");
}
