/** Words that rendering adds to a text, in the language in which the text is written. Pure. */
import type { CalloutName } from "./parse-markdown.ts";
import { SOURCE_LANGUAGE } from "./translate-catalog.ts";

export interface TextWords {
  /** Titles of blocks to which the author gave none. */
  callouts: Readonly<Record<CalloutName, string>>;
  code: string;
  table: string;
  done: string;
  toDo: string;
  footnotes: string;
  /** On the way back from a footnote; `place` is `2`, or `2-3` for its third mention. */
  backTo: (place: string) => string;
}

const WORDS: Readonly<Record<string, TextWords>> = {
  en: {
    callouts: { note: "Note", tip: "Tip", warning: "Warning", danger: "Danger", example: "Example", try: "Try it" },
    code: "Code", table: "Table", done: "done", toDo: "to do", footnotes: "Footnotes", backTo: (place) => `Back to reference ${place}`,
  },
  es: {
    callouts: { note: "Nota", tip: "Consejo", warning: "Atención", danger: "Peligro", example: "Ejemplo", try: "Pruébalo" },
    code: "Código", table: "Tabla", done: "hecho", toDo: "por hacer", footnotes: "Notas al pie", backTo: (place) => `Volver a la referencia ${place}`,
  },
};

/** The language of the words for a text in `language` (`es-MX`): another one when these are not known in it. */
export function findWordsLanguage(language: string = SOURCE_LANGUAGE): string {
  return [language, language.split("-")[0] ?? ""].find((tag) => Object.hasOwn(WORDS, tag)) ?? SOURCE_LANGUAGE;
}

/** @throws RangeError for a language that `findWordsLanguage` would not give */
export function getTextWords(language: string): TextWords {
  const words = WORDS[language];
  if (!words) throw new RangeError(`There are no words in ${language}.`);
  return words;
}
