/** A hint that somebody has opened. */
export interface OpenedHint {
  /** 1-based. */
  number: number;
  title: string;
  html: string;
}

/** The ladder of hints as its learner sees it: nothing at all of those that are not open yet but how many there are. */
export interface HintsView {
  count: number;
  opened: readonly OpenedHint[];
}

/** Which hint can be opened next, 1-based; null when all are. Pure. */
export function findNextHint({ count, opened }: { count: number; opened: readonly { number: number }[] }): number | null {
  const numbers = new Set(opened.map(({ number }) => number));
  for (let number = 1; number <= count; number += 1) if (!numbers.has(number)) return number;
  return null;
}

/** What a form or a script sends to open a hint. */
export function parseHintNumber(sent: unknown): number | null {
  const number = typeof sent === "string" && /^\d{1,3}$/.test(sent) ? Number(sent) : sent;
  return typeof number === "number" && Number.isInteger(number) && number > 0 ? number : null;
}
