/** The word of `known` that `written` was most likely meant to be, or null when none is close. */
export function findNearestWord(written: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.min(3, Math.max(1, Math.floor(written.length / 3))) + 1;
  for (const word of known) {
    const distance = editDistance(written.toLowerCase().replace(/[-_]/g, ""), word.toLowerCase().replace(/[-_]/g, ""));
    if (distance < bestDistance) {
      best = word;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * How many letters were left out, added, changed or swapped with the next one (optimal string alignment distance).
 * The first word is cut: names of fields are short, hostile ones need not be.
 */
function editDistance(written: string, word: string): number {
  const a = written.slice(0, 60);
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: word.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      const costs = [(previous[j - 1] ?? 0) + (a[i - 1] === word[j - 1] ? 0 : 1), (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1];
      if (i > 1 && j > 1 && a[i - 1] === word[j - 2] && a[i - 2] === word[j - 1]) costs.push((beforePrevious[j - 2] ?? 0) + 1);
      row.push(Math.min(...costs));
    }
    beforePrevious = previous;
    previous = row;
  }
  return previous[word.length] ?? 0;
}
