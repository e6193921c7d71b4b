import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { SOURCE_LIMITS } from "../sandbox/contract.ts";
import type { Files } from "../app/catalog/catalog.ts";
import { readSourceFolder } from "../app/catalog/read-source-folder.server.ts";
import { listFilesBelow, listFindingsBelow } from "../app/catalog/source-folder.ts";
import { Unusable } from "./unusable.ts";

/** The files of a submission, or the sentence that says why they were not taken. */
export type ReadSubmission = { files: Files } | { refused: string };

/** Reads a folder that somebody handed in: links, odd names and sizes are refused, never followed. */
export async function readSubmission(folder: string): Promise<ReadSubmission> {
  const found = await lstat(folder).catch(() => null);
  if (found === null) return { refused: `There is no folder ${folder}.` };
  if (found.isSymbolicLink()) return { refused: "The submission is a symbolic link, and links are not followed." };
  if (!found.isDirectory()) return { refused: `${folder} is not a folder.` };
  const read = await readSourceFolder(folder);
  const [trouble] = listFindingsBelow(read);
  if (trouble) return { refused: `${trouble.file}: ${trouble.message}` };
  const entries = [...listFilesBelow(read)];
  const tooLarge = entries.find(([, file]) => file.bytes > SOURCE_LIMITS.fileBytes);
  if (tooLarge) return { refused: `${tooLarge[0]}: The file has ${tooLarge[1].bytes} bytes; the most is ${SOURCE_LIMITS.fileBytes}.` };
  if (entries.length > SOURCE_LIMITS.files) return { refused: `There are ${entries.length} files; the most is ${SOURCE_LIMITS.files}.` };
  return { files: Object.fromEntries(entries.flatMap(([path, file]) => (file.text === null ? [] : [[path, file.text]]))) };
}

/**
 * Every folder in `folder`, by name. A link to one is listed too, so that it is refused by name and not overlooked.
 * @throws Unusable when it can't be read
 */
export async function listSubmissions(folder: string): Promise<{ name: string; path: string }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Unusable(`The folder ${folder} can't be read. Name the folder that holds the submissions.`);
  });
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => ({ name: entry.name, path: join(folder, entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
