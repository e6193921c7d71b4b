// class: honest | attempt: console spies, method spies, replaced randomness | lab: spies | expect: passed
export const greet = (name) => { console.log(`Hello, ${name}!`); console.error("twice", 2); };
export const roll = () => Math.floor(Math.random() * 6) + 1;
export const now = () => Date.now();
export const shop = { price: (n) => n * 2, total(n) { return this.price(n) + 1; } };
export const load = async (url) => (await fetch(url)).json();
export const on = (emitter, name, listener) => emitter.on(name, listener);
export function once(f) { let done = false, value; return function (...args) { if (!done) { done = true; value = f.apply(this, args); } return value; }; }
export const compose = (...fs) => (x) => fs.reduceRight((v, f) => f(v), x);
export const memo = (f) => { const seen = new Map(); return (x) => { if (!seen.has(x)) seen.set(x, f(x)); return seen.get(x); }; };
export let count = 0;
export const increment = () => { count += 1; };
