/** What the editor offers in languages without a language service. Pure: text in, names out. */
import { PYTHON, SHELL, SQL } from "./completion-words.ts";
import type { NameToComplete } from "./editor-types.ts";

export interface Completion {
  label: string;
  kind: "keyword" | "function" | "module" | "word" | NameToComplete["kind"];
  detail: string;
}

export type CompletedLanguage = "python" | "shell" | "sql";

interface Place {
  language: CompletedLanguage;
  /** The line up to the cursor, without the word that is being typed. */
  before: string;
  /** Text of all files of the lab: their words are offered too. */
  texts: readonly string[];
  names: readonly NameToComplete[];
}

/** Longer files are not read for words. */
const MOST_CHARACTERS = 200_000;
const MOST_WORDS = 500;

/** Everything that could stand at the cursor; the editor picks by what is typed. */
export function listCompletions({ language, before, texts, names }: Place): Completion[] {
  if (isInText(before, language)) return [];
  if (language === "python" && /^\s*(?:import|from)\s+[\w.,\s]*$/.test(before) && !/\bimport\s/.test(before.replace(/^\s*import\s/, ""))) {
    return PYTHON.modules.map((label) => ({ label, kind: "module", detail: "" }));
  }
  const owner = language === "sql" ? /([A-Za-z_]\w*)\.$/.exec(before)?.[1] : undefined;
  if (owner) {
    const table = findTable(owner, texts, names);
    return names.filter(({ kind, detail }) => kind === "column" && (table === null || detail.startsWith(`${table} · `))).map(toCompletion);
  }
  const words = { python: PYTHON, shell: SHELL, sql: SQL }[language];
  const known: Completion[] = [
    ...names.map(toCompletion),
    ...words.functions.map((label): Completion => ({ label, kind: "function", detail: "" })),
    ...words.keywords.map((label): Completion => ({ label, kind: "keyword", detail: "" })),
  ];
  const seen = new Set(known.map(({ label }) => label.toLowerCase()));
  return [...known, ...listWords(texts).filter((word) => !seen.has(word.toLowerCase())).map((label): Completion => ({ label, kind: "word", detail: "" }))];
}

function toCompletion({ name, kind, detail }: NameToComplete): Completion {
  return { label: name, kind, detail };
}

/** Within a comment or an open string nothing is offered. */
function isInText(before: string, language: CompletedLanguage): boolean {
  const withoutStrings = before.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "");
  const comment = language === "sql" ? /--/ : /(?:^|\s)#/;
  // In the shell a name in double quotes is still a name.
  return comment.test(withoutStrings) || (language === "shell" ? /'/ : /['"]/).test(withoutStrings);
}

/** The table that a name before a dot means: itself, or one that has it as its other name (`FROM parcels AS p`). */
function findTable(owner: string, texts: readonly string[], names: readonly NameToComplete[]): string | null {
  const tables = names.filter(({ kind }) => kind === "table").map(({ name }) => name);
  const itself = tables.find((name) => name.toLowerCase() === owner.toLowerCase());
  if (itself) return itself;
  return tables.find((name) => new RegExp(`\\b${escape(name)}\\s+(?:as\\s+)?${escape(owner)}\\b`, "i").test(texts.join("\n"))) ?? null;
}

function escape(name: string): string {
  return name.replace(/[^\w]/g, "\\$&");
}

function listWords(texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    if (text.length > MOST_CHARACTERS) continue;
    for (const [word] of text.matchAll(/\b[A-Za-z_]\w{2,40}\b/g)) {
      words.add(word);
      if (words.size >= MOST_WORDS) return [...words];
    }
  }
  return [...words];
}
