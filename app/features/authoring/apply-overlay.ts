import { listFilesBelow, type SourceFile, type SourceFolder } from "../../catalog/source-folder.ts";

/**
 * A course folder as it would be with changes laid over it. Pure.
 * @param folder the course folder as read from disk
 * @param changed by the file's path from the content folder; null: the file is to go
 */
export function applyOverlay(folder: SourceFolder, changed: ReadonlyMap<string, SourceFile | null>): SourceFolder {
  const files = new Map([...listFilesBelow(folder).values()].map((file) => [file.path, file]));
  for (const [path, file] of changed) {
    if (file) files.set(path, file);
    else files.delete(path);
  }
  const before = new Map<string, SourceFolder>();
  collectFolders(folder, before);

  const children = new Map<string, { files: SourceFile[]; folders: Set<string> }>();
  const ensureFolder = (path: string): { files: SourceFile[]; folders: Set<string> } => {
    const known = children.get(path);
    if (known) return known;
    const made = { files: [], folders: new Set<string>() };
    children.set(path, made);
    if (path !== folder.path) ensureFolder(parentOf(path)).folders.add(path);
    return made;
  };
  ensureFolder(folder.path);
  for (const file of files.values()) ensureFolder(parentOf(file.path)).files.push(file);
  // A folder that nothing could be read of stays, with its findings; one that the changes emptied goes.
  for (const [path, old] of before) if (old.findings.length > 0 || listFilesBelow(old).size === 0) ensureFolder(path);

  const build = (path: string): SourceFolder => {
    const own = ensureFolder(path);
    return {
      name: nameOf(path),
      path,
      files: own.files.sort((a, b) => (a.name < b.name ? -1 : 1)),
      folders: [...own.folders].sort().map(build),
      findings: before.get(path)?.findings ?? [],
      unread: before.get(path)?.unread ?? [],
    };
  };
  return build(folder.path);
}

function collectFolders(folder: SourceFolder, into: Map<string, SourceFolder>): void {
  into.set(folder.path, folder);
  for (const child of folder.folders) collectFolders(child, into);
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
