import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { z } from "zod";
import { buildActivity, type BuiltActivity } from "./build-activity.ts";
import { buildId } from "./build-rubric.ts";
import { mergeDefaults } from "./build-module.ts";
import { checkFieldsOrRecover } from "./check-fields.ts";
import { parseFrontMatterFile } from "./front-matter.ts";
import { parseOrderedName } from "./order-names.ts";
import { readSourceFolder } from "./read-source-folder.server.ts";
import { courseSchema, moduleSchema, type ActivityDefaults } from "./schema.ts";

/**
 * Reads one activity's folder wherever it is. In a course's tree it inherits the defaults of its module and course.
 * Paths in findings begin with the folder's own name.
 *
 * @returns null when `folder` is no folder
 */
export async function readActivity(folder: string): Promise<BuiltActivity | null> {
  const absolute = await realpath(folder).catch(() => null);
  if (absolute === null || !(await stat(absolute)).isDirectory()) return null;
  const moduleFolder = dirname(absolute);
  const courseFolder = dirname(moduleFolder);
  const moduleDefaults = await readDefaults(join(moduleFolder, "module.md"), moduleSchema);
  // A `course.md` two folders up has to do with this one only through a module.
  const courseDefaults = moduleDefaults === null ? {} : ((await readDefaults(join(courseFolder, "course.md"), courseSchema)) ?? {});
  return buildActivity({
    file: null,
    folder: await readSourceFolder(moduleFolder, basename(absolute)),
    courseId: buildId(basename(courseFolder)),
    moduleId: idOf(basename(moduleFolder)),
    slug: idOf(basename(absolute)),
    defaults: mergeDefaults(courseDefaults, moduleDefaults ?? {}),
  });
}

function idOf(name: string): string {
  return buildId(parseOrderedName(name)?.id ?? name);
}

async function readDefaults(file: string, schema: typeof courseSchema | typeof moduleSchema): Promise<ActivityDefaults | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const fields: z.output<typeof courseSchema | typeof moduleSchema> = checkFieldsOrRecover(schema, file, parseFrontMatterFile(text), { title: "?" }).value;
  return fields.defaults;
}
