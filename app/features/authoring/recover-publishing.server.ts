import { lstat, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { STAGE_COMPLETE, STAGE_PREFIX, syncFolder } from "./publish-folder.server.ts";

export interface RecoveredCourse {
  courseId: string;
  /** `finished`: the new course is in place. `undone`: the old one is. `tidied`: one of them was; leftovers are gone. */
  result: "finished" | "undone" | "tidied";
}

/**
 * Ends what a crash cut off while a course was being published. Called once at start, before the content folder is
 * read. Doing it again changes nothing; a folder that can't be read or written is left as it is.
 *
 * @param root the content folder
 */
export async function recoverPublishing(root: string): Promise<RecoveredCourse[]> {
  const courses = join(root, "courses");
  const names = await readdir(courses).catch(() => []);
  const recovered: RecoveredCourse[] = [];
  for (const name of names.filter((own) => own.startsWith(STAGE_PREFIX))) {
    const stage = join(courses, name);
    if (!(await isFolder(stage))) continue;
    const courseId = name.slice(STAGE_PREFIX.length);
    const result = await recoverCourse(stage, join(courses, courseId)).catch(() => null);
    if (result === null) continue;
    await syncFolder(courses);
    await rm(stage, { recursive: true, force: true }).catch(() => {});
    recovered.push({ courseId, result });
  }
  return recovered;
}

/** Null when neither course is whole: then nothing is touched. */
async function recoverCourse(stage: string, course: string): Promise<RecoveredCourse["result"] | null> {
  if (await isFolder(course)) return "tidied";
  const isComplete = (await lstat(join(stage, STAGE_COMPLETE)).catch(() => null))?.isFile() ?? false;
  if (isComplete && (await isFolder(join(stage, "new")))) {
    await rename(join(stage, "new"), course);
    return "finished";
  }
  if (!(await isFolder(join(stage, "old")))) return null;
  await rename(join(stage, "old"), course);
  return "undone";
}

/** A folder itself, not a link to one. */
async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null))?.isDirectory() ?? false;
}
