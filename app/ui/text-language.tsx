import { createContext, useContext } from "react";
import { directionOf } from "../i18n/locales.ts";

/** In which language the author's text of a page is, and in which others it can be read. */
export interface TextLanguage {
  /** Tag (BCP 47). */
  language: string;
  /** A translation that is older than its source. */
  isStale: boolean;
  /** Other languages of the same text, each with its address. */
  others: readonly { language: string; path: string }[];
}

/** Null where the page's texts are in the page's own language. */
export const TextLanguageContext = createContext<TextLanguage | null>(null);

/** `lang` and `dir` for an element that holds an author's words. */
export function useTextLanguageAttributes(): { lang?: string; dir?: "ltr" | "rtl" } {
  const shown = useContext(TextLanguageContext);
  return shown ? { lang: shown.language, dir: directionOf(shown.language) } : {};
}
