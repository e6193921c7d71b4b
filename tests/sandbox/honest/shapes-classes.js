// class: honest | attempt: the same through classes and null prototypes | lab: shapes | expect: passed
class Answers {
  #made = new Map();
  static of = (...args) => new Answers(...args);
  object() { return Object.freeze({ a: 1, b: Object.freeze([2, 3]), c: { d: "x" } }); }
  map() { const map = new Map(); map.set("b", 2).set("a", 1); return map; }
  set() { return new Set([1, 2, 3, 3]); }
  date() { const date = new Date(0); date.setUTCDate(2); return date; }
  pattern() { return new RegExp("a+b", "gi"); }
  bytes() { return new Uint8Array(new Uint8Array([1, 2, 255]).buffer, 0, 3); }
  get(kind) { if (!this.#made.has(kind)) this.#made.set(kind, this[kind]()); return this.#made.get(kind); }
}
const answers = Answers.of();
export const answer = (kind) => answers.get(kind);
export { collect, visit };
function collect(words) { return words.filter((word, i) => words.indexOf(word) === i); }
function* each(list) { yield* list; }
function visit(list, callback) { for (const item of each(list)) callback(item); }
export const convert = (text) => { try { return JSON.parse(text); } catch (cause) { throw new SyntaxError("bad text", { cause }); } };
export const inspect = (value) => new Promise((resolve, reject) => setTimeout(() => (value < 0 ? reject(new Error("negative")) : resolve({ value })), 1));
