import { findLanguageId, tokenize, type Token } from "./highlighter.server.ts";

/** A line of code as safe HTML, without its line end. */
export interface HighlightedLine {
  html: string;
}

export interface HighlightedCode {
  lines: readonly HighlightedLine[];
  /** Lines that were left out because the file is too long to show; 0 usually. */
  linesLeftOut: number;
}

export const SHOWN_LINES = 5_000;
const SHOWN_LINE_CHARACTERS = 10_000;
/** Direction and other invisible characters can make code look like what it is not: they are shown as symbols. */
const INVISIBLE = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\t]]/v;

/**
 * Hands-in of learners, line by line, for reviews. The text is hostile: nothing of it becomes markup, invisible
 * characters are shown, and size is cut.
 *
 * @param language a language (`javascript`) or a file name (`sum.js`)
 */
export async function highlightCode(text: string, language: string): Promise<HighlightedCode> {
  const all = text.split(/\r\n|\n|\r/);
  if (all.length > 1 && all.at(-1) === "") all.pop();
  const shown = all.slice(0, SHOWN_LINES).map((line) => (line.length > SHOWN_LINE_CHARACTERS ? `${line.slice(0, SHOWN_LINE_CHARACTERS)}…` : line));
  const extension = language.slice(language.lastIndexOf(".") + 1);
  const tokens = await tokenize(shown.join("\n"), findLanguageId(extension) ?? "", { lineTimeMs: 100 });
  return {
    lines: shown.map((line, index) => ({ html: formatLine(tokens[index] ?? [{ text: line, className: null }]) })),
    linesLeftOut: all.length - shown.length,
  };
}

function formatLine(tokens: readonly Token[]): string {
  return tokens.map(({ text, className }) => (className === null ? formatText(text) : `<span class="${className}">${formatText(text)}</span>`)).join("");
}

function formatText(text: string): string {
  return [...text]
    .map((char) => {
      if (INVISIBLE.test(char)) return `<span class="token-invisible">U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}</span>`;
      return ESCAPES[char] ?? char;
    })
    .join("");
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
