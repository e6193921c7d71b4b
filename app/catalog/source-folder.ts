/** A content folder in memory: what reading gives and building takes. Pure. */
import type { Finding } from "./findings.ts";

export interface SourceFile {
  name: string;
  /** From the content folder, with `/`. */
  path: string;
  bytes: number;
  /** Hash of the bytes, hex. */
  hash: string;
  /** Null for files under `assets/`, which are only hashed. */
  text: string | null;
}

export interface SourceFolder {
  name: string;
  path: string;
  /** By name. */
  files: readonly SourceFile[];
  folders: readonly SourceFolder[];
  /** What could not be read directly in this folder. */
  findings: readonly Finding[];
  /** Names of the files among them: each is somewhere in `findings` with its path. None when left out. */
  unread?: readonly string[];
}

export function findFile(folder: SourceFolder, name: string): SourceFile | null {
  return folder.files.find((file) => file.name === name) ?? null;
}

export function findFolder(folder: SourceFolder, name: string): SourceFolder | null {
  return folder.folders.find((child) => child.name === name) ?? null;
}

/** Every file below, by its path from `folder`. */
export function listFilesBelow(folder: SourceFolder): Map<string, SourceFile> {
  const found = new Map<string, SourceFile>();
  const start = folder.path === "" ? 0 : folder.path.length + 1;
  const visit = (current: SourceFolder) => {
    for (const file of current.files) found.set(file.path.slice(start), file);
    for (const child of current.folders) visit(child);
  };
  visit(folder);
  return found;
}

/** What could not be read in the folder or anywhere below it. */
export function listFindingsBelow(folder: SourceFolder): Finding[] {
  return [...folder.findings, ...folder.folders.flatMap(listFindingsBelow)];
}
