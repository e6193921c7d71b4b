import { join } from "node:path";
import type { ContentDraft } from "../../../db/queries/content-drafts.ts";
import { listContentDrafts } from "../../../db/queries/content-drafts.ts";
import { buildCourse } from "../../catalog/build-course.ts";
import type { Catalog, Course } from "../../catalog/catalog.ts";
import { hashContent } from "../../catalog/content-hash.server.ts";
import { readSourceFolder, type ReadCache } from "../../catalog/read-source-folder.server.ts";
import { listFilesBelow, type SourceFile } from "../../catalog/source-folder.ts";
import type { Deps } from "../../deps.server.ts";
import { applyOverlay } from "./apply-overlay.ts";
import type { CourseFiles } from "./course-files.ts";
import { buildOutline, type OutlineModule } from "./course-outline.ts";
import { compareWithDisk } from "./overlay.ts";
import { isAssetPath } from "./parse-content-path.ts";
import { readCourseFile } from "./read-course-file.server.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";

/** A course with somebody's unpublished changes laid over its folder. */
export interface DraftCourse {
  /** As learners would have it after publishing. */
  course: Course;
  outline: OutlineModule[];
  /** Files of the result, from the course folder. */
  files: CourseFiles & { find(path: string): SourceFile | null };
  /** Changes that still differ from the disk. */
  changes: ContentDraft[];
  /** Every stored change, also those that the disk has caught up with. */
  stored: ContentDraft[];
  /** Hash of a file on disk; null when there is none. */
  diskHash(path: string): string | null;
  /** Bytes of a file of the result; null when there is none. */
  readBytes(path: string): Promise<Uint8Array | null>;
  /** Bytes of the file on disk. */
  readDisk(path: string): Promise<Uint8Array | null>;
}

/** Files that did not change since they were last read are not read again. */
const readCaches = new Map<string, ReadCache>();

/** Reads the course folder and somebody's changes, and builds what would be published. */
export async function openDraftCourse(deps: Pick<Deps, "db" | "catalog">, { userId, course }: TeachingVisit): Promise<DraftCourse> {
  const stored = await listContentDrafts(deps.db, { userId, courseId: course.id });
  return buildDraftCourse(deps.catalog, course, stored);
}

/** The same from changes that are at hand, stored or not. */
export async function buildDraftCourse({ root }: Pick<Catalog, "root">, { folder }: Pick<Course, "folder">, stored: ContentDraft[]): Promise<DraftCourse> {
  const absolute = join(root, folder);
  const disk = await readSourceFolder(root, folder, cacheOf(root));
  const onDisk = listFilesBelow(disk);
  const diskHash = (path: string) => onDisk.get(path)?.hash ?? null;
  const merged = applyOverlay(disk, new Map(stored.map((change) => [`${folder}/${change.path}`, toSourceFile(folder, change)])));
  const course = buildCourse(merged);
  const files = listFilesBelow(merged);
  const readDisk = (path: string) => readCourseFile(absolute, path);
  return {
    course,
    outline: buildOutline(course),
    files: { paths: [...files.keys()].sort(), getText: (path) => files.get(path)?.text ?? null, find: (path) => files.get(path) ?? null },
    changes: stored.filter((change) => compareWithDisk({ baseHash: change.baseHash, hash: change.bytes && hashContent(change.bytes) }, diskHash(change.path)) !== "same"),
    stored,
    diskHash,
    readDisk,
    readBytes: async (path) => {
      const change = stored.find((own) => own.path === path);
      return change ? change.bytes : readDisk(path);
    },
  };
}

function toSourceFile(folder: string, { path, bytes }: ContentDraft): SourceFile | null {
  if (bytes === null) return null;
  return {
    name: path.slice(path.lastIndexOf("/") + 1),
    path: `${folder}/${path}`,
    bytes: bytes.length,
    hash: hashContent(bytes),
    text: isAssetPath(path) ? null : new TextDecoder().decode(bytes),
  };
}

function cacheOf(root: string): ReadCache {
  const known = readCaches.get(root) ?? new Map();
  readCaches.set(root, known);
  return known;
}
