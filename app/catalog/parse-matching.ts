/** Pairs: a list of `- left :: right`, or a table of two columns. Pure. */
import type { List, Table } from "mdast";
import type { MatchingQuestion } from "./questions.ts";
import { buildChoiceId, checkDistinct, type QuestionSource } from "./question-source.ts";
import { lineOf, sliceInside, sliceItem } from "./split-questions.ts";

const PAIR = /^([\s\S]*?)\s*(?:^|[ \t]):: +([\s\S]*)$/;

export function isPairList(source: string, list: List): boolean {
  return list.children.some((item) => PAIR.test(sliceItem(source, item).text));
}

interface WrittenPair {
  left: string;
  right: string;
  line: number;
}

export function parsePairList(list: List, given: QuestionSource): MatchingQuestion | null {
  const pairs = list.children.flatMap((item): WrittenPair[] => {
    const [, left = "", right = ""] = PAIR.exec(sliceItem(given.source, item).text) ?? [];
    if (right.trim() !== "") return [{ left: left.trim(), right: right.trim(), line: lineOf(item) }];
    given.complain(lineOf(item), "This line is no pair.", "Write `- left :: right`; what belongs to nothing is `- :: right`.");
    return [];
  });
  return buildMatching(pairs, null, lineOf(list), given);
}

export function parsePairTable(table: Table, given: QuestionSource): MatchingQuestion | null {
  const [head, ...rows] = table.children;
  const read = (row: (typeof rows)[number] | undefined) => row?.children.map((cell) => sliceInside(given.source, cell)) ?? [];
  const [leftName = "", rightName = "", ...more] = read(head);
  if (more.length > 0 || (head?.children.length ?? 0) < 2) {
    given.complain(lineOf(table), "A table of pairs has two columns.", "Write `| left | right |`: what belongs together stands in one row.");
    return null;
  }
  const pairs = rows.flatMap((row): WrittenPair[] => {
    const [left = "", right = ""] = read(row);
    if (right !== "") return [{ left, right, line: lineOf(row) }];
    given.complain(lineOf(row), "The right cell of this row is empty.", "Write what belongs to the left one. What belongs to nothing stands alone in the right column.");
    return [];
  });
  return buildMatching(pairs, leftName !== "" && rightName !== "" ? [leftName, rightName] : null, lineOf(table), given);
}

function buildMatching(pairs: readonly WrittenPair[], sides: MatchingQuestion["sides"], line: number, { complain, base }: QuestionSource): MatchingQuestion | null {
  const left = pairs.filter((pair) => pair.left !== "").map((pair) => ({ id: buildChoiceId(pair.left, "a"), text: pair.left, rightId: buildChoiceId(pair.right, "b"), line: pair.line }));
  const right = new Map(pairs.map((pair) => [buildChoiceId(pair.right, "b"), pair.right]));
  checkDistinct(left, "left sides", complain);
  if (left.length < 2 || right.size < 2) {
    complain(line, "Matching needs at least two pairs that differ.", "Add a pair, or ask it as a choice.");
    return null;
  }
  return { ...base, type: "matching", sides, left: left.map(({ id, text, rightId }) => ({ id, text, rightId })), right: [...right].map(([id, text]) => ({ id, text })) };
}
