/**
 * Sentences of parts that know no catalog (the sandbox says them, and verdicts store them), told in the reader's
 * language: a catalog holds each English sentence as that part writes it, with `{names}` for what changes. What no
 * sentence fits stays as it is: words of compilers, of authors' tests, of learners' programs.
 */
import { DEFAULT_LOCALE, type Locale } from "./locales.ts";
import type { Messages } from "./messages.ts";
import { say } from "./saying.ts";

interface Known {
  key: string;
  names: readonly string[];
  pattern: RegExp;
}

const knownOf = new WeakMap<object, readonly Known[]>();

/** A text, sentence by sentence. Catalogs for this have plain values only, no plurals and no tags. */
export function retell<const T extends Record<string, string>>(messages: Messages<T>, locale: Locale, text: string): string {
  if (locale === DEFAULT_LOCALE) return text;
  const known = listKnown(messages.en);
  const tell = (sentence: string): string | null => {
    for (const { key, names, pattern } of known) {
      const found = pattern.exec(sentence);
      if (found) return say(messages, locale, { key, values: Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""])) });
    }
    return null;
  };
  const sentences = text.split(/(?<=[.?!]) (?=\p{Lu})/u);
  const told = sentences.map(tell);
  // One by one where that is possible: a value at the end of a sentence would take in the next one.
  const whole = told.includes(null) ? tell(text) : null;
  return whole ?? sentences.map((sentence, index) => told[index] ?? sentence).join(" ");
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function listKnown(texts: Readonly<Record<string, string>>): readonly Known[] {
  const before = knownOf.get(texts);
  if (before) return before;
  const made = Object.entries(texts).map(([key, text]): Known => {
    const parts = text.split(/\{(\w+)\}/);
    const names = parts.filter((_, index) => index % 2 === 1);
    return { key, names, pattern: new RegExp(`^${parts.map((part, index) => (index % 2 === 1 ? "([^\\n]+?)" : escape(part))).join("")}$`, "u") };
  });
  knownOf.set(texts, made);
  return made;
}
