/** Content folders for tests: written to a temporary folder, read, and removed after the test. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import type { Catalog, Course } from "../../app/catalog/catalog.ts";

export const SMALL_CONTENT = resolve(import.meta.dirname, "../fixtures/content");
export const SMALL_MODULE = "courses/small/01-start";
export const SMALL_LAB = `${SMALL_MODULE}/02-add`;

/** Paths to texts; null removes a file or folder. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;

/** A copy of the small sound course with `changes`, as an absolute path. */
export async function makeContent(changes: Changes = {}): Promise<string> {
  const root = await makeFolder();
  await cp(SMALL_CONTENT, root, { recursive: true });
  await changeContent(root, changes);
  return root;
}

export async function makeFolder(files: Changes = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "rung-content-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await changeContent(root, files);
  return root;
}

export async function changeContent(root: string, changes: Changes): Promise<void> {
  for (const [path, text] of Object.entries(changes)) {
    const file = join(root, path);
    if (text === null) await rm(file, { recursive: true });
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
}

/** The only course of a catalog; the small one has no other. */
export function getCourse(catalog: Catalog): Course {
  const [course] = catalog.courses;
  if (!course || catalog.courses.length !== 1) throw new Error(`There are ${catalog.courses.length} courses.`);
  return course;
}
