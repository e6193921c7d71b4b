/** Reading SQL as far as messages need it: blanks, comments, first words, lines. Pure. */

/** Where the first thing after blanks, comments and empty statements begins. What is never closed ends with the text. */
export function skipBlanks(sql: string, from = 0): number {
  let at = from;
  for (;;) {
    const character = sql.charAt(at);
    if (character === "") return at;
    if (/[\s;\uFEFF]/.test(character)) at += 1;
    else if (sql.startsWith("--", at)) at = endOf(sql, "\n", at + 2);
    else if (sql.startsWith("/*", at)) at = endOf(sql, "*/", at + 2);
    else return at;
  }
}
function endOf(sql: string, mark: string, from: number): number {
  const at = sql.indexOf(mark, from);
  return at < 0 ? sql.length : at + mark.length;
}

/** The words that a statement begins with, in capitals, up to the first other thing that is no name; eight at the most. */
export function firstWords(sql: string): string[] {
  const words: string[] = [];
  for (let at = skipBlanks(sql); words.length < 8; at = skipBlanks(sql, at)) {
    const found = /^(?:\w+|"[^"]*"|`[^`]*`|\[[^\]]*\])/.exec(sql.slice(at, at + 200))?.[0];
    if (found === undefined) break;
    words.push(found.toUpperCase());
    at += found.length;
  }
  return words;
}

/** Whether nothing but blanks and comments stands here and the last comment is never closed. */
export function hasOpenComment(sql: string): boolean {
  let at = 0;
  for (;;) {
    const next = sql.indexOf("/*", at);
    if (next < 0) return false;
    const end = sql.indexOf("*/", next + 2);
    if (end < 0) return skipBlanks(sql) === sql.length;
    at = end + 2;
  }
}

/** 1-based line of the place that a message is about, as near as its words let us find it. */
export function findErrorLine(error: { message: string; phase: "reading" | "running"; statement: string; before: string }, script: string): number {
  const lineAt = (at: number): number => 1 + newlines(script.slice(0, at));
  const start = error.before.length;
  const begin = skipBlanks(script, start);
  if (error.phase === "running") return lineAt(begin);
  if (error.message.startsWith("incomplete input") || error.message.startsWith("unrecognized token")) {
    // SQLite has read to the end; what was begun and not ended is the last thing there.
    return lineAt(Math.max(begin, error.message.startsWith("incomplete") ? script.trimEnd().length : start + error.statement.trimEnd().length));
  }
  if (/^near ".*": syntax error$/s.test(error.message)) return lineAt(Math.max(begin, start + error.statement.trimEnd().length));
  const name = /(?:no such \w+|ambiguous column name|no such function|has no column named|already exists|function):? "?([\w.$]+)"?/.exec(error.message)?.[1];
  const bare = name?.split(".").at(-1);
  const statement = script.slice(begin, start + error.statement.length);
  const at = bare === undefined || !/^[\w$]+$/.test(bare) ? -1 : statement.search(new RegExp(`(?<![\\w$])${bare.replaceAll("$", "\\$")}(?![\\w$])`, "i"));
  return lineAt(at < 0 ? begin : begin + at);
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
