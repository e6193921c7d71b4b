/**
 * Sentences on their way to a person. A rule or an act does not know who will read: it answers a key of a catalog with
 * its values, and the route (or the page) says it in the reader's language.
 */
import type { Locale } from "./locales.ts";
import { createT, type Messages } from "./messages.ts";

type Values = Readonly<Record<string, string | number>>;

/** The keys of a catalog. */
export type KeyOf<M> = M extends { readonly en: infer T } ? keyof T & string : never;

/** A sentence that has no language yet. */
export interface Saying<Key extends string = string> {
  readonly key: Key;
  readonly values?: Values;
}

/** What an answer is once its `message` is said. */
export type Said<Answer> = Answer extends { message: Saying } ? Omit<Answer, "message"> & { message: string } : Answer;

/** The sentence in one language. */
export function say<const T extends Record<string, string>>(messages: Messages<T>, locale: Locale, { key, values }: Saying<keyof T & string>): string {
  // The values of a key that is only known at run time can't be checked against its text here; who makes a saying writes them beside its key.
  const t = createT(messages, locale) as unknown as (key: string, values?: Values) => string;
  return t(key, values);
}

/** An answer of an act with its sentence said; answers without a sentence stay as they are. */
export function sayAnswer<const T extends Record<string, string>, Answer extends object>(messages: Messages<T>, locale: Locale, answer: Answer): Said<Answer> {
  if (!("message" in answer) || typeof answer.message !== "object" || answer.message === null) return answer as Said<Answer>;
  return { ...answer, message: say(messages, locale, answer.message as Saying<keyof T & string>) } as unknown as Said<Answer>;
}

/** What is wrong with each field of a form, said. Codes of the form's schema are keys; anything else is what a browser never sends. */
export function sayErrors<const T extends Record<string, string>>(messages: Messages<T>, locale: Locale, errors: Readonly<Record<string, string>>, otherwise: keyof T & string): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, code]) => [field, say(messages, locale, { key: Object.hasOwn(messages.en, code) ? code : otherwise })]));
}
