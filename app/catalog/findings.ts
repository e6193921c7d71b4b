/**
 * Problems while they are being collected. A finding that `breaks` keeps its activity from learners: it can't be
 * built, or would not be what the author meant. The others (a dead link, a picture without words) are shown to
 * instructors while learners go on.
 */
import type { Problem } from "./catalog.ts";

export interface Finding extends Problem {
  breaks: boolean;
}

/** Where and what; `line` and `field` may be left out when the whole file is meant. */
export interface FindingAt {
  file: string;
  line?: number | null;
  field?: string | null;
  message: string;
  fix: string;
}

export function buildFault(at: FindingAt): Finding {
  return { file: at.file, line: at.line ?? null, field: at.field ?? null, message: at.message, fix: at.fix, breaks: true };
}

export function buildRemark(at: FindingAt): Finding {
  return { ...buildFault(at), breaks: false };
}

/** By file, then line, as an author would go through them; without duplicates. */
export function sortProblems(problems: readonly (Problem | Finding)[]): Problem[] {
  const seen = new Set<string>();
  return problems
    .map(({ file, line, field, message, fix }) => ({ file, line, field, message, fix }))
    .filter((problem) => {
      const key = JSON.stringify(problem);
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
}

/** Text from a file or a file name, safe and short enough for a message. */
export function quoteForMessage(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{FFFD}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
  return visible.length > 80 ? `${visible.slice(0, 79)}…` : visible;
}
