/** What may be noted, and where a marked passage is found again. Pure. */
export const MOST_NOTES_OF_ACTIVITY = 500;
export const MOST_QUOTE = 2_000;
/** What is kept of the text before and after a mark. */
export const CONTEXT_CHARACTERS = 40;

/** A passage with what stands around it (W3C Web Annotation Data Model, 4.2.4 Text Quote Selector). */
export interface Passage {
  quote: string;
  prefix: string;
  suffix: string;
}

/** The passage from `start` to `end` of a text, or null when there are only spaces or too much of it. */
export function cutPassage(text: string, start: number, end: number): Passage | null {
  const quote = text.slice(start, end);
  if (quote.trim() === "" || quote.length > MOST_QUOTE) return null;
  return { quote, prefix: text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start), suffix: text.slice(end, end + CONTEXT_CHARACTERS) };
}

/**
 * Where a passage begins in a text that may have changed since: of all places with the same words the one whose
 * surroundings agree most; null when the words are gone.
 */
export function findPassage(text: string, { quote, prefix, suffix }: Passage): number | null {
  if (quote === "") return null;
  let best: { at: number; agreement: number } | null = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const agreement = countSame(reverse(text.slice(Math.max(0, at - prefix.length), at)), reverse(prefix)) + countSame(text.slice(at + quote.length, at + quote.length + suffix.length), suffix);
    if (best === null || agreement > best.agreement) best = { at, agreement };
  }
  return best?.at ?? null;
}

function countSame(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

function reverse(text: string): string {
  return [...text].reverse().join("");
}
