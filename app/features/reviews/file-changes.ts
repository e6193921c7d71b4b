/** What changed from one hand-in to the next, file by file. Pure. */
import { structuredPatch } from "diff";
import type { Files } from "../../catalog/catalog.ts";

export interface ChangedLine {
  kind: "same" | "added" | "removed";
  /** 1-based line of the new file; null for a line that is gone. */
  line: number | null;
  text: string;
}

export interface FileChange {
  path: string;
  /** `too-different`: comparing would take too long. */
  kind: "added" | "removed" | "changed" | "too-different";
  /** Runs of changed lines with some of their neighbours. */
  hunks: ChangedLine[][];
}

/** Comparing two files costs the product of their difference and their length: beyond this many edits it is not worth it. */
const MAX_EDITS = 1_500;
/** For one file: everybody waits while two files are compared. */
const COMPARE_MS = 250;
const CONTEXT_LINES = 3;

/** The files that differ, in the order of their names. */
export function listFileChanges(before: Files, after: Files): FileChange[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path) => {
    const [old, fresh] = [readFile(before, path), readFile(after, path)];
    return old === fresh ? [] : [compareFile(path, old, fresh)];
  });
}

function compareFile(path: string, before: string | null, after: string | null): FileChange {
  const patch = structuredPatch(path, path, before ?? "", after ?? "", "", "", { context: CONTEXT_LINES, maxEditLength: MAX_EDITS, timeout: COMPARE_MS });
  if (!patch) return { path, kind: "too-different", hunks: [] };
  const kind = before === null ? "added" : after === null ? "removed" : "changed";
  return { path, kind, hunks: patch.hunks.map(({ newStart, lines }) => readHunk(newStart, lines)) };
}

function readHunk(firstLine: number, lines: readonly string[]): ChangedLine[] {
  let line = firstLine;
  return lines.flatMap((text): ChangedLine[] => {
    const body = text.slice(1);
    if (text.startsWith("+")) return [{ kind: "added", line: line++, text: body }];
    if (text.startsWith("-")) return [{ kind: "removed", line: null, text: body }];
    // "\ No newline at end of file"
    if (text.startsWith("\\")) return [];
    return [{ kind: "same", line: line++, text: body }];
  });
}

function readFile(files: Files, path: string): string | null {
  return Object.hasOwn(files, path) ? (files[path] ?? null) : null;
}
