import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { join } from "node:path";

/**
 * The bytes of a file inside a course folder; null when there is no plain file. Links are not followed, neither at
 * the file nor on the way to it.
 *
 * @param folder absolute path of the course folder
 * @param path checked by `parseContentPath`
 */
export async function readCourseFile(folder: string, path: string): Promise<Buffer | null> {
  if (!(await isPlainWay(folder, path))) return null;
  const handle = await open(join(folder, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch(() => null);
  if (!handle) return null;
  try {
    return (await handle.stat()).isFile() ? await handle.readFile() : null;
  } finally {
    await handle.close();
  }
}

/** Whether every folder on the way to a file is a folder, and no link. A folder that is missing is no hindrance. */
export async function isPlainWay(folder: string, path: string): Promise<boolean> {
  const steps = path.split("/").slice(0, -1);
  for (let depth = 0; depth <= steps.length; depth += 1) {
    const stats = await lstat(join(folder, ...steps.slice(0, depth))).catch(() => null);
    if (stats && !stats.isDirectory()) return false;
  }
  return true;
}
