import type { Files } from "../../catalog/catalog.ts";

/** A line of a handed-in file, 1-based. */
export interface LinePlace {
  path: string;
  line: number;
}

/** Comments of all people that a submission takes. */
export const MAX_COMMENTS = 500;

/** Lines of a text as pages number them: a line end at the end begins no further line. */
export function splitLines(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > 1 && lines.at(-1) === "") lines.pop();
  return lines;
}

/** Whether the files have this line. */
export function hasLine(files: Files, { path, line }: LinePlace): boolean {
  return Object.hasOwn(files, path) && line >= 1 && line <= splitLines(files[path] ?? "").length;
}
