/**
 * Text of authors and learners for a terminal. A control or direction character in it could move the cursor, change
 * colours or turn lines around: each is written out instead.
 */
const HOSTILE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One line: line ends are written out too. */
export function formatPrintable(text: string): string {
  return text.replace(HOSTILE, (char) => (char === "\n" ? "\\n" : char === "\t" ? "\\t" : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`));
}

/** Several lines, each indented. */
export function formatPrintableLines(text: string, indent: string): string {
  return text
    .replace(/\r\n/g, "\n")
    .split("\n")
    .map((line) => indent + formatPrintable(line.replace(/\t/g, "    ")))
    .join("\n");
}

/** JSON in one line (or indented by `space`), of printable characters only; it parses to the same value. */
export function formatJson(value: unknown, space?: number): string {
  // Line ends come from the indentation: those inside strings are escaped already.
  return JSON.stringify(value, null, space).replace(/[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n]]/gv, (char) =>
    Array.from({ length: char.length }, (_, index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, "0")}`).join(""),
  );
}
