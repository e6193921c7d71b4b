import { diffLines } from "diff";

/** One row of two texts side by side; null where a side has nothing. */
export interface SideBySideRow {
  mine: string | null;
  theirs: string | null;
  isSame: boolean;
}

/** Two texts line by line. Pure. */
export function buildSideBySide(mine: string, theirs: string): SideBySideRow[] {
  const rows: SideBySideRow[] = [];
  let removed: string[] = [];
  const flushRemoved = (added: readonly string[]) => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      rows.push({ mine: removed[index] ?? null, theirs: added[index] ?? null, isSame: false });
    }
    removed = [];
  };
  for (const part of diffLines(mine, theirs)) {
    const lines = part.value.replace(/\n$/, "").split("\n");
    if (part.removed) removed = lines;
    else if (part.added) flushRemoved(lines);
    else {
      flushRemoved([]);
      rows.push(...lines.map((line) => ({ mine: line, theirs: line, isSame: true })));
    }
  }
  flushRemoved([]);
  return rows;
}
