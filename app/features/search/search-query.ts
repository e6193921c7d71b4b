/** What somebody typed into the search field, and how found words are shown. Pure. */
import type { SearchHit } from "../../../db/search-index.ts";

export const LONGEST_QUERY = 200;
const MOST_WORDS = 8;

/** The words that are searched for: letters and digits only, as the index has them. */
export function parseSearchQuery(typed: string): string[] {
  return (typed.slice(0, LONGEST_QUERY).normalize("NFC").match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []).slice(0, MOST_WORDS);
}

/** A piece of a text; `isFound` is what was searched for. */
export interface TextPart {
  text: string;
  isFound: boolean;
}

/** A text with marks around what was found, as its parts. Nothing in it is markup. */
export function splitMarks(text: string, mark: { begin: string; end: string }): TextPart[] {
  const parts: TextPart[] = [];
  for (const piece of text.split(mark.begin)) {
    const end = piece.indexOf(mark.end);
    if (end < 0) parts.push({ text: piece, isFound: false });
    else parts.push({ text: piece.slice(0, end), isFound: true }, { text: piece.slice(end + mark.end.length), isFound: false });
  }
  return parts.filter((part) => part.text !== "");
}

export type { SearchHit };
