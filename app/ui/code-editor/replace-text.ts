/** The smallest edit that makes one text of another. Pure. */
import type { Replacement } from "./indent-text.ts";

/** Null when both are the same. The selection stays with what stands around it, as far as that is still there. */
export function buildReplacement(before: string, after: string, { start, end }: { start: number; end: number }): Replacement | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const to = before.length - tail;
  const grown = after.length - before.length;
  const move = (at: number) => (at <= head ? at : at >= to ? at + grown : Math.min(at, after.length - tail));
  return { from: head, to, insert: after.slice(head, after.length - tail), start: move(start), end: move(end) };
}
