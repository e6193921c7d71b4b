/** Differences between two texts, for reading. Pure. */
import { structuredPatch } from "diff";

export interface DiffLine {
  kind: "same" | "added" | "removed";
  /** 1-based line in the old and in the new text; null where it has none. */
  oldLine: number | null;
  newLine: number | null;
  text: string;
}

export interface TextDiff {
  /** Runs of changed lines with three of their neighbours. Empty and `isTooDifferent`: not worth comparing. */
  hunks: DiffLine[][];
  added: number;
  removed: number;
  isTooDifferent: boolean;
}

/** Comparing costs the product of difference and length: beyond this many edits reading the file is quicker for everybody. */
const MAX_EDITS = 1_000;

/** Null is a file that does not exist. */
export function diffTexts(before: string | null, after: string | null): TextDiff {
  const patch = structuredPatch("", "", before ?? "", after ?? "", "", "", { context: 3, maxEditLength: MAX_EDITS });
  if (!patch) return { hunks: [], added: 0, removed: 0, isTooDifferent: true };
  const hunks = patch.hunks.map((hunk) => readHunk(hunk.oldStart, hunk.newStart, hunk.lines));
  const count = (kind: DiffLine["kind"]) => hunks.flat().filter((line) => line.kind === kind).length;
  return { hunks, added: count("added"), removed: count("removed"), isTooDifferent: false };
}

function readHunk(oldStart: number, newStart: number, lines: readonly string[]): DiffLine[] {
  let [oldLine, newLine] = [oldStart, newStart];
  return lines.flatMap((line): DiffLine[] => {
    const text = line.slice(1);
    if (line.startsWith("+")) return [{ kind: "added", oldLine: null, newLine: newLine++, text }];
    if (line.startsWith("-")) return [{ kind: "removed", oldLine: oldLine++, newLine: null, text }];
    if (line.startsWith("\\")) return [];
    return [{ kind: "same", oldLine: oldLine++, newLine: newLine++, text }];
  });
}
