/** What the builders of mutants share. Pure. */

/** Line of a place in a text, 1-based. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** At most `most` of them, spread over all. */
export function drawEvenly<T>(all: readonly T[], most: number): T[] {
  return all.length <= most ? [...all] : Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)] as T);
}

const LONGEST_SHOWN = 40;

/** "`<` becomes `<=`", or "`not` is removed". */
export function describeChange(before: string, after: string): string {
  const show = (code: string): string => `\`${code.length > LONGEST_SHOWN ? `${code.slice(0, LONGEST_SHOWN - 1)}…` : code}\``;
  return after === "" ? `${show(before.trim())} is removed` : `${show(before)} becomes ${show(after)}`;
}
