/**
 * Shiki, set up once: languages are loaded when first met, the JavaScript engine needs no WebAssembly, and colours
 * are names of classes, so that no style attribute is written and light and dark come from the page's own tokens.
 */
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { bundledLanguages, bundledLanguagesInfo } from "shiki/langs";

/** A piece of a line. `className` is null for plain text. */
export interface Token {
  text: string;
  className: string | null;
}

export interface TokenOptions {
  /** Milliseconds for one line, then its rest stays plain; 0 for no limit. Needed for text that is not our authors'. */
  lineTimeMs?: number;
}

/** Above these, code is shown without colours: a grammar's work grows faster than the text. */
export const HIGHLIGHT_LIMITS = { characters: 60_000, lineCharacters: 1_000, lines: 3_000 } as const;

const THEME = "rung";
const COLOR = /^var\(--shiki-(token-[a-z-]+)\)$/;
const LANGUAGE_NAMES = new Map(bundledLanguagesInfo.map((info) => [info.id, info.name]));

let started: Promise<HighlighterCore> | null = null;

function startHighlighter(): Promise<HighlighterCore> {
  started ??= createHighlighterCore({
    themes: [createCssVariablesTheme({ name: THEME, variablePrefix: "--shiki-", fontStyle: false })],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  return started;
}

/** The id by which shiki knows a language (`js` is `javascript`), or null for an unknown one and for plain text. */
export function findLanguageId(written: string): string | null {
  const name = written.toLowerCase();
  return LANGUAGE_ALIASES.get(name) ?? (LANGUAGE_NAMES.has(name) ? name : null);
}

const LANGUAGE_ALIASES = new Map(bundledLanguagesInfo.flatMap((info) => (info.aliases ?? []).map((alias) => [alias, info.id] as const)));

/** For people: `javascript` is `JavaScript`. */
export function formatLanguage(id: string): string {
  return LANGUAGE_NAMES.get(id) ?? id;
}

/** Loads the languages of labs, so that the first page does not wait for them. */
export async function warmHighlighter(): Promise<void> {
  for (const id of ["javascript", "typescript", "html", "css", "json", "python", "sql", "shellscript"]) await tokenize("a = 1", id);
}

/**
 * The lines of `code` in pieces. Never throws: what can't be coloured is plain.
 *
 * @param written a language as authors write it after three back quotes; unknown ones are plain
 */
export async function tokenize(code: string, written: string, options: TokenOptions = {}): Promise<Token[][]> {
  const lines = code.split(/\r\n|\n|\r/);
  const plain = lines.map((text) => (text === "" ? [] : [{ text, className: null }]));
  const id = findLanguageId(written);
  if (id === null || code.length > HIGHLIGHT_LIMITS.characters || lines.length > HIGHLIGHT_LIMITS.lines) return plain;
  try {
    const highlighter = await startHighlighter();
    const loader = Object.entries(bundledLanguages).find(([name]) => name === id)?.[1];
    if (!loader) return plain;
    if (!highlighter.getLoadedLanguages().includes(id)) await highlighter.loadLanguage(loader);
    const coloured = highlighter.codeToTokensBase(lines.join("\n"), {
      lang: id,
      theme: THEME,
      tokenizeMaxLineLength: HIGHLIGHT_LIMITS.lineCharacters,
      // With a limit the first, cold line would lose its colours, and a cache would keep it so.
      tokenizeTimeLimit: options.lineTimeMs ?? 0,
    });
    return coloured.map((line) => joinTokens(line.map((token) => ({ text: token.content, className: COLOR.exec(token.color ?? "")?.[1] ?? null }))));
  } catch {
    // A grammar that stumbles over a text costs its colours, not the page.
    return plain;
  }
}

function joinTokens(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const className = token.text.trim() === "" ? (last?.className ?? null) : token.className;
    if (last && last.className === className) last.text += token.text;
    else joined.push({ text: token.text, className });
  }
  return joined;
}
