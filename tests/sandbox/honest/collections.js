// class: honest | attempt: maps, sets, big integers, typed arrays, dates, patterns, symbols | lab: collections | expect: passed
export function group(words) { const map = new Map(); for (const w of words) { const k = w[0]; if (!map.has(k)) map.set(k, new Set()); map.get(k).add(w); } return map; }
export const factorial = (n) => (n <= 1n ? 1n : n * factorial(n - 1n));
export const bytes = (text) => new TextEncoder().encode(text);
export const addDays = (date, days) => { const copy = new Date(date); copy.setUTCDate(copy.getUTCDate() + days); return copy; };
export const invert = (map) => new Map([...map].map(([k, v]) => [v, k]));
export const union = (a, b) => new Set([...a, ...b]);
export const find = (text, pattern) => [...text.matchAll(pattern)].map((m) => m[0]);
export const swap = (text, pattern, by) => text.replace(pattern, by);
export const key = Symbol.for("key");
export const tagged = { [key]: 1, toString: () => "tagged" };
export const sumBytes = (array) => array.reduce((a, b) => a + b, 0);
export const sortBy = (list, f) => list.toSorted((a, b) => f(a) - f(b));
export const later = (a, b) => (a > b ? a : b);
export const clone = (value) => structuredClone(value);
export const host = (text) => new URL(text).hostname;
export const query = (text) => Object.fromEntries(new URLSearchParams(text));
export const decode = (array) => new TextDecoder().decode(array);
export const kinds = (value) => Object.prototype.toString.call(value);
export const merge = (...objects) => Object.assign({}, ...objects);
export const nothing = [undefined, null, NaN, -0];
