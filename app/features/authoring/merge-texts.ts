/** Three-way merge of a file that two people changed. Pure. */
import { mergeDiff3 } from "node-diff3";

export interface MergedText {
  text: string;
  /** Places where both changed the same lines; they are marked in the text. */
  conflicts: number;
}

const OPEN = "<<<<<<< yours";
const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/m;

/** Both sides' changes to `base` in one text. Where they touch the same lines, all three stand between marks. */
export function mergeTexts({ base, mine, theirs }: { base: string; mine: string; theirs: string }): MergedText {
  const { result } = mergeDiff3(mine.split("\n"), base.split("\n"), theirs.split("\n"), {
    excludeFalseConflicts: true,
    label: { a: "yours", o: "before", b: "on disk" },
  });
  const lines: string[] = result.map(String);
  return { text: lines.join("\n"), conflicts: lines.filter((line) => line === OPEN).length };
}

/** True when marks of a merge are left in a text. */
export function hasConflictMarks(text: string): boolean {
  return MARK.test(text) && text.includes(OPEN);
}
