/**
 * Puts changed files into a course folder so that a crash at any moment leaves the old course or the new one. A full
 * copy is made beside the folder and changed there; then the two change places by renaming, and `recoverPublishing`
 * finishes or undoes what a crash cut off between the two renames.
 */
import { constants, type Stats } from "node:fs";
import { chmod, copyFile, lstat, mkdir, open, readdir, readlink, rename, rm, rmdir, symlink, unlink, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hashContent } from "../../catalog/content-hash.server.ts";
import { isPlainWay, readCourseFile } from "./read-course-file.server.ts";

/** Hidden, so that readers of the content folder leave it out. */
export const STAGE_PREFIX = ".publishing-";
/** Written last: a stage with this file holds the whole new course. */
export const STAGE_COMPLETE = "complete";

export interface PublishedFile {
  /** From the course folder, checked by `parseContentPath`. */
  path: string;
  /** Null: the file is to go. */
  bytes: Uint8Array | null;
  /** What the file on disk must be; null: it must not exist. */
  expectedHash: string | null;
}

export type PublishStep = "stage-made" | "copied" | "changed" | "staged" | "old-aside" | "new-in-place" | "stage-gone";

export type PublishFolderAnswer =
  | { kind: "published" }
  /** Files on disk are not what the changes began from, or something was written while the course was copied. */
  | { kind: "moved-on"; paths: string[] }
  | { kind: "busy" }
  /** Something on the way to a file is a link. Nothing was written. */
  | { kind: "linked"; path: string };

/**
 * @param coursesFolder absolute path of `courses/`
 * @param onStep called after each step; tests cut off here
 * @throws the file system's error when the disk is full or may not be written; the course is then as it was
 */
export async function publishFolder(
  coursesFolder: string,
  courseId: string,
  files: readonly PublishedFile[],
  onStep: (step: PublishStep) => void | Promise<void> = () => {},
): Promise<PublishFolderAnswer> {
  const course = join(coursesFolder, courseId);
  const stage = join(coursesFolder, STAGE_PREFIX + courseId);
  const [fresh, old] = [join(stage, "new"), join(stage, "old")];
  try {
    // Making a folder is atomic: of two publishers one comes first.
    await mkdir(stage);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return { kind: "busy" };
    throw error;
  }

  try {
    await onStep("stage-made");
    const copied = await copyTree(course, fresh);
    await onStep("copied");

    const movedOn = [];
    for (const { path, expectedHash } of files) {
      if (!(await isPlainWay(fresh, path)) || (await isLink(join(fresh, path)))) return await giveUp(stage, { kind: "linked", path });
      const bytes = await readCourseFile(fresh, path);
      if ((bytes && hashContent(bytes)) !== expectedHash) movedOn.push(path);
    }
    if (movedOn.length > 0) return await giveUp(stage, { kind: "moved-on", paths: movedOn });

    for (const { path, bytes } of files) if (bytes === null) await removeFile(fresh, path);
    for (const { path, bytes } of files) if (bytes !== null) await writeFile(fresh, path, bytes);
    await onStep("changed");

    await syncFolders(fresh);
    await writeFile(stage, STAGE_COMPLETE, Buffer.from("complete\n"));
    await syncFolder(stage);
    await syncFolder(coursesFolder);
    await onStep("staged");

    const now = await listTree(course);
    if (stampOf(now) !== stampOf(copied)) return await giveUp(stage, { kind: "moved-on", paths: [] });
  } catch (error) {
    await rm(stage, { recursive: true, force: true });
    throw error;
  }

  try {
    await rename(course, old);
  } catch (error) {
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
  await onStep("old-aside");
  try {
    await rename(fresh, course);
  } catch (error) {
    await rename(old, course);
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(coursesFolder);
  await onStep("new-in-place");
  // What is left of the old course is of no use; a stage that can't be removed is removed at the next start.
  await rm(stage, { recursive: true, force: true }).catch(() => {});
  await onStep("stage-gone");
  return { kind: "published" };
}

async function giveUp(stage: string, answer: PublishFolderAnswer): Promise<PublishFolderAnswer> {
  await rm(stage, { recursive: true, force: true });
  return answer;
}

type Entry = { path: string; stats: Stats };

/** Everything below a folder, hidden files and links themselves included, folders before what is in them. */
async function listTree(root: string, path = ""): Promise<Entry[]> {
  const entries: Entry[] = [{ path, stats: await lstat(join(root, path)) }];
  for (const name of (await readdir(join(root, path))).sort()) {
    const below = path === "" ? name : `${path}/${name}`;
    const stats = await lstat(join(root, below));
    if (stats.isDirectory()) entries.push(...(await listTree(root, below)));
    else entries.push({ path: below, stats });
  }
  return entries;
}

/** A copy of a folder; links are copied as links and never followed. Answers what was copied. */
async function copyTree(from: string, to: string): Promise<Entry[]> {
  const entries = await listTree(from);
  for (const { path, stats } of entries) {
    const [source, target] = [join(from, path), join(to, path)];
    if (stats.isDirectory()) {
      await mkdir(target, { recursive: path === "" });
      await chmod(target, stats.mode | 0o700);
    } else if (stats.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else if (stats.isFile()) {
      await copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      await utimes(target, stats.atime, stats.mtime);
      await syncFile(target);
    }
  }
  return entries;
}

/** Changes with every write to the tree. Reading times don't count. */
function stampOf(entries: readonly Entry[]): string {
  return JSON.stringify(entries.map(({ path, stats }) => [path, stats.mode, stats.isDirectory() ? 0 : stats.size, stats.ino, stats.mtimeMs, stats.ctimeMs]));
}

async function writeFile(root: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(root, path);
  await mkdir(dirname(target), { recursive: true });
  await unlink(target).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
  });
  const handle = await open(target, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes a file and the folders that it leaves empty. */
async function removeFile(root: string, path: string): Promise<void> {
  await unlink(join(root, path)).catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
  });
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    try {
      await rmdir(join(root, folder));
    } catch {
      // Not empty: so is everything above it.
      return;
    }
  }
}

async function syncFolders(root: string): Promise<void> {
  for (const { path, stats } of await listTree(root)) if (stats.isDirectory()) await syncFolder(join(root, path));
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes names durable. Some systems can't open folders; their file systems keep the order by themselves. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY).catch(() => null);
  if (!handle) return;
  try {
    await handle.sync();
  } catch (error) {
    if (codeOf(error) === "EIO" || codeOf(error) === "ENOSPC") throw error;
  } finally {
    await handle.close();
  }
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null))?.isSymbolicLink() ?? false;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
