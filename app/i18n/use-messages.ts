import { createContext, useContext } from "react";
import { DEFAULT_LOCALE, type Locale } from "./locales.ts";
import { createT, type Messages } from "./messages.ts";

/** The language of the page: of the document as it came, and then what the root's data says. */
export const LocaleContext = createContext<Locale>(DEFAULT_LOCALE);

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** A feature's texts in the language of the page: `const t = useMessages(messages)`, then `t("key", values)`. */
export function useMessages<const T extends Record<string, string>>(messages: Messages<T>) {
  return createT(messages, useLocale());
}
