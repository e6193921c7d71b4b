const LANGUAGES: Record<string, string> = {
  js: "javascript", mjs: "javascript", cjs: "javascript", jsx: "javascript",
  ts: "typescript", tsx: "typescript",
  py: "python", sql: "sql", sh: "shell", bash: "shell", bats: "shell",
  json: "json", html: "html", css: "css", md: "markdown", yml: "yaml", yaml: "yaml",
};

/** Monaco's name of the language of a file; `plaintext` when it has none. */
export function languageOfPath(path: string): string {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(LANGUAGES, ending) ? (LANGUAGES[ending] ?? "plaintext") : "plaintext";
}
