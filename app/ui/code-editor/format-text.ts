import { languageOfPath } from "./language-of-path.ts";
import { tidyText } from "./tidy-text.ts";

/** Languages whose files Monaco's own formatters lay out. */
const MONACO: ReadonlySet<string> = new Set(["javascript", "typescript", "html", "css", "json"]);

export type Formatter = "monaco" | "own" | null;

/** Who formats a file; null when nobody can. */
export function findFormatter(path: string): Formatter {
  const language = languageOfPath(path);
  if (MONACO.has(language)) return "monaco";
  return language === "sql" || language === "python" || language === "shell" ? "own" : null;
}

/** Lays out a file of a language that is not Monaco's. A text that can't be read comes back as it is. */
export async function formatText(path: string, text: string): Promise<string> {
  const language = languageOfPath(path);
  if (language === "python" || language === "shell") return tidyText(text, language);
  if (language !== "sql" || text.trim() === "") return text;
  const { formatDialect, sqlite } = await import("sql-formatter");
  try {
    return `${formatDialect(text, { dialect: sqlite, tabWidth: 2, keywordCase: "preserve", linesBetweenQueries: 1 })}\n`;
  } catch {
    return text;
  }
}
