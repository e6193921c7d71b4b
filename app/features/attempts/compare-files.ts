/** Differences between two sets of files, for reading. Pure. */
import { diffTexts, type TextDiff } from "../authoring/diff-texts.ts";

export interface FileDiff extends TextDiff {
  path: string;
}

/** Each file of either side that differs; a file that one side has not is all added or all removed. */
export function compareFiles(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): FileDiff[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const textOf = (files: Readonly<Record<string, string>>, path: string) => (Object.hasOwn(files, path) ? (files[path] ?? null) : null);
  return paths.flatMap((path) => {
    const [old, now] = [textOf(before, path), textOf(after, path)];
    return old === now ? [] : [{ path, ...diffTexts(old, now) }];
  });
}
