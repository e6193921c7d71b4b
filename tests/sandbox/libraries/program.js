export class Point { #secret = 1; static made = 0; constructor(x, y) { this.x = x; this.y = y; Point.made += 1; } get length() { return Math.hypot(this.x, this.y); } set both(v) { this.x = this.y = v; } secret() { return this.#secret; } [Symbol.toPrimitive](hint) { return hint === "number" ? this.x : `P(${this.x})`; } static of(...a) { return new Point(...a); } }
export class Sub extends Point { toString() { return "sub"; } }
export class MyError extends Error { constructor(m, o) { super(m, o); this.name = "MyError"; this.code = 7; } }
export function* gen(n) { for (let i = 0; i < n; i += 1) { const got = yield i; if (got) yield got; } return "end"; }
export async function* agen(n) { for (let i = 0; i < n; i += 1) yield i; }
export const fail = (m = "bad") => { throw new MyError(m, { cause: new TypeError("why") }); };
export const failAgg = () => { throw new AggregateError([new Error("a"), new RangeError("b")], "many"); };
export const failPlain = (x) => { throw x; };
export const later = (v, ms = 1) => new Promise((r) => setTimeout(r, ms, v));
export const reject = async (e) => { await null; throw e; };
export const weak = new WeakMap();
export const big = 2n ** 70n;
export const sym = Symbol("own");
export const keyed = { [sym]: 1, [Symbol.for("shared")]: 2, a: 3 };
export const getters = { get a() { return 1; }, set a(v) {}, b: 2 };
export const honest = new Proxy({ a: 1 }, { get: (t, k) => (k in t ? t[k] : k === "then" || typeof k === "symbol" ? undefined : `no ${String(k)}`) });
export const frozen = Object.freeze({ a: Object.freeze([1]) });
export const sparse = [1, , 3];
export const fn = Object.assign((a, b) => a + b, { version: 2, sub: { x: 1 } });
export const range = { from: 1, to: 3, [Symbol.iterator]() { let at = this.from, to = this.to; return { next: () => (at <= to ? { value: at++, done: false } : { value: undefined, done: true }), [Symbol.iterator]() { return this; } }; } };
export const bytes = (...n) => new Uint8Array(n);
export const buffer = new Uint8Array([1, 2]).buffer;
export const call = (f, ...a) => f(...a);
export const callLater = async (f, ...a) => { await null; return f(...a); };
export const map = new Map([["a", { n: 1 }], [{ k: 1 }, [2]]]);
export const set = new Set([1, { a: 1 }, "x"]);
export const nested = { users: [{ name: "Ada", tags: ["x", "y"], address: { city: "London" } }], count: 1, when: new Date(0), re: /a/g, f() {} };
export const nul = Object.create(null, { a: { value: 1, enumerable: true } });
export default function main() { return "default"; }
export const boxed = [Object(1), new String("s")];
export const mutate = (o) => { o.push(9); o.length = 2; return o; };
export const obj = { method(x) { return this.base + x; }, base: 10, async slow() { return 1; } };
export const store = { v: 1, get val() { return this.v; }, set val(x) { this.v = x; } };
export const nan = NaN, negZero = -0;
export const tagged = (s, ...v) => s.raw.join("|") + v.join(",");
export const emitter = () => { const l = {}; return { on(e, f) { (l[e] ??= []).push(f); }, emit(e, ...a) { (l[e] ?? []).forEach((f) => f(...a)); } }; };
export const dates = { d: new Date(2020, 0, 1), later(d) { const c = new Date(d); c.setDate(c.getDate() + 1); return c; } };
