import type { Locale } from "../../i18n/locales.ts";

/** Monaco's own words: its menus, widgets and what it says to readers of screens. English is in it. */
const WORDS: Readonly<Partial<Record<Locale, () => Promise<unknown>>>> = { es: () => import("monaco-editor/nls/lang/es") };

/** Has Monaco speak a language. Before Monaco itself is loaded: it takes its words from the page as it begins. */
export async function loadMonacoWords(locale: Locale): Promise<void> {
  await WORDS[locale]?.();
}
