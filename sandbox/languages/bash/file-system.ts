/** Files of the shared folders as data, and back. Contents are bytes, one character each. */
import type { Bash } from "just-bash/browser";
import { MOST_CHARACTERS, MOST_FILES, SHARED } from "./wire.ts";
import type { FileState } from "./wire.ts";

type Files = Bash["fs"];

export async function listFiles(fs: Files): Promise<FileState[]> {
  const list: FileState[] = [];
  let characters = 0;
  const visit = async (folder: string): Promise<void> => {
    for (const name of await fs.readdir(folder)) {
      const path = `${folder}/${name}`;
      const stat = await fs.stat(path);
      if (stat.isDirectory) await visit(path);
      else if (stat.isFile) {
        const text = await fs.readFile(path, "binary");
        characters += text.length;
        if (list.length >= MOST_FILES || characters > MOST_CHARACTERS) throw new Error("too many files");
        list.push({ path, text, mode: stat.mode });
      }
    }
  };
  for (const folder of SHARED) if (await fs.exists(folder)) await visit(folder);
  return list;
}

export async function applyFiles(fs: Files, wanted: readonly FileState[], keep: (path: string) => boolean): Promise<void> {
  const paths = new Set(wanted.map(({ path }) => path));
  for (const { path } of await listFiles(fs)) if (!paths.has(path) && !keep(path)) await fs.rm(path, { force: true });
  for (const { path, text, mode } of wanted) {
    if (keep(path)) continue;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (folder !== "") await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path, text, "binary");
    await fs.chmod(path, mode);
  }
}
