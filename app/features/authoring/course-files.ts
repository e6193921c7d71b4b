/** The files of a course folder as plans need them, and what a plan is. Pure. */
import { findPathClash } from "./parse-content-path.ts";
import type { Refusal } from "./refusals.ts";
import { rewriteLinks } from "./rewrite-links.ts";

export interface CourseFiles {
  /** From the course folder, with `/`. */
  paths: readonly string[];
  /** Null for pictures and data, and for what is not there. */
  getText(path: string): string | null;
}

/** What is to happen to the files. A write after a move wins over what was moved. */
export interface FilePlan {
  moves: { from: string; to: string }[];
  writes: { path: string; text: string }[];
  removals: string[];
}

export type Planned = { ok: true; plan: FilePlan; /** Where to look afterwards. */ open?: string } | { ok: false; message: Refusal; field?: string };

export function refusePlan(message: Refusal, field?: string): Planned {
  return { ok: false, message, field };
}

/** Moves every file whose path begins with one of the old names, and keeps the links between texts whole. */
export function planMoves(files: CourseFiles, renames: ReadonlyMap<string, string>): FilePlan {
  const moveOf = (path: string): string => {
    for (const [from, to] of renames) if (path === from || path.startsWith(`${from}/`)) return to + path.slice(from.length);
    return path;
  };
  const exists = (path: string) => files.paths.some((known) => known === path || known.startsWith(`${path}/`));
  return { moves: files.paths.map((from) => ({ from, to: moveOf(from) })).filter(({ from, to }) => from !== to), writes: planLinkWrites(files, moveOf, exists), removals: [] };
}

function planLinkWrites(files: CourseFiles, moveOf: (path: string) => string, exists: (path: string) => boolean): FilePlan["writes"] {
  return files.paths.flatMap((path) => {
    const text = path.endsWith(".md") ? files.getText(path) : null;
    if (text === null) return [];
    const rewritten = rewriteLinks(text, { from: path, to: moveOf(path) }, (target) => (exists(target) ? moveOf(target) : null));
    return rewritten === text ? [] : [{ path: moveOf(path), text: rewritten }];
  });
}

/** Null, or what already stands where a file would go. */
export function findOccupied(files: CourseFiles, plan: FilePlan): string | null {
  const leaving = new Set([...plan.moves.map(({ from }) => from), ...plan.removals]);
  const staying = files.paths.filter((path) => !leaving.has(path));
  return plan.moves.map(({ to }) => to).find((to) => findPathClash(staying, to) !== null) ?? null;
}
