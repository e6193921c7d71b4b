/** An exercise's folder in memory, and what of it may be looked at. Pure. */

export interface ExerciseSource {
  /** Texts by their path from the exercise's folder, with `/`. */
  texts: ReadonlyMap<string, string>;
  /** Why a file or folder was not read, by its path. */
  troubles: ReadonlyMap<string, string>;
}

export type FoundText = { text: string } | { missing: true } | { refused: string };

/** A file by the path that a configuration names. Paths that lead out of the folder are refused, never looked up. */
export function findText(source: ExerciseSource, path: string): FoundText {
  const reason = explainPath(path);
  if (reason !== null) return { refused: reason };
  const text = source.texts.get(path);
  if (text !== undefined) return { text };
  const steps = path.split("/");
  for (let length = 1; length <= steps.length; length++) {
    const at = steps.slice(0, length).join("/");
    const trouble = source.troubles.get(at);
    if (trouble !== undefined) return { refused: `\`${at}\`: ${trouble}` };
  }
  return { missing: true };
}

const LONGEST_PATH = 160;
const QUOTED = 60;

/** For the person: why this can't be the path of a file in an exercise; null when it can. */
export function explainPath(path: string): string | null {
  const shown = `\`${path.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]/gu, "?").slice(0, QUOTED)}\``;
  if (path === "" || path.length > LONGEST_PATH) return `${shown} can't be the name of a file.`;
  if (path.includes("\0")) return `${shown} holds a character NUL.`;
  if (path.startsWith("/") || path.startsWith("~") || /^[A-Za-z]:/.test(path)) return `${shown} is an absolute path, and files are taken from the exercise's own folder only.`;
  if (path.split("/").includes("..")) return `${shown} leads out of the exercise's folder.`;
  if (path.includes("\\") || path.split("/").some((step) => step === "" || step === ".") || /[\p{Cc}\p{Cf}]/u.test(path)) return `${shown} can't be the name of a file.`;
  return null;
}
