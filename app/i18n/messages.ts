/**
 * The message catalog: each feature has a `messages.ts` with its texts in every language, in ICU MessageFormat
 * (`{count, plural, one {# lab} other {# labs}}`). They travel with the component that shows them, and a text that is
 * missing in a language does not compile.
 */
import { createTranslator } from "use-intl/core";
import type { Locale } from "./locales.ts";

/** English decides the keys and the values that a text takes; every other language has the same keys. */
export type Messages<T extends Record<string, string>> = { readonly en: T } & { readonly [L in Exclude<Locale, "en">]: Readonly<Record<keyof T, string>> };

/** Names the texts of a feature: `export const messages = defineMessages({ en: {…}, es: {…} })`. */
export function defineMessages<const T extends Record<string, string>>(messages: Messages<T>): Messages<T> {
  return messages;
}

/** `t("key", values)` in one language; `t.rich` takes functions for tags. For pages there is `useMessages`. */
export function createT<const T extends Record<string, string>>(messages: Messages<T>, locale: Locale) {
  const made = translators.get(messages[locale]);
  if (made) return made as ReturnType<typeof makeT<T>>;
  const t = makeT(messages, locale);
  translators.set(messages[locale], t);
  return t;
}

/** By their texts: a translator keeps what it has parsed, and parsing in every request costs more than the page. */
const translators = new WeakMap<object, unknown>();

function makeT<const T extends Record<string, string>>(messages: Messages<T>, locale: Locale) {
  const translate = createTranslator<T>({ locale, messages: messages[locale] as T, timeZone: "UTC" });
  // A page has dozens of texts that take no values, the same each time.
  const plain = new Map<unknown, string>();
  const t = (...given: Parameters<typeof translate>): string => {
    const [key, values] = given;
    if (values !== undefined) return translate(...given);
    const known = plain.get(key);
    if (known !== undefined) return known;
    const text = translate(...given);
    plain.set(key, text);
    return text;
  };
  return Object.assign(t, translate) as typeof translate;
}
