/** Three-way merge of a draft's files. Pure. */
import { diff3Merge } from "node-diff3";
import type { Files } from "../../catalog/catalog.ts";

/**
 * Both sides' changes to `base` together, or null when they touch the same lines: then a person has to choose. A file
 * that `base` does not have merges only when both sides say the same.
 */
export function mergeFiles({ base, mine, theirs }: { base: Files; mine: Files; theirs: Files }): Record<string, string> | null {
  const merged: Record<string, string> = {};
  for (const path of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const text = mergeText(textOf(base, path), textOf(mine, path), textOf(theirs, path));
    if (text === null) return null;
    merged[path] = text;
  }
  return merged;
}

function textOf(files: Files, path: string): string | undefined {
  return Object.hasOwn(files, path) ? files[path] : undefined;
}

function mergeText(base: string | undefined, mine: string | undefined, theirs: string | undefined): string | null {
  if (mine === theirs || mine === undefined) return theirs ?? null;
  if (theirs === undefined) return mine;
  if (base === undefined) return null;
  if (mine === base) return theirs;
  if (theirs === base) return mine;
  const lines: string[] = [];
  for (const region of diff3Merge(mine.split("\n"), base.split("\n"), theirs.split("\n"), { excludeFalseConflicts: true })) {
    if (!region.ok) return null;
    lines.push(...region.ok);
  }
  return lines.join("\n");
}
