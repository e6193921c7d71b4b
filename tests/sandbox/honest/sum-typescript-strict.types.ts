// class: honest | attempt: strict types over everything that programs find here, where type errors are fatal | lab: sum | expect: passed
type Numbers = readonly number[] | Iterable<number>;
const cache = new WeakMap<object, number>();
export function sum(list: Numbers): number {
  const known = cache.get(list);
  if (known !== undefined) return known;
  const total = Array.isArray(list) ? list.reduce<number>((a, b) => a + b, 0) : [...list].values().map((one) => one).reduce((a, b) => a + b, 0);
  cache.set(list, total);
  return total;
}
export const elsewhere = (): string => {
  const url = new URL("https://example.test/a?b=c");
  const bytes: Uint8Array = new TextEncoder().encode(url.searchParams.get("b") ?? "");
  const timer = setTimeout((word: string) => console.log(word), 10, "late");
  clearTimeout(timer);
  const copy = structuredClone({ when: new Date(0), sets: new Set([1]).union(new Set([2])) });
  return `${bytes.length}${copy.sets.size}${crypto.randomUUID().length}${performance.now() > 0}`;
};
