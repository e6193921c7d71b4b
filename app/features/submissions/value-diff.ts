import { diffLines, diffWordsWithSpace } from "diff";

/** A piece of one side; `differs` when the other side has something else there. */
export interface DiffPart {
  text: string;
  differs: boolean;
}

/** A line of both sides, of one of them, or how many equal ones are left out. */
export type DiffLine = { side: "same" | "expected" | "actual"; parts: DiffPart[] } | { side: "cut"; count: number };

/** Longer values are shown as they are: comparing them word by word takes too long. */
const LIMIT_CHARACTERS = 20_000;
/** Equal lines that stay around a difference. */
const AROUND = 2;

/** An expected and an actual value, with what differs marked on both sides. Pure. */
export function buildValueDiff(expected: string, actual: string): { expected: DiffPart[]; actual: DiffPart[] } {
  if (expected.length + actual.length > LIMIT_CHARACTERS) return { expected: [{ text: expected, differs: true }], actual: [{ text: actual, differs: true }] };
  const parts = diffWordsWithSpace(expected, actual);
  return {
    expected: parts.filter((part) => !part.added).map((part) => ({ text: part.value, differs: part.removed })),
    actual: parts.filter((part) => !part.removed).map((part) => ({ text: part.value, differs: part.added })),
  };
}

/**
 * The same line by line, for values that have several: null where each is one line. A line that was changed stands below
 * the one that was expected, with the words that differ marked. Pure.
 */
export function buildLineDiff(expected: string, actual: string): DiffLine[] | null {
  if (!expected.trimEnd().includes("\n") && !actual.trimEnd().includes("\n")) return null;
  if (expected.length + actual.length > LIMIT_CHARACTERS) return null;
  // They differ in the end of the last line only, which lines don't show.
  if (expected !== actual && endLine(expected) === endLine(actual)) return null;
  const lines: DiffLine[] = [];
  const parts = diffLines(endLine(expected), endLine(actual));
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    const following = parts[at + 1];
    if (!part) continue;
    if (part.removed && following?.added) {
      lines.push(...pairLines(splitLines(part.value), splitLines(following.value)));
      at += 1;
    } else if (part.removed || part.added) {
      lines.push(...splitLines(part.value).map((text): DiffLine => ({ side: part.removed ? "expected" : "actual", parts: toParts([{ text, differs: true }]) })));
    } else {
      lines.push(...cutEqual(splitLines(part.value), { isFirst: at === 0, isLast: at === parts.length - 1 }));
    }
  }
  return lines;
}

/** Changed lines beside each other, as far as both sides have some; in blocks of different length, one block after the other. */
function pairLines(expected: readonly string[], actual: readonly string[]): DiffLine[] {
  if (expected.length !== actual.length) {
    return [
      ...expected.map((text): DiffLine => ({ side: "expected", parts: toParts([{ text, differs: true }]) })),
      ...actual.map((text): DiffLine => ({ side: "actual", parts: toParts([{ text, differs: true }]) })),
    ];
  }
  return expected.flatMap((text, index): DiffLine[] => {
    const words = buildValueDiff(text, actual[index] ?? "");
    return [{ side: "expected", parts: toParts(words.expected) }, { side: "actual", parts: toParts(words.actual) }];
  });
}

function cutEqual(texts: readonly string[], { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): DiffLine[] {
  const same = (text: string): DiffLine => ({ side: "same", parts: toParts([{ text, differs: false }]) });
  const before = isFirst ? 0 : AROUND;
  const after = isLast ? 0 : AROUND;
  const count = texts.length - before - after;
  // Two words about one line would be longer than the line.
  if (count <= 2) return texts.map(same);
  return [...texts.slice(0, before).map(same), { side: "cut", count }, ...texts.slice(texts.length - after).map(same)];
}

const toParts = (parts: readonly DiffPart[]): DiffPart[] => parts.filter(({ text }) => text !== "");
const endLine = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
const splitLines = (text: string): string[] => text.replace(/\n$/, "").split("\n");
