/** Which new file is which removed one under another name. Pure. */

/** A file that comes or goes, with the hash of its content. */
export interface MovedCandidate {
  path: string;
  hash: string;
}

/**
 * New path to old path: files of the same content, the same name first; then files that differ in order numbers only,
 * as after a move in the course, whose text may have changed a little.
 */
export function pairMoves(removed: readonly MovedCandidate[], added: readonly MovedCandidate[]): Map<string, string> {
  const pairs = new Map<string, string>();
  const left = new Set(removed);
  const take = (fresh: MovedCandidate, isMatch: (old: MovedCandidate) => boolean) => {
    const old = pairs.has(fresh.path) ? undefined : [...left].find(isMatch);
    if (!old) return;
    pairs.set(fresh.path, old.path);
    left.delete(old);
  };
  for (const fresh of added) take(fresh, (old) => stripNumbers(old.path) === stripNumbers(fresh.path));
  for (const fresh of added) take(fresh, (old) => old.hash === fresh.hash && baseName(old.path) === baseName(fresh.path));
  for (const fresh of added) take(fresh, (old) => old.hash === fresh.hash);
  return pairs;
}

function stripNumbers(path: string): string {
  return path.split("/").map((name) => name.replace(/^\d{1,4}-/, "")).join("/");
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
