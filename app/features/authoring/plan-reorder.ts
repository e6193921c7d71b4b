/** New order numbers for the entries of a module or course. Pure. */

const NUMBERED = /^(\d{1,4})-(.+)$/;

/**
 * New names for entries such as `02-values.md` so that they stand in the given order: the numbers that are there are
 * dealt out anew, so one step up or down renames two entries only. Equal numbers are numbered afresh.
 * @returns old name to new name, for the entries whose name changes
 */
export function planReorder(names: readonly string[]): Map<string, string> {
  const entries = names.map((name) => {
    const match = NUMBERED.exec(name);
    return { name, digits: match?.[1] ?? "", rest: match?.[2] ?? name };
  });
  const numbers = entries.map((entry) => Number(entry.digits)).sort((a, b) => a - b);
  const areUsable = entries.every((entry) => entry.digits !== "") && new Set(numbers).size === numbers.length;
  const width = Math.max(2, ...entries.map((entry) => entry.digits.length));
  const planned = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    const number = areUsable ? (numbers[index] ?? index + 1) : index + 1;
    const isKept = entry.digits !== "" && Number(entry.digits) === number;
    const next = isKept ? entry.name : `${String(number).padStart(width, "0")}-${entry.rest}`;
    if (next !== entry.name) planned.set(entry.name, next);
  }
  return planned;
}

/** The list with the entry at `index` one place up or down; null when it is at the end of the way. */
export function moveOne<T>(list: readonly T[], index: number, direction: "up" | "down"): T[] | null {
  const target = direction === "up" ? index - 1 : index + 1;
  const [entry, other] = [list[index], list[target]];
  if (entry === undefined || other === undefined) return null;
  const moved = [...list];
  moved[index] = other;
  moved[target] = entry;
  return moved;
}

/** The number for a new last entry, as digits: `05` after `04-loops`. */
export function nextNumber(names: readonly string[]): string {
  const numbers = names.map((name) => NUMBERED.exec(name)?.[1] ?? "0");
  const width = Math.max(2, ...numbers.map((digits) => digits.length));
  return String(Math.max(0, ...numbers.map(Number)) + 1).padStart(width, "0");
}
