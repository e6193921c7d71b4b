import { diffLines, diffWordsWithSpace } from "diff";

/** A piece of one side; `differs` when the other side has something else there. */
export interface DiffPart {
  text: string;
  differs: boolean;
}

/** Longer values are shown as they are: comparing them word by word takes too long. */
const LIMIT_CHARACTERS = 20_000;

/** An expected and an actual value, with what differs marked on both sides. Pure. */
export function buildValueDiff(expected: string, actual: string): { expected: DiffPart[]; actual: DiffPart[] } {
  if (expected.length + actual.length > LIMIT_CHARACTERS) return { expected: [{ text: expected, differs: true }], actual: [{ text: actual, differs: true }] };
  const isLong = expected.split("\n").length + actual.split("\n").length > 12;
  const parts = isLong ? diffLines(expected, actual) : diffWordsWithSpace(expected, actual);
  return {
    expected: parts.filter((part) => !part.added).map((part) => ({ text: part.value, differs: part.removed })),
    actual: parts.filter((part) => !part.removed).map((part) => ({ text: part.value, differs: part.added })),
  };
}
