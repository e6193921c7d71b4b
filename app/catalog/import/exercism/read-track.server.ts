/** Reads a track's folder. Strangers made it: links are never followed, sizes are bounded, nothing outside is opened. */
import { constants } from "node:fs";
import { lstat, open, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { ExerciseSource } from "./exercise-source.ts";
import type { ExerciseKind } from "./track-config.ts";

export const TRACK_LIMITS = { configBytes: 4 * 1024 * 1024, fileBytes: 1024 * 1024, exerciseBytes: 4 * 1024 * 1024, entries: 400, depth: 6 } as const;

/** What no course needs and may be large. */
const UNREAD = new Set([".git", ".approaches", ".articles", "node_modules"]);

export type ReadText = { text: string } | { missing: true } | { refused: string };

/** The track's folder as an absolute path, or null when there is none. */
export async function findTrackFolder(folder: string): Promise<string | null> {
  const absolute = await realpath(folder).catch(() => null);
  return absolute !== null && (await lstat(absolute)).isDirectory() ? absolute : null;
}

/** A file at the track's root. */
export function readTrackFile(root: string, name: string): Promise<ReadText> {
  return readText(join(root, name), TRACK_LIMITS.configBytes);
}

/** Names of the folders with exercises of a kind, listed or not. */
export async function listExerciseFolders(root: string, kind: ExerciseKind): Promise<string[]> {
  if ((await explainWay(root, ["exercises", kind])) !== null) return [];
  const entries = await readdir(join(root, "exercises", kind), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

/** @returns the exercise's folder, or the sentence that says why it can't be read */
export async function readExercise(root: string, kind: ExerciseKind, slug: string): Promise<ExerciseSource | { refused: string }> {
  const trouble = await explainWay(root, ["exercises", kind, slug]);
  if (trouble !== null) return { refused: trouble };
  const reading: Reading = { root: join(root, "exercises", kind, slug), texts: new Map(), troubles: new Map(), entriesLeft: TRACK_LIMITS.entries, bytesLeft: TRACK_LIMITS.exerciseBytes };
  await readFolder(reading, "", 0);
  const whole = reading.troubles.get("");
  return whole === undefined ? reading : { refused: whole };
}

interface Reading {
  root: string;
  texts: Map<string, string>;
  troubles: Map<string, string>;
  entriesLeft: number;
  bytesLeft: number;
}

async function readFolder(reading: Reading, path: string, depth: number): Promise<void> {
  const entries = await readdir(join(reading.root, path), { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    reading.troubles.set(path, "The folder can't be read.");
    return;
  }
  reading.entriesLeft -= entries.length;
  if (reading.entriesLeft < 0 || depth > TRACK_LIMITS.depth) {
    reading.troubles.set("", `Its folder holds too many files (more than ${TRACK_LIMITS.entries}) or is too deep.`);
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (UNREAD.has(entry.name)) continue;
    const at = path === "" ? entry.name : `${path}/${entry.name}`;
    if (entry.isSymbolicLink()) reading.troubles.set(at, "It is a symbolic link, and links are not followed.");
    else if (entry.isDirectory()) await readFolder(reading, at, depth + 1);
    else if (!entry.isFile()) reading.troubles.set(at, "It is neither a file nor a folder.");
    else {
      const read = await readText(join(reading.root, at), Math.min(TRACK_LIMITS.fileBytes, Math.max(0, reading.bytesLeft)));
      if ("text" in read) {
        reading.texts.set(at, read.text);
        reading.bytesLeft -= Buffer.byteLength(read.text, "utf8");
      } else reading.troubles.set(at, "refused" in read ? read.refused : "It is gone.");
    }
  }
}

/** Why a folder below `root` is not walked into; null when it is. */
async function explainWay(root: string, steps: readonly string[]): Promise<string | null> {
  let at = root;
  for (const step of steps) {
    at = join(at, step);
    const found = await lstat(at).catch(() => null);
    if (found === null) return "Its folder is not there.";
    if (found.isSymbolicLink()) return "Its folder is a symbolic link, and links are not followed.";
    if (!found.isDirectory()) return "Its folder is not one.";
  }
  return null;
}

async function readText(absolute: string, mostBytes: number): Promise<ReadText> {
  // O_NOFOLLOW: nor a file that has become a link since it was listed; O_NONBLOCK: nor a pipe that nobody writes to.
  const handle = await open(absolute, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch((error: NodeJS.ErrnoException) => error);
  if (handle instanceof Error) {
    if (handle.code === "ENOENT") return { missing: true };
    return { refused: handle.code === "ELOOP" ? "It is a symbolic link, and links are not followed." : "It can't be read." };
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { refused: "It is no file." };
    if (stats.size > mostBytes) return { refused: `It has ${stats.size} bytes, which is too much.` };
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await handle.readFile());
    return text.includes("\0") ? { refused: "It holds a character NUL." } : { text };
  } catch {
    return { refused: "It is not UTF-8 text." };
  } finally {
    await handle.close();
  }
}
