// class: honest | attempt: every kind of value | lab: shapes | expect: passed
export function answer(kind) {
  switch (kind) {
    case "object": return { a: 1, b: [2, 3], c: { d: "x" } };
    case "map": return new Map([["a", 1], ["b", 2]]);
    case "set": return new Set([3, 2, 1]);
    case "date": return new Date("1970-01-02T00:00:00Z");
    case "pattern": return /a+b/gi;
    default: return Uint8Array.of(1, 2, -1);
  }
}
export const collect = (words) => [...new Set(words)];
export const convert = (text) => JSON.parse(text);
export function visit(list, callback) { list.forEach((item) => callback(item)); }
export async function inspect(value) {
  if (value < 0) throw new RangeError("negative values are not inspected");
  await null;
  return { value };
}
