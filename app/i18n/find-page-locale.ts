import { DEFAULT_LOCALE, LOCALES, type Locale } from "./locales.ts";
import { createT, type Messages } from "./messages.ts";

/** What a page's `meta` gets of the routes that are shown; the root's data holds the language. */
export type PageMatches = readonly { id: string; data?: unknown }[];

/** The language of the page, for `meta`, where no context reaches. */
export function findPageLocale(matches: PageMatches): Locale {
  const data = matches.find(({ id }) => id === "root")?.data;
  const named = typeof data === "object" && data !== null && "locale" in data ? data.locale : null;
  return LOCALES.find((locale) => locale === named) ?? DEFAULT_LOCALE;
}

/** The texts of a page's `meta` in its language: `createPageT(messages, matches)("title")`. */
export function createPageT<const T extends Record<string, string>>(messages: Messages<T>, matches: PageMatches) {
  return createT(messages, findPageLocale(matches));
}
