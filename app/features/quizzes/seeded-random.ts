/** Chance that can be repeated: the same seed gives the same row of numbers, on every machine. Pure. */

/**
 * Numbers from 0 to 1 (without 1), by sfc32 (Chris Doty-Humphrey's "Small Fast Counting", PractRand), begun with an
 * FNV-1a hash of the seed. For fair orders, not for secrets.
 */
export function createRandom(seed: string): () => number {
  let a = hashText(seed), b = hashText(`${seed}\u0001`), c = hashText(`${seed}\u0002`), counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** All of the items, each order equally likely (Fisher and Yates); the given list stays as it is. */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
  }
  return shuffled;
}

/** FNV-1a, 32 bits, over UTF-16 units. For telling texts apart, not for secrets. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
