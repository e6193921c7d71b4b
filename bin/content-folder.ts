import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { Unusable } from "./unusable.ts";

/** The content folder of this installation, as the server takes it. */
export function findInstalledContent(): string {
  return process.env.CONTENT_DIR ? resolve(process.env.CONTENT_DIR) : resolve(import.meta.dirname, "../content");
}

/** Throws `Unusable` when there is no such folder. */
export async function requireContentFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then((found) => found.isDirectory(), () => false);
  if (!isFolder) throw new Unusable(`There is no folder ${folder}. Name the folder that holds \`courses/\`.`);
}
