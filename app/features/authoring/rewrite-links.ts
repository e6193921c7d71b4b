/** Keeps links between the texts of a course whole when files move. Pure. */

/** Link and picture targets in Markdown: `](target` and `]: target`. */
const TARGET = /(\]\(\s*<?|^[ \t]*\[[^\]\n]+\]:[ \t]*<?)([^)\s>#?]+)/gm;

/**
 * The text of a file with its relative links corrected.
 * @param paths where the file was and will be, from the course folder
 * @param moveOf the new path of a file or folder that moves, the same path for one that stays, null for one that is not there
 */
export function rewriteLinks(text: string, paths: { from: string; to: string }, moveOf: (path: string) => string | null): string {
  return text.replace(TARGET, (whole, before: string, target: string) => {
    if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(target)) return whole;
    const old = resolveFrom(paths.from, target);
    const next = old === null ? null : moveOf(old);
    if (old === null || next === null) return whole;
    const written = relativeTo(paths.to, next);
    // Only what would lead elsewhere is touched: an author's own way of writing a path stays.
    return resolveFrom(paths.to, target) === next ? whole : before + written + (target.endsWith("/") ? "/" : "");
  });
}

function resolveFrom(file: string, target: string): string | null {
  const steps = file.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join("/");
}

function relativeTo(file: string, target: string): string {
  const from = file.split("/").slice(0, -1);
  const to = target.split("/");
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
