/**
 * Reads a folder of course material into memory. Whatever is in it, the answer is a folder and what could not be
 * read: links, odd names, files that are too large or no text. Nothing outside the folder is ever opened.
 */
import { constants, type Stats } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { hashContent } from "./content-hash.server.ts";
import { buildFault, quoteForMessage, type Finding } from "./findings.ts";
import type { SourceFile, SourceFolder } from "./source-folder.ts";

export const READ_LIMITS = { textBytes: 1024 * 1024, assetBytes: 16 * 1024 * 1024, depth: 12, entries: 5_000 } as const;

/** Files of an earlier reading, by absolute path; a file with the same size and times is not read again. */
export type ReadCache = Map<string, { stamp: string; file: SourceFile }>;

const IGNORED = /^(?:\..*|node_modules|Thumbs\.db|desktop\.ini|.*~)$/;
/** Control, format and bidirectional characters, separators of any system, and what a shell or Windows trips over. */
const HOSTILE_NAME = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{FFFD}\\/:*?"<>|]|^[\s-]|[\s.]$/u;

interface Reading {
  root: string;
  cache: ReadCache;
  entriesLeft: number;
}

/**
 * @param root absolute path of the content folder
 * @param path the folder to read, from `root`, with `/`; empty for all of it
 */
export async function readSourceFolder(root: string, path = "", cache: ReadCache = new Map()): Promise<SourceFolder> {
  return readFolder({ root, cache, entriesLeft: READ_LIMITS.entries * 20 }, path, 0);
}

async function readFolder(reading: Reading, path: string, depth: number): Promise<SourceFolder> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const findings: Finding[] = [];
  const files: SourceFile[] = [];
  const folders: SourceFolder[] = [];
  const unread: string[] = [];
  const folder = { name, path, files, folders, findings, unread };
  const refuse = (at: string, message: string, fix: string) => {
    findings.push(buildFault({ file: quotePath(at), message, fix }));
  };

  let names: string[];
  try {
    names = (await readdir(join(reading.root, path))).sort();
  } catch (error) {
    refuse(path === "" ? "." : path, `The folder can't be read (${codeOf(error)}).`, "Give the program's user the right to read it.");
    return folder;
  }
  if (depth > READ_LIMITS.depth || names.length > READ_LIMITS.entries || names.length > reading.entriesLeft) {
    refuse(path, "There are too many files or folders in here.", "Keep generated files and archives out of the content folder.");
    return folder;
  }
  reading.entriesLeft -= names.length;

  for (const entry of names) {
    if (IGNORED.test(entry)) continue;
    const at = path === "" ? entry : `${path}/${entry}`;
    if (HOSTILE_NAME.test(entry) || entry.length > 120 || entry !== entry.normalize("NFC")) {
      refuse(at, "The name holds characters that can't be used, or is too long.", "Rename it: letters, digits, hyphens, dots and underscores.");
      continue;
    }
    try {
      const stats = await lstat(join(reading.root, at));
      if (stats.isDirectory()) folders.push(await readFolder(reading, at, depth + 1));
      else if (stats.isSymbolicLink()) refuse(at, "This is a symbolic link, and links are not followed.", "Put the file itself here.");
      else if (!stats.isFile()) refuse(at, "This is neither a file nor a folder.", "Remove it.");
      else {
        const file = await readFile(reading, at, entry, stats);
        if ("file" in file) files.push(file.file);
        else {
          unread.push(entry);
          refuse(at, file.message, file.fix);
        }
      }
    } catch (error) {
      refuse(at, `It can't be read (${codeOf(error)}).`, "Give the program's user the right to read it, or remove it.");
    }
  }
  return folder;
}

async function readFile(reading: Reading, path: string, name: string, stats: Stats): Promise<{ file: SourceFile } | { message: string; fix: string }> {
  const absolute = join(reading.root, path);
  const stamp = `${stats.ino}:${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}`;
  const known = reading.cache.get(absolute);
  // A file written in the last moments may change again within the clock's grain: it is read again.
  if (known?.stamp === stamp && known.file.path === path && Date.now() - stats.ctimeMs > 100) return { file: known.file };
  const isAsset = path.split("/").slice(0, -1).includes("assets");
  const most = isAsset ? READ_LIMITS.assetBytes : READ_LIMITS.textBytes;
  if (stats.size > most) {
    return { message: `The file has ${formatBytes(stats.size)}; the most is ${formatBytes(most)}.`, fix: "Make it smaller, or split it." };
  }
  // O_NOFOLLOW: a file that has become a link since it was looked at is not followed either.
  const handle = await open(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  let bytes: Buffer;
  try {
    bytes = await handle.readFile();
  } finally {
    await handle.close();
  }
  const text = isAsset ? null : decodeText(bytes);
  if (!isAsset && text === null) {
    return { message: "The file is not UTF-8 text.", fix: "Save it as UTF-8, or put pictures and data under `assets/`." };
  }
  const file = { name, path, bytes: bytes.length, hash: hashContent(bytes), text };
  reading.cache.set(absolute, { stamp, file });
  return { file };
}

function decodeText(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** A path for messages: every odd character is written out. */
export function quotePath(path: string): string {
  return path.split("/").map(quoteForMessage).join("/");
}

function formatBytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB` : `${Math.ceil(bytes / 1024)} KiB`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown cause";
}
