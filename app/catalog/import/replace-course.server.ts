/**
 * Puts a generated course where it belongs, whole or not at all. A course that is there already is only replaced when
 * an import made it and nobody has changed it since: what an author wrote is never lost.
 */
import { randomBytes } from "node:crypto";
import { lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { hashContent } from "../content-hash.server.ts";
import { readSourceFolder } from "../read-source-folder.server.ts";
import { listFilesBelow, listFindingsBelow } from "../source-folder.ts";

/** Beside `course.md`; names with a dot are not part of a course. */
export const MARKER = ".rung-import.json";

const markerSchema = z.object({ importer: z.string(), files: z.record(z.string(), z.string()) });
const MOST_NAMED = 5;

/** A course that an import may not touch; `message` is the sentence for the person. */
export class CourseInTheWay extends Error {
  override name = "CourseInTheWay";
}

export interface Replacement {
  /** Absolute folder of the course. */
  target: string;
  files: ReadonlyMap<string, string>;
  /** Who generates, such as `exercism/javascript`: another one's course is not replaced. */
  importer: string;
}

/**
 * Whether the course may be written: nothing is there, or what is there was imported and is unchanged.
 *
 * @returns paths of the imported course that is there, with their hashes; empty when there is none
 * @throws CourseInTheWay
 */
export async function checkTarget({ target, importer }: Omit<Replacement, "files">): Promise<ReadonlySet<string>> {
  const found = await lstat(target).catch(() => null);
  if (found === null) return new Set();
  if (!found.isDirectory()) throw new CourseInTheWay(`${target} is there and is no folder. Move it away, or import into another folder.`);
  const marker = await readMarker(target);
  if (marker === null) throw new CourseInTheWay(`There is a course at ${target} that no import made. Nothing was changed: move it away, or import into another folder.`);
  if (marker.importer !== importer) throw new CourseInTheWay(`The course at ${target} was imported from ${marker.importer}. Nothing was changed: import into another folder.`);

  const known = new Map(Object.entries(marker.files));
  const folder = await readSourceFolder(target);
  const present = listFilesBelow(folder);
  const changed = [
    ...[...present].flatMap(([path, file]) => (known.get(path) === file.hash ? [] : [path])),
    ...[...known.keys()].filter((path) => !present.has(path)),
    ...listFindingsBelow(folder).map((finding) => finding.file),
  ];
  if (changed.length > 0) {
    const named = changed.slice(0, MOST_NAMED).join(", ");
    throw new CourseInTheWay(
      `The course at ${target} was changed since it was imported (${named}${changed.length > MOST_NAMED ? ` and ${changed.length - MOST_NAMED} more` : ""}). Nothing was changed: move the course away, or import into another folder.`,
    );
  }
  return new Set(known.keys());
}

/**
 * Writes the course into a new folder beside the target and puts it in the target's place.
 *
 * @throws CourseInTheWay when what is there may not be replaced; nothing was changed then
 */
export async function replaceCourse({ target, files, importer }: Replacement): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const staging = join(dirname(target), `.rung-import-${randomBytes(6).toString("hex")}`);
  const fresh = join(staging, "fresh");
  const former = join(staging, "former");
  try {
    for (const [path, text] of files) await writeNew(join(fresh, path), text);
    const hashes = Object.fromEntries([...files].map(([path, text]) => [path, hashContent(text)]));
    await writeNew(join(fresh, MARKER), `${JSON.stringify({ importer, files: hashes }, null, 1)}\n`);
    await checkTarget({ target, importer });
    const wasThere = await rename(target, former).then(() => true, (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    });
    try {
      await rename(fresh, target);
    } catch (error) {
      if (wasThere) await rename(former, target);
      throw error;
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function readMarker(target: string): Promise<z.output<typeof markerSchema> | null> {
  try {
    const handle = await open(join(target, MARKER), "r");
    try {
      return markerSchema.parse(JSON.parse(await handle.readFile("utf8")));
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}

/** New files only: nothing that is there is ever opened for writing. */
async function writeNew(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const handle = await open(path, "wx");
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}
